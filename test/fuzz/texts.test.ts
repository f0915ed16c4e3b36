/**
 * Whatever a text holds, reading it gives a document whose places lie in the text, which is the same after being stored,
 * and findings at places in it; and every truncation of the examples too. `npm run fuzz` tries hundreds of thousands.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentPacker, unpackDocument } from '../../server/src/core/compact/documents.js';
import { Names } from '../../server/src/core/compact/names.js';
import { parseDocument, resolveDocument, scopeVotes } from '../../server/src/core/parse.js';
import { checkDocument, checkSystem } from '../../server/src/core/rules/run.js';
import type { Finding } from '../../server/src/core/rules/types.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { makeSnapshot } from '../support/workspace.js';
import { damaged } from './support/mutate.js';
import { keeping, policies, runs, statements } from './support/texts.js';

const catalog = catalogOfProject();
const context = { catalog, settings: defaultSettings };
const names = new Names();
const packer = new DocumentPacker(names);
const scope = [
  { standard: '27001', edition: '2022' },
  { standard: '42001', edition: null },
];

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Every span anywhere in a value. */
function* spansIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const { start, end } = value as Partial<Place>;
  if (typeof start === 'number' && typeof end === 'number') yield { start, end };
  for (const part of Object.values(value)) yield* spansIn(part);
}

function assertWithin(text: string, value: unknown): void {
  for (const { start, end } of spansIn(value))
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}

function assertHealthy(findings: readonly Finding[], text: string): void {
  for (const finding of findings) {
    assertWithin(text, finding.span);
    assert.doesNotMatch(finding.message, /could not check this file/);
  }
}

function checkPolicy(text: string): void {
  const draft = parseDocument('policy.md', text, context);
  const document = resolveDocument(draft, scope, context);
  scopeVotes(draft, context);
  assertWithin(text, { ...document, lineStarts: null });
  assert.deepEqual(unpackDocument(packer.pack(document), names), document);
  const snapshot = makeSnapshot({ 'policy.md': text }, { catalog });
  assertHealthy(checkDocument(snapshot.documents.get('policy.md')!, snapshot), text);
}

function checkStatement(text: string): void {
  const policy = '---\nid: POL-1\ncontrols: [27001:A.5.15]\n---\n# Access\n\nSee A.5.16.\n';
  const snapshot = makeSnapshot({ 'soa.yaml': text, 'policy.md': policy }, { catalog });
  const [system] = snapshot.systems;
  assertWithin(text, { ...system!, lineStarts: null });
  assertHealthy(checkSystem(system!, snapshot), text);
  buildSoaModel(system!, snapshot);
}

describe('Random damage', function () {
  this.timeout(0);

  it('to policies', () => {
    fc.assert(
      fc.property(damaged(policies()), (text) => keeping('.md', text, () => checkPolicy(text))),
      { numRuns: runs },
    );
  });

  it('to statements', () => {
    fc.assert(
      fc.property(damaged(statements()), (text) => keeping('.yaml', text, () => checkStatement(text))),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});

describe('Every beginning of the examples', function () {
  this.timeout(0);
  const beginnings = (texts: readonly string[], most: number) => {
    const all = texts.reduce((sum, text) => sum + text.length, 0);
    // A step that is no multiple of anything, so that runs of the suite meet all kinds of places.
    const step = process.env['CLAUSEMARK_FUZZ'] ? 1 : Math.ceil(all / most);
    return texts.flatMap((text) => {
      const lengths: number[] = [];
      for (let length = text.length % step; length <= text.length; length += step) lengths.push(length);
      return lengths.map((length) => text.slice(0, length));
    });
  };

  it('of the policies', () => {
    for (const text of beginnings(policies(), 250)) keeping('.md', text, () => checkPolicy(text));
  });

  it('of the statements', () => {
    for (const text of beginnings(statements(), 25)) keeping('.yaml', text, () => checkStatement(text));
  });
});
