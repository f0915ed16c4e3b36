/** A control tagged in the front matter that the text of the document never comes to. */

import type { CatalogEntry } from '../catalog/types.js';
import { isNote, type PolicyDocument, type Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { lookUp } from './support/lookup.js';
import { scalarAt } from './support/replace.js';
import { titleWordsOf } from './support/titleLikeness.js';
import { countOfControls, withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const claimedNotDiscussed: Rule = {
  code: 'claimed-not-discussed',
  defaultSeverity: 'information',
  title: 'A control tagged in the front matter that no section names',
  checkDocument(document, snapshot, report) {
    const claimed = controlClaims(document, snapshot, isSingle);
    if (claimed.length === 0) return;
    const discussed = entriesOfBody(document, snapshot);
    const open = claimed.filter(({ entry }) => !discussed.has(entry.key));
    const claims = open.length === 0 ? open : withoutHeading(open, document);
    if (claims.length === 0) return;
    if (discussed.size === 0) {
      report(summary(claims[0]!, controlClaims(document, snapshot), document));
      return;
    }
    for (const { entry, reference } of claims) {
      report({
        span: reference.span,
        message: t(
          'This document claims {0}, but no section names or tags it. An auditor asks where it is written: tag the section that fulfils it, or remove the claim.',
          withTitle(entry),
        ),
      });
    }
  },
};

interface Claim {
  readonly entry: CatalogEntry;
  readonly reference: Reference;
}

/** A range stands for a theme as a whole: none of its controls has to be discussed for itself. */
function isSingle({ ids }: Reference): boolean {
  return ids.length === 1;
}

/** The controls that front matter tags claim, each once. */
function controlClaims(
  document: PolicyDocument,
  snapshot: Snapshot,
  isMeant: (tag: Reference) => boolean = () => true,
): Claim[] {
  const claims = new Map<string, Claim>();
  for (const reference of document.references) {
    if (!reference.isTag || reference.where !== 'front-matter' || !isMeant(reference)) continue;
    for (const { entry } of lookUp(reference, snapshot.catalog)) {
      if (entry?.kind === 'control' && !claims.has(entry.key)) claims.set(entry.key, { entry, reference });
    }
  }
  return [...claims.values()];
}

function entriesOfBody(document: PolicyDocument, snapshot: Snapshot): Set<string> {
  const keys = new Set<string>();
  for (const reference of document.references) {
    if (reference.where === 'front-matter' || isNote(reference)) continue;
    for (const { entry } of lookUp(reference, snapshot.catalog)) if (entry) keys.add(entry.key);
    for (const reading of reference.readings) {
      const standard = snapshot.catalog.edition(reading.standard, reading.edition);
      const entry = standard && snapshot.catalog.find(standard.key, reference.id);
      if (entry) keys.add(entry.key);
    }
  }
  return keys;
}

/** A section that bears the title of the control discusses it, whether or not it gives the number. */
function withoutHeading(claims: readonly Claim[], document: PolicyDocument): Claim[] {
  const headings = document.headings.map((heading) => titleWordsOf(heading.text));
  return claims.filter(({ entry }) => {
    const titles = [entry.title, ...(entry.aliases ?? [])].map(titleWordsOf).filter((title) => title.size > 0);
    return !headings.some((heading) => titles.some((title) => [...title].every((word) => heading.has(word))));
  });
}

/**
 * Where the text works without references, one remark at the key is enough. What a heading is the title of is none of the
 * open claims.
 * @param claimed all of them, those of ranges too
 */
function summary({ reference: first }: Claim, claimed: readonly Claim[], document: PolicyDocument) {
  const open = withoutHeading(claimed, document);
  const all = countOfControls(claimed.length);
  return {
    span: scalarAt(document, first.span)?.keySpan ?? first.span,
    message:
      open.length === claimed.length
        ? t(
            'This document claims {0}, but its sections name none of them. Tag the sections (<!-- controls: … -->), so that the Statement of Applicability can link to the place.',
            all,
          )
        : t(
            'This document claims {0}, but its sections do not name {1} of them. Tag the sections (<!-- controls: … -->), so that the Statement of Applicability can link to the place.',
            all,
            open.length,
          ),
    severity: 'hint' as const,
  };
}
