import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { checkDocument, checkSystem } from '../../server/src/core/rules/run.js';
import { realCatalog } from '../support/miniCatalog.js';
import { makeSnapshot } from '../support/workspace.js';
import { expandSnippet } from './support/expandSnippet.js';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const root = new URL('../../', import.meta.url);
const contributed: readonly { language: string; path: string }[] = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
).contributes.snippets;

function snippetsOf(name: string): [string, Snippet][] {
  return Object.entries(JSON.parse(readFileSync(new URL(`snippets/${name}.json`, root), 'utf8')));
}

/** `code: message` of every finding in a workspace of one file. */
function findingsIn(path: string, text: string): string[] {
  const snapshot = makeSnapshot({ [path]: text, 'evidence/file.md': '' }, { catalog: realCatalog()! });
  const document = snapshot.documents.get(path);
  const system = snapshot.systems[0];
  const findings = document ? checkDocument(document, snapshot) : system ? checkSystem(system, snapshot) : null;
  assert.ok(findings, `${path} is neither a document nor a soa.yaml`);
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

describe('The snippets', () => {
  it('are all contributed by package.json', () => {
    assert.deepEqual(
      contributed.map(({ path }) => path),
      ['./snippets/documents.json', './snippets/sections.json', './snippets/soa.json'],
    );
  });

  it('have a prefix that begins with our name, and a description', () => {
    for (const name of ['documents', 'sections', 'soa']) {
      for (const [title, { prefix, description }] of snippetsOf(name)) {
        assert.match(prefix[0]!, /^clausemark-/, title);
        assert.ok(description.length > 10, title);
      }
    }
  });

  for (const [title, { body }] of snippetsOf('documents')) {
    it(`“${title}” is a document without findings`, () => {
      const text = expandSnippet(body);
      const isWhole = /^# /m.test(text);
      assert.deepEqual(findingsIn('document.md', isWhole ? text : `${text}\n# Policies (ISO/IEC 27001 A.5.1)\n`), []);
    });
  }

  for (const [title, { body }] of snippetsOf('sections')) {
    it(`“${title}” names only what the catalog has`, () => {
      const codes = findingsIn('document.md', `# Policy\n\n${expandSnippet(body)}\n`).filter((finding) => {
        return !/^(missing-field|unused-suppression|discussed-not-claimed)/.test(finding);
      });
      assert.deepEqual(codes, []);
    });
  }

  for (const [title, { body }] of snippetsOf('soa')) {
    it(`“${title}” is read as a decision without a problem`, () => {
      const text = expandSnippet(body);
      const whole = text.startsWith('organisation:')
        ? text
        : `organisation: A\nstandards:\n  27001: { edition: 2022 }\ncontrols:\n${text.replace(/^(?=.)/gm, '  ')}`;
      const system = makeSnapshot({ 'soa.yaml': whole }, { catalog: realCatalog()! }).systems[0];
      assert.deepEqual(system?.problems, []);
      assert.equal(system?.decisions.length, 1);
      assert.ok(system?.decisions[0]?.entryKey, `${system?.decisions[0]?.written} is not in the catalog`);
    });
  }
});
