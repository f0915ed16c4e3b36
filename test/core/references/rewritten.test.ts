/**
 * The same documents, written otherwise (test/eval/rewrite.ts): what is recognised must not hang on spellings and marks.
 * Each loses a little, because a rewriting now and then does change what a place means.
 */
import assert from 'node:assert/strict';
import { type Level, scores } from '../../eval/evaluate.js';
import { type Measured, measureSet } from '../../eval/examSets.js';
import { changes, rewriteBy } from '../../eval/rewrite.js';

const sets = [
  'exam',
  'exam2',
  'exam3',
  'exam4',
  'exam5',
  'exam6',
  'exam7',
  'exam8',
  'exam9',
  'exam10',
  'exam11',
  'exam12',
  'exam13',
  'exam14',
  'exam15',
];

/** How much less than of the documents as they are the F1 may be. */
const usualLoss = 0.01;

/** Spellings that say less by themselves: paper sizes, other frameworks and items of lists are written so, too. */
const otherLosses: Readonly<Record<string, number>> = {
  '“A5.1” for “A.5.1”': 0.03,
  '“a.5.1” for “A.5.1”': 0.03,
};

function f1(measured: Measured, level: Level): number {
  return scores(measured.total[level]).f1;
}

for (const set of sets) {
  describe(`documents of ${set}, written otherwise`, function () {
    this.timeout(60_000);
    let asTheyAre: Measured;
    before(() => {
      asTheyAre = measureSet(
        set,
        rewriteBy((text) => text),
      );
    });

    it('are the same when nothing is changed', () => {
      assert.ok(asTheyAre.total.id.hits > 100);
      assert.ok(f1(asTheyAre, 'id') > 0.98);
    });

    for (const [name, change] of Object.entries(changes)) {
      it(`with ${name}`, () => {
        let changed = 0;
        const counted = (text: string): string => {
          const after = change(text);
          if (after !== text) changed++;
          return after;
        };
        const measured = measureSet(set, rewriteBy(counted));
        assert.ok(changed > 0);
        for (const level of ['id', 'standard', 'edition'] as const) {
          const [before, after] = [f1(asTheyAre, level), f1(measured, level)];
          assert.ok(
            after >= before - (otherLosses[name] ?? usualLoss),
            `${level}: ${before.toFixed(3)} → ${after.toFixed(3)}`,
          );
        }
        assert.deepEqual(measured.falseAlarms, asTheyAre.falseAlarms);
      });
    }
  });
}
