/**
 * The largest statements that are read at all, of what is worst for readers. Nothing is timed: a quadratic step would run into
 * mocha's limit, or is counted.
 */
import assert from 'node:assert/strict';
import { documentSymbols } from '../../../server/src/core/features/documentSymbols.js';
import { checkSystem } from '../../../server/src/core/rules/run.js';
import { unknownDecision } from '../../../server/src/core/rules/unknown-decision.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();
const head = 'standards: { 27001: { edition: 2022 } }\n';

function numbered(start: string, size: number, line: (number: number) => string): string {
  const lines: string[] = [start];
  for (let number = 0, length = start.length; length < size; number++) {
    lines.push(line(number));
    length += lines[number + 1]!.length;
  }
  return lines.join('');
}

const texts: Readonly<Record<string, (size: number) => string>> = {
  'decisions on controls that do not exist': (size) =>
    numbered(`${head}controls:\n`, size, (n) => `  27001:A.5.${n}: { applicable: true }\n`),
  'controls of its own': (size) => numbered(`${head}additional:\n`, size, (n) => `  X-${n}: { title: x${n} }\n`),
  'decisions on one control': (size) =>
    numbered(`${head}controls:\n`, size, () => '  27001:A.5.1: { applicable: true }\n'),
  'decisions that are never closed': (size) =>
    numbered(`${head}controls:\n`, size, () => '  27001:A.5.1: { applicable: "x\n'),
  'keys that nobody knows': (size) => numbered('', size, (n) => `k${n}: v\n`),
  'evidence of one decision': (size) =>
    numbered(`${head}controls:\n  27001:A.5.1:\n    evidence:\n`, size, (n) => `      - evidence/a${n}.pdf\n`),
  'documents of one decision': (size) =>
    numbered(`${head}controls:\n  27001:A.5.1:\n    documents: [`, size, (n) => `a${n}.md, `),
  'risks of one decision': (size) =>
    numbered(`${head}controls:\n  27001:A.5.1:\n    drivers:\n      risk:\n`, size, (n) => `        - R-${n}\n`),
  folders: (size) => numbered(`${head}folders: [`, size, (n) => `f${n}, `),
  aliases: (size) => numbered('a: &a x\n', size, () => 'b: *a\n'),
  'colons in one line': (size) => numbered('a', size, () => ': a'),
  documents: (size) => numbered('', size, () => '---\na: b\n'),
  'silencing comments': (size) => numbered(head, size, () => '# clausemark-disable-next-line x\n'),
};

describe('Statements of hostile size', function () {
  this.timeout(120_000);

  for (const [name, textOf] of Object.entries(texts)) {
    it(`of ${name} are read, checked, shown and outlined`, () => {
      const text = textOf(250_000);
      const snapshot = makeSnapshot({ 'soa.yaml': text }, { catalog });
      const [system] = snapshot.systems;
      for (const { span, message } of checkSystem(system!, snapshot)) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        assert.doesNotMatch(message, /could not check this file/);
      }
      buildSoaModel(system!, snapshot);
      documentSymbols(snapshot, 'soa.yaml');
    });
  }

  it('of decisions on nothing look at each decision a few times, however many there are', () => {
    const text = texts['decisions on controls that do not exist']!(250_000);
    const snapshot = makeSnapshot({ 'soa.yaml': text }, { catalog });
    const [system] = snapshot.systems;
    let looks = 0;
    const decisions = system!.decisions.map((decision) =>
      Object.defineProperty({ ...decision }, 'entryKey', {
        get: () => {
          looks++;
          return decision.entryKey;
        },
      }),
    );
    let reports = 0;
    unknownDecision.checkSystem!(
      { ...system!, decisions },
      snapshot,
      () => reports++,
      () => false,
    );
    assert.ok(reports > 4900, String(reports));
    assert.ok(looks < 10 * decisions.length, `${looks} for ${decisions.length}`);
  });
});
