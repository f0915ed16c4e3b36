import assert from 'node:assert/strict';
import { silenceFixes } from '../../../server/src/core/features/silence.js';
import { parseBody } from '../../../server/src/core/markdown/remarkReference.js';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { applyEdits } from '../../support/applyEdits.js';
import { makeSnapshot } from '../../support/workspace.js';

const soa = 'standards:\n  99001: { edition: 2020 }\n';

function open(text: string) {
  const snapshot = makeSnapshot({ 'soa.yaml': soa, 'policy.md': text });
  const document = snapshot.documents.get('policy.md')!;
  return { snapshot, document, findings: checkDocument(document, snapshot) };
}

/** What a reader sees of the text below the front matter, as nested names and words. */
function seen(text: string): string {
  const start = open(text).document.frontMatter?.span.end ?? 0;
  const visit = (node: { type: string; value?: string; children?: unknown[] }): string => {
    if (node.type === 'html') return node.value!.replace(/<!-- clausemark-.*?-->/g, '');
    const words = (node.value ?? '').replace(/\s+/g, ' ');
    const inside = (node.children ?? []).map((child) => visit(child as never)).join('');
    return node.type === 'text' ? words : `(${node.type} ${words}${inside})`;
  };
  return visit(parseBody(text, start) as never)
    .replace(/\s+/g, ' ')
    .replace(/ ([()])/g, '$1');
}

/** The text after the comment that is offered for the first finding of a rule; null where none is. */
function silenced(text: string, title: string, code = 'unknown-reference'): string | null {
  const { snapshot, document, findings } = open(text);
  const finding = findings.find((one) => one.code === code)!;
  const fix = silenceFixes(finding, document, text, snapshot).find((one) => one.title.includes(title));
  if (!fix) return null;
  const after = applyEdits(text, fix.edits);
  const left = open(after).findings;
  assert.equal(left.filter((one) => one.code === 'unused-suppression').length, 0, 'the comment is of use');
  assert.ok(left.length < findings.length, 'the finding is silent');
  assert.equal(seen(after), seen(text), 'readers see the same');
  return after;
}

const line = (text: string) => silenced(text, 'on this line');
const file = (text: string) => silenced(text, 'in this file');
const wrong = 'See ISO/IEC 99001:2020 A.5.99';
const above = '<!-- clausemark-disable-next-line unknown-reference -->';
const beside = '<!-- clausemark-disable-line unknown-reference -->';

