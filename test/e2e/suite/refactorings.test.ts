/** Every refactoring as a user has it: in a text of either line end, with text around it, undone in one step. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, freshPath, openNew, positionOf, remove, waitFor } from '../support/editor.js';
import { refactoring } from '../support/refactoring.js';

interface Case {
  readonly name: string;
  readonly title: RegExp;
  /** Where the cursor stands. */
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

const front = (controls: string) => `---\ntitle: Probe 😀 # kept\ncontrols: ${controls}\n---\n`;
const rest = '\n## Rest\n\nText that stays.\n';

const cases: readonly Case[] = [
  {
    name: 'tags a section with what it cites',
    title: /^Tag this section with A\.5\.15/,
    at: 'A.5.15',
    before: `# Probe\n\n## Part\n\nAs ISO/IEC 27001:2022 A.5.15 asks.\n${rest}`,
    after: `# Probe\n\n## Part\n<!-- controls: 27001:A.5.15 -->\n\nAs ISO/IEC 27001:2022 A.5.15 asks.\n${rest}`,
  },
  {
    name: 'moves a tag from the front matter to the section that cites it',
    title: /^Move .*tag .*Part/,
    at: 'A.5.18',
    before: `${front('[27001:A.5.15, 27001:A.5.18]')}# Probe\n\n## Part\n\nISO/IEC 27001:2022 A.5.18 asks for it.\n${rest}`,
    after: `${front('[27001:A.5.15]')}# Probe\n\n## Part\n<!-- controls: 27001:A.5.18 -->\n\nISO/IEC 27001:2022 A.5.18 asks for it.\n${rest}`,
  },
  {
    name: 'moves a tag from a section to the front matter',
    title: /^Move this tag to the front matter/,
    at: 'A.5.18',
    before: `${front('[27001:A.5.15]')}# Probe\n\n## Part\n<!-- controls: 27001:A.5.18 -->\n\nText.\n${rest}`,
    after: `${front('[27001:A.5.15, 27001:A.5.18]')}# Probe\n\n## Part\n\nText.\n${rest}`,
  },
  {
    name: 'sorts and groups tags, with the remarks behind them',
    title: /^Sort these tags/,
    at: 'A.8.2',
    before: `---\ntitle: Probe 😀\ncontrols:\n  - 42001:A.2.2\n  - 27001:A.8.2 # rights\n  - 27001:A.5.15\n---\n# Probe\n${rest}`,
    after: `---\ntitle: Probe 😀\ncontrols:\n  - 27001:A.5.15\n  - 27001:A.8.2 # rights\n  - 42001:A.2.2\n---\n# Probe\n${rest}`,
  },
  {
    name: 'replaces a range by a list',
    title: /^Replace this range by a list of 4/,
    at: 'A.5.19',
    before: `${front('[27001:A.5.19-A.5.22, 27001:A.5.1] # two')}# Probe\n${rest}`,
    after: `${front('[27001:A.5.19, 27001:A.5.20, 27001:A.5.21, 27001:A.5.22, 27001:A.5.1] # two')}# Probe\n${rest}`,
  },
  {
    name: 'replaces a list by a range',
    title: /^Replace this list by a range of 4/,
    at: 'A.5.20',
    before: `# Probe\n\nSee ISO/IEC 27001:2022 A.5.19, A.5.20, A.5.21 and A.5.22 (suppliers).\n${rest}`,
    after: `# Probe\n\nSee ISO/IEC 27001:2022 A.5.19–A.5.22 (suppliers).\n${rest}`,
  },
  {
    name: 'names the standard of every reference of the file',
    title: /^Name the standard of/,
    at: '# Probe',
    before: `${front('[A.5.15]')}# Probe (ISO/IEC 27001:2022)\n\nA.5.18 and A.8.2.\n${rest}`,
    after: `${front('[27001:A.5.15]')}# Probe (ISO/IEC 27001:2022)\n\nISO/IEC 27001:2022 A.5.18 and ISO/IEC 27001:2022 A.8.2.\n${rest}`,
  },
];

describe('Refactorings', () => {
  let probe: string;
  beforeEach(() => {
    probe = freshPath();
  });
  afterEach(async () => {
    await closeAll();
    await remove(probe);
  });

  for (const lineEnd of ['\n', '\r\n']) {
    for (const { name, title, at, before, after } of cases) {
      it(`${lineEnd === '\n' ? 'LF' : 'CRLF'}: ${name}`, async () => {
        const text = (source: string) => source.replaceAll('\n', lineEnd);
        const { document } = await openNew(probe, text(before));
        const action = await refactoring(document, positionOf(document, at), title);
        assert.ok(await vscode.workspace.applyEdit(action.edit!));
        assert.equal(document.getText(), text(after));
        await vscode.commands.executeCommand('undo');
        await waitFor('one step back', () => document.getText() === text(before));
      });
    }
  }
});
