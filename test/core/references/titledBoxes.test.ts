/** Tabs and boxes whose title names a standard or framework: what stands in them is of it. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001:2022 A.5.18` for each reference of a text in its order. */
function read(text: string): string[] {
  const { references } = resolveDocument(parseDocument('a.md', text, context), [], context);
  return references.map(({ standard, edition, ids }) => `${standard}:${edition} ${ids.join('+')}`);
}

/** A text in a part with a title, as the tools for sites write it. */
const parts: Record<string, (title: string, text: string) => string> = {
  MkDocs: (title, text) => `=== "${title}"\n\n${text.replaceAll(/^(?=.)/gm, '    ')}\n`,
  Docusaurus: (title, text) =>
    `<Tabs>\n<TabItem value="x" label="${title}">\n\n${text}\n</TabItem>\n<TabItem label="Notes">\n\nNone.\n\n</TabItem>\n</Tabs>\n`,
  HTML: (title, text) => `<details>\n<summary><b>${title}</b></summary>\n\n${text}\n</details>\n`,
  Hugo: (title, text) => `{{< tabs >}}\n{{< tab "${title}" >}}\n\n${text}\n{{< /tab >}}\n{{< /tabs >}}\n`,
  GitBook: (title, text) => `{% tabs %}\n{% tab title="${title}" %}\n${text}\n{% endtab %}\n{% endtabs %}\n`,
  directive: (title, text) => `:::info ${title}\n\n${text}\n:::\n`,
  'directive in brackets': (title, text) => `:::info[${title}]\n\n${text}\n:::\n`,
  callout: (title, text) => `> [!info]- ${title}\n>\n${text.replaceAll(/^/gm, '> ')}\n`,
};

const numbers = '| Control | Where |\n|---|---|\n| 5.1 | S1 |\n| 6.3 | S2 |\n| 8.2 | S3 |\n';
const title = '# Logging (ISO/IEC 27001:2022)\n\nLogs follow A.8.15.\n\n';
const [before, behind] = ['27001:2022 A.8.15', '27001:2022 A.8.16'];

describe('a titled part', () => {
  for (const [tool, part] of Object.entries(parts)) {
    it(`of ${tool} owns its table and list`, () => {
      const inside = (name: string, text: string): string[] => read(`${title}${part(name, text)}\nAlerts: A.8.16.\n`);
      assert.deepEqual(inside('CIS Controls v8.1', numbers), [before, behind]);
      const ids = ['42001:2023 A.5.2', '42001:2023 A.8.3'];
      assert.deepEqual(inside('ISO/IEC 42001:2023', '- A.5.2\n- A.8.3\n'), [before, ...ids, behind]);
      // Numbers of all three standards: the title of the document has them where the box says nothing.
      const none = inside('Who does it', '- A.5.2\n');
      assert.deepEqual(none, [before, '27001:2022 A.5.2', behind]);
    });
  }

  it('ends where the next begins, and may hold headings', () => {
    const tabs = ['ISO 27001:2022', 'PCI DSS 4.0', 'ISO 42001'].map((name) =>
      parts.HTML!(name, name.startsWith('PCI') ? numbers : '- A.5.2\n'),
    );
    assert.deepEqual(read(`# Mapping\n\n${tabs.join('\n')}`), ['27001:2022 A.5.2', '42001:2023 A.5.2']);
    const headed = parts.HTML!('ISO/IEC 27001:2022', '## ISO/IEC 42001\n\n- A.5.2\n\n## Roles\n\n- A.5.2\n');
    assert.deepEqual(read(`# Mapping (ISO/IEC 27701:2025)\n\n${headed}`), ['42001:2023 A.5.2', '27001:2022 A.5.2']);
  });

  it('without an end owns nothing', () => {
    assert.deepEqual(read(`${title}<summary>CIS Controls v8.1</summary>\n\n- A.5.2\n`), [before, '27001:2022 A.5.2']);
  });
});