describe('silencing a line', () => {
  it('puts a comment above it', () => {
    for (const [before, after] of [
      [`# A\n\n${wrong}.\n`, `# A\n\n${above}\n${wrong}.\n`],
      [`# ${wrong}\n`, `${above}\n# ${wrong}\n`],
      [`${wrong}\n===\n`, `${above}\n${wrong}\n===\n`],
      [`> ${wrong}\n`, `> ${above}\n> ${wrong}\n`],
      [`> - ${wrong}\n`, `> ${above}\n> - ${wrong}\n`],
      [`- a\n\n  ${wrong}\n- b\n`, `- a\n\n  ${above}\n  ${wrong}\n- b\n`],
      [`| ${wrong} | b |\n|---|---|\n`, `${above}\n| ${wrong} | b |\n|---|---|\n`],
      [`\ufeff${wrong}\r\n`, `\ufeff${above}\r\n${wrong}\r\n`],
    ]) {
      assert.equal(line(before!), after);
    }
  });

  it('keeps a list in one piece', () => {
    assert.equal(line(`- a\n- ${wrong}\n- c\n`), `- a\n  ${above}\n- ${wrong}\n- c\n`);
    assert.equal(line(`1. a\n1. ${wrong}\n1. c\n`), `1. a\n   ${above}\n1. ${wrong}\n1. c\n`);
    assert.equal(line(`> - a\n> - ${wrong}\n`), `> - a\n>   ${above}\n> - ${wrong}\n`);
  });

  it('stands behind the line where one above it would divide a paragraph', () => {
    assert.equal(line(`First\n${wrong}\nlast.\n`), `First\n${wrong} ${beside}\nlast.\n`);
    assert.equal(line(`First\n${wrong}  \nlast.\n`), `First\n${wrong} ${beside}  \nlast.\n`);
    assert.equal(line(`First\n${wrong}\\\nlast.\n`), `First\n${wrong} ${beside}\\\nlast.\n`);
    assert.equal(line(`- a\n  ${wrong}\n- b\n`), `- a\n  ${wrong} ${beside}\n- b\n`);
    assert.equal(line(`Text[^1].\n\n[^1]: Note\n    ${wrong}\n`), `Text[^1].\n\n[^1]: Note\n    ${wrong} ${beside}\n`);
  });

  it('stands in the cell of a table', () => {
    assert.equal(
      line(`| a | b |\n|---|---|\n| ${wrong} | c |\n`),
      `| a | b |\n|---|---|\n| ${wrong} ${beside} | c |\n`,
    );
    assert.equal(line(`a | b\n--|--\nc | ${wrong}\n`), `a | b\n--|--\nc | ${wrong} ${beside}\n`);
  });

  it('is none where nothing can stand without tearing the text', () => {
    for (const text of [
      `+-----+------------------------------+\n| a   | ${wrong} |\n+-----+------------------------------+\n`,
      `Text \`code\nx\` ${wrong} \`more\ncode\` end.\n`,
    ]) {
      assert.equal(line(text), null, text);
    }
  });

  it('uses the comments of YAML in front matter', () => {
    const with_ = (lines: string) => `---\nid: P-1\n${lines}---\n# A\n`;
    for (const [before, after] of [
      [
        'controls:\n  - 99001:A.5.99\n',
        'controls:\n  # clausemark-disable-next-line unknown-reference\n  - 99001:A.5.99\n',
      ],
      ['controls: [99001:A.5.99]\n', '# clausemark-disable-next-line unknown-reference\ncontrols: [99001:A.5.99]\n'],
      [
        'controls:\n  - 99001:A.5.2,\n    99001:A.5.99\n',
        'controls:\n  - 99001:A.5.2,\n    99001:A.5.99 # clausemark-disable-line unknown-reference\n',
      ],
    ]) {
      assert.equal(line(with_(before!)), with_(after!));
    }
    assert.equal(line(with_('controls: |\n  99001:A.5.2\n  99001:A.5.99\n')), null, 'all of it is text');
    assert.equal(line('---\n{ "id": "P-1", "controls": ["99001:A.5.99"] }\n---\n# A\n'), null);
  });

  it('is none of a comment that silences nothing', () => {
    const text = '# A\n\n<!-- clausemark-disable-line unknown-reference -->\n';
    const { snapshot, document, findings } = open(text);
    assert.deepEqual(
      findings.map((one) => one.code),
      ['unused-suppression'],
    );
    assert.deepEqual(silenceFixes(findings[0]!, document, text, snapshot), []);
  });

  it('does not become a part of a field', () => {
    const text = '# A\n\n**Owner:** Head\n**Version:** 1.0\n**Status:** aproved\n**Approved by:** CISO\n';
    assert.equal(silenced(text, 'on this line', 'invalid-field'), null);
    assert.ok(silenced(text, 'in this file', 'invalid-field'));
  });
});

describe('silencing a file', () => {
  const comment = '<!-- clausemark-disable-file unknown-reference -->';

  it('puts a comment below the front matter, else at the top', () => {
    for (const [before, after] of [
      [`---\nid: P-1\n---\n# A\n\n${wrong}.\n`, `---\nid: P-1\n---\n${comment}\n# A\n\n${wrong}.\n`],
      ['---\r\ncontrols: [99001:A.5.99]\r\n---', `---\r\ncontrols: [99001:A.5.99]\r\n---\r\n${comment}\r\n`],
      [`<!--\nid: P-1\n-->\n${wrong}.\n`, `<!--\nid: P-1\n-->\n${comment}\n${wrong}.\n`],
      [`\ufeff${wrong}.\n`, `\ufeff${comment}\n${wrong}.\n`],
      [`+++\ntitle = "x"\n+++\n\n${wrong}.\n`, `+++\ntitle = "x"\n+++\n${comment}\n\n${wrong}.\n`],
    ]) {
      assert.equal(file(before!), after);
    }
  });
});
