/** A reference to a withdrawn edition where the newer one is in force. */

import type { Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { isOfItsDay } from '../edits/migration/records.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { explainsItself } from './support/crosswalk.js';
import { isEditionInScope, sameTitle, successorsOf, worksBy } from './support/editions.js';
import { governingYear } from './support/governingYear.js';
import { moveOn } from './support/moveOn.js';
import { namesEdition } from './support/namesEdition.js';
import { keysOf } from './support/passage.js';
import { declaresOlder, hasNumbersOf, isNotInForce, isRecordFromBefore } from './support/standing.js';
import { isGroup, messageOf, type Superseded, supersededEntries } from './support/superseded.js';
import { type Usage, usageOf } from './support/usage.js';
import { shortName, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const supersededEdition: Rule = {
  code: 'superseded-edition',
  defaultSeverity: 'warning',
  title: 'A reference to a withdrawn edition of a standard',
  checkDocument(document, snapshot, report) {
    const isOld = (reference: Reference): boolean =>
      !reference.isCrosswalk && supersededEntries(reference, snapshot) !== null;
    if (!document.references.some(isOld)) return;
    const text = snapshot.textOf(document.path);
    if (isNotInForce(document, text)) return;
    const seen = new Map<Standard, 'in scope' | 'reminded'>();
    document.references.forEach((reference, index) => {
      const superseded = reference.isCrosswalk ? null : supersededEntries(reference, snapshot);
      if (!superseded) return;
      const { newest, entries } = superseded;
      if (isRecordFromBefore(newest, document, snapshot)) return;
      // Tags of one list stand side by side without telling a reader anything.
      if (!reference.isTag && explainsItself(entries, newest, index, document, text, snapshot.catalog)) return;
      if (!reference.isTag && isTheSameToday(superseded, reference, document, snapshot)) return;
      const usage = usageOf(reference, document, text);
      if (usage === 'spoken-of') return;
      if (!seen.has(newest)) seen.set(newest, isToBeMoved(superseded, document, snapshot) ? 'in scope' : 'reminded');
      else if (seen.get(newest) === 'reminded') return;
      // Nobody has moved to the new edition here: one reminder per document is enough.
      if (seen.get(newest) === 'reminded') report(remindOfWithdrawal(superseded, reference, document, snapshot));
      else report(reportSuperseded(superseded, usage, reference, document, snapshot));
    });
  },
};

/** Whether the document has to be of the newer edition, and does not say up front that it is of the older one. */
function isToBeMoved({ old, newest }: Superseded, document: PolicyDocument, snapshot: Snapshot): boolean {
  return isEditionInScope(newest, document, snapshot) && !declaresOlder(old, newest, document, snapshot);
}

/** "Clauses 9.2 and 9.3" below a heading that names the old year: the numbers are right in either edition. */
function isTheSameToday(
  { old, newest, entries }: Superseded,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  const text = snapshot.textOf(document.path);
  if (text !== null && governingYear(reference, old, document, text)) return false;
  return entries.every((entry) => {
    const successors = successorsOf(entry, newest, snapshot.catalog);
    return successors.length === 1 && successors[0]!.id === entry.id && sameTitle(successors[0]!, entry);
  });
}

function reportSuperseded(
  superseded: Superseded,
  usage: Usage,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  const { old, newest, entries } = superseded;
  // A text that names the old edition beside the number knows which one it cites; a tag claims it for today.
  const isKnown = reference.isTag
    ? keysOf(reference, document).includes(old.edition)
    : namesEdition(old, reference, document, snapshot);
  const isRecord = isKnown || usage === 'quoted' || entries.every(isGroup);
  const text = snapshot.textOf(document.path);
  // What an audit found or a contract names is put right by nobody who did not read it.
  const isCertain = !isRecord && !(text !== null && isOfItsDay(reference, document, text, snapshot.settings));
  return {
    span: reference.span,
    message: messageOf(superseded, reference, snapshot.catalog),
    tag: 'deprecated',
    severity: isRecord ? 'information' : undefined,
    fixes: isWholly(superseded, reference)
      ? moveOn({ old, newest, entries, reference, isCertain }, document, snapshot)
      : [],
  };
}

/** Whether every id of the reference is one of the old edition. */
function isWholly({ entries }: Superseded, reference: Reference): boolean {
  return entries.length === reference.ids.length;
}

/** For a document that is of the older edition as a whole: its numbers are moved together or not at all. */
function remindOfWithdrawal(
  { old, newest, entries }: Superseded,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  const lead = t(
    '{0} is a number of {1}, which is withdrawn; {2} is in force.',
    withTitle(entries[0]!),
    shortName(old),
    shortName(newest),
  );
  const rest = isEditionInScope(newest, document, snapshot)
    ? t(
        'This document says that it is about {0}, so its other numbers are not listed one by one. “clausemark migrate” moves them together.',
        shortName(old),
      )
    : worksBy(newest, document, snapshot)
      ? hasNumbersOf(newest, document, snapshot.catalog)
        ? t('Other numbers here are of {0}: cite that edition, unless the text means what once was.', shortName(newest))
        : t(
            'Of that standard this document names only the {0} edition, so its other numbers are not listed one by one. “clausemark migrate” moves them together.',
            old.edition,
          )
      : t('Nothing here says that you have moved to it yet: set the edition in soa.yaml to have every number checked.');
  return { span: reference.span, message: `${lead} ${rest}`, severity: 'information' };
}
