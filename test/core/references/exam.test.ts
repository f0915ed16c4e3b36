/**
 * Invented documents that were written and labelled by people who had not seen the recogniser, in five sets, each measured
 * before anything was changed for it (test/labels/README.md has the numbers). Since then they have been read: this is a
 * floor against regressions, not a measure of unseen documents.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { combineVotes, parseDocument, resolveDocument, scopeVotes } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { add, type Counts, compare, type Label, type Level, scores } from '../../eval/evaluate.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** The least F1 of each set for the id, with its standard, with its edition. */
const floors: Readonly<Record<string, Readonly<Record<Level, number>>>> = {
  exam: { id: 0.99, standard: 0.98, edition: 0.98 },
  exam2: { id: 0.99, standard: 0.99, edition: 0.99 },
  exam3: { id: 0.985, standard: 0.98, edition: 0.975 },
  exam4: { id: 0.985, standard: 0.98, edition: 0.98 },
  exam5: { id: 0.98, standard: 0.97, edition: 0.96 },
};

/** The labels of a set by document, and the documents by organisation: those of one folder have their scope in common. */
function readLabels(set: string): Map<string, Map<string, Label[]>> {
  const byFolder = new Map<string, Map<string, Label[]>>();
  for (const line of readFileSync(new URL(`../../labels/${set}/all.jsonl`, import.meta.url), 'utf8').split('\n')) {
    if (line === '') continue;
    const label = JSON.parse(line) as Label;
    const folder = label.file.split('/')[0]!;
    const byFile = byFolder.get(folder) ?? new Map<string, Label[]>();
    byFile.set(label.file, [...(byFile.get(label.file) ?? []), label]);
    byFolder.set(folder, byFile);
  }
  return byFolder;
}

for (const [set, least] of Object.entries(floors)) {
  describe(`documents of ${set}`, () => {
    const total: Record<Level, Counts> = {
      id: { hits: 0, missed: 0, false: 0 },
      standard: { hits: 0, missed: 0, false: 0 },
      edition: { hits: 0, missed: 0, false: 0 },
    };
    const falseAlarms: string[] = [];
    before(function () {
      this.timeout(60_000);
      const fixtures = new URL(`../../fixtures/${set}/`, import.meta.url);
      for (const files of readLabels(set).values()) {
        const drafts = [...files.keys()].map((file) =>
          parseDocument(file, readFileSync(new URL(file, fixtures), 'utf8'), context),
        );
        const scope = combineVotes(drafts.map((draft) => scopeVotes(draft, context)));
        for (const draft of drafts) {
          const labels = files.get(draft.path)!;
          const { counts } = compare(resolveDocument(draft, scope, context), labels);
          add(total, counts);
          if (labels.some((label) => label.negative) && counts.id.false > 0) falseAlarms.push(draft.path);
        }
      }
    });

    for (const level of ['id', 'standard', 'edition'] as const) {
      it(`are read with an F1 of at least ${least[level]} for the ${level}`, () => {
        const { f1 } = scores(total[level]);
        assert.ok(f1 >= least[level], `F1 is ${f1.toFixed(3)}`);
      });
    }

    it('give no reference where there is none', () => assert.deepEqual(falseAlarms, []));
  });
}
