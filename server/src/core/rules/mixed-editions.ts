/** A document that speaks of a withdrawn edition as its own, in a system that works by the edition in force. */
import { replacementOf } from './support/editions.js';
import { isInScope, scopeOf } from './support/scope.js';
import type { Rule } from './types.js';

export const mixedEditions: Rule = {
  code: 'mixed-editions',
  defaultSeverity: 'information',
  title: 'A document that names a withdrawn edition while the management system works by the edition in force',
  checkDocument(document, snapshot, report) {
    const named = document.named ?? [];
    for (const one of named) {
      const old = snapshot.catalog.edition(one.standard, one.edition);
      const newest = old?.status === 'withdrawn' ? replacementOf(old, snapshot.catalog) : null;
      // A text that names both editions speaks of the transition.
      const namesNewest = named.some((other) => other.standard === one.standard && other.edition === newest?.edition);
      // What the document itself cites does not count: one number of the new edition is not the rest of the system.
      if (!old || !newest || namesNewest || !isInScope(newest, scopeOf(document.path, snapshot), snapshot.catalog)) continue;
      report({
        span: one.span,
        message:
          `This document names ${old.name}, which was replaced by ${newest.name}; the rest of the management system works by ` +
          `${newest.name}. A certificate is for one edition: update the name and check the references of this document.`,
      });
    }
  },
};
