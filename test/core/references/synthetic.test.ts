/**
 * The documents of test/fixtures/references, written for this purpose, and their labels in test/labels/synthetic: every
 * reference must be found with its ids, its standard and its edition, and nothing else may be.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { ScopedStandard } from '../../../server/src/core/document.js';
import { impliedScope, type ParseContext, parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { findLineStarts, lineAt, offsetAt } from '../../../server/src/core/text.js';
import { type Comparison, compare, type Label } from '../../eval/evaluate.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const fixtures = new URL('../../fixtures/references/', import.meta.url);
const labelFolder = new URL('../../labels/synthetic/', import.meta.url);

/** Documents in which something is still lost, by file name; empty whenever nobody is at work on the recogniser. */
const knownLosses: readonly string[] = [];

interface LabelledDocument {
  readonly file: string;
  readonly text: string;
  /** The standards in scope for the document, or null: the document alone. */
  readonly workspace: readonly ScopedStandard[] | null;
  readonly negative: boolean;
  readonly labels: readonly Label[];
}

function readDocument(file: string): LabelledDocument {
  const rows = readFileSync(new URL(file.replace(/\.md$/, '.jsonl'), labelFolder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label & { readonly workspace?: readonly string[] });
  const declared = rows.find((row) => row.workspace !== undefined)?.workspace;
  const workspace = declared?.map((one) => {
    const [standard, edition] = one.split(':');
    return { standard: standard!, edition: edition ?? null };
  });
  return {
    file,
    text: readFileSync(new URL(file, fixtures), 'utf8'),
    workspace: workspace ?? null,
    negative: rows.some((row) => row.negative),
    labels: rows.filter((row) => row.range !== undefined),
  };
}

const documents = readdirSync(fixtures)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map(readDocument);

/**
 * One sentence for each loss: the line, what stands there, and what was expected or found. What is lost at the level of
 * the id is lost at those of standard and edition too and is said once.
 */
function lossesOf({ text }: LabelledDocument, result: Comparison): string[] {
  const lineStarts = findLineStarts(text);
  const said = new Map<string, string>();
  for (const miss of result.misses) {
    const line = miss.line >= 0 ? miss.line : lineAt(lineStarts, -1 - miss.line);
    const place = `${miss.kind} ${miss.line} ${miss.text} ${miss.detail}`;
    const sentence = `line ${line + 1}: ${miss.level} ${miss.kind} ${JSON.stringify(miss.text)} ${miss.detail}`;
    if (!said.has(place)) said.set(place, sentence);
  }
  return [...said.values()];
}

describe('synthetic documents', () => {
  const context: ParseContext = { catalog: catalogOfProject(), settings: defaultSettings };

  it('are at least forty-five, twelve of them without any reference', () => {
    assert.ok(documents.length >= 45, `${documents.length} documents`);
    const negatives = documents.filter((document) => document.negative);
    assert.ok(negatives.length >= 12, `${negatives.length} without references`);
    assert.deepEqual(
      negatives.filter((document) => document.labels.some((label) => label.kind !== 'external')),
      [],
    );
  });

  for (const document of documents) {
    it(`${document.file}: labels stand where they say`, () => {
      const lineStarts = findLineStarts(document.text);
      for (const label of document.labels) {
        const start = offsetAt(lineStarts, document.text.length, label.range.start);
        const end = offsetAt(lineStarts, document.text.length, label.range.end);
        assert.equal(label.file, document.file);
        assert.equal(document.text.slice(start, end), label.text, `line ${label.range.start.line + 1}`);
        assert.equal(label.id, label.ids[0], `line ${label.range.start.line + 1}`);
      }
    });

    it(`${document.file}: no reference lost and none invented`, function () {
      const draft = parseDocument(document.file, document.text, context);
      // A document with no declared workspace is read alone: with nothing in scope, and as the only one of its workspace.
      const scopes = document.workspace ? [document.workspace] : [[], impliedScope([draft], context)];
      const losses = scopes.flatMap((scope) =>
        lossesOf(document, compare(resolveDocument(draft, scope, context), document.labels)),
      );
      if (losses.length > 0 && knownLosses.includes(document.file)) this.skip();
      assert.deepEqual(losses, []);
    });
  }
});
