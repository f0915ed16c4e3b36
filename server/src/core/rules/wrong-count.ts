/** How many controls, themes or objectives an edition has, said with the numbers of another edition or of none. */

import type { CountStatement } from '../references/counts.js';
import { checkCounts } from './support/counts.js';
import type { Rule } from './types.js';

export const wrongCount: Rule = {
  code: 'wrong-count',
  defaultSeverity: 'information',
  title: 'A number of controls, themes or objectives that the edition does not have',
  checkDocument(document, snapshot, report) {
    const sentences = new Map<number, CountStatement[]>();
    for (const statement of document.counts ?? []) {
      const same = sentences.get(statement.sentence);
      if (same) same.push(statement);
      else sentences.set(statement.sentence, [statement]);
    }
    for (const statements of sentences.values()) checkCounts(statements, snapshot.catalog, report);
  },
};
