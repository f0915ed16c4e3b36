/** A control that the text cites and that the document does not tag. */

import type { CatalogEntry } from '../catalog/types.js';
import { isNote, type PolicyDocument, type Reference } from '../document.js';
import { addTag } from '../edits/frontMatterList.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { listedFor } from '../soa/listedDocuments.js';
import { excludedControls } from './support/decisions.js';
import { lookUp } from './support/lookup.js';
import { isInHistory } from './support/ownHistory.js';
import { passageOf } from './support/passage.js';
import { scalarAt } from './support/replace.js';
import { isInScope, scopeOf, systemOf } from './support/scope.js';
import { countOfControls, joinSome, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const discussedNotClaimed: Rule = {
  code: 'discussed-not-claimed',
  defaultSeverity: 'information',
  title: 'A control that the text cites but the document does not tag',
  checkDocument(document, snapshot, report, isSilenced) {
    const open = untaggedControls(document, snapshot).filter(({ reference }) => !isSilenced(reference.span));
    if (open.length > mostSaidAlone) return report(summary(open, document, snapshot));
    for (const { entry, reference } of open) {
      report({
        span: reference.span,
        message: t(
          'The text cites {0}, but the document does not tag it, so it does not count as covered here. Add the tag if this text fulfils the control.',
          withTitle(entry),
        ),
        fixes: addition(entry, document, snapshot),
      });
    }
  },
};

/** A text that cites more controls than it tags speaks of them, like a report or a table of roles: that is said once. */
const mostSaidAlone = 5;

/** Places beside a report: more of them nobody opens one by one. */
const mostRelated = 20;

interface Untagged {
  readonly entry: CatalogEntry;
  /** The first that cites it. */
  readonly reference: Reference;
}

/**
 * The controls in scope that the text cites and the document does not tag, nor the statement lists it for; none where it tags
 * nothing.
 */
function untaggedControls(document: PolicyDocument, snapshot: Snapshot): Untagged[] {
  const claimed = claimedEntries(document, snapshot);
  if (claimed.size === 0) return [];
  const scope = scopeOf(document.path, snapshot);
  const system = systemOf(document.path, snapshot);
  const excluded = excludedEntries(document, snapshot);
  const seen = new Set<string>();
  const open: Untagged[] = [];
  for (const reference of document.references) {
    // A range or a list of many controls speaks of the standard, not of what this document fulfils.
    if (
      reference.isTag ||
      reference.where === 'front-matter' ||
      isNote(reference) ||
      reference.isCrosswalk ||
      reference.ids.length !== 1
    )
      continue;
    const looked = lookUp(reference, snapshot.catalog)[0];
    if (looked?.state !== 'known' || looked.entry?.kind !== 'control') continue;
    const { entry } = looked;
    if (claimed.has(entry.key) || seen.has(entry.key) || !isInScope(looked.standard, scope, snapshot.catalog)) continue;
    // Beside the title of another control nobody knows which of the two to tag; "see" leads to another place.
    if (reference.titledAs || excluded.has(entry.key) || isSaidInPassing(reference, document, snapshot)) continue;
    if (system && listedFor(entry.key, [system], snapshot).some(({ path }) => path === document.path)) continue;
    seen.add(entry.key);
    open.push({ entry, reference });
  }
  return open;
}

/** One report at the tags, with the places of all. */
function summary(open: readonly Untagged[], document: PolicyDocument, snapshot: Snapshot): Report {
  const tag = document.references.find((reference) => reference.isTag && reference.where === 'front-matter');
  const first = tag ?? open[0]!.reference;
  const { path } = document;
  return {
    span: scalarAt(document, first.span)?.keySpan ?? first.span,
    message: t(
      'The text cites {0} that the document does not tag, so they do not count as covered here: {1}. Add the tags of those that this text fulfils; what it only speaks of needs none.',
      countOfControls(open.length),
      joinSome(
        open.map(({ entry }) => `${snapshot.catalog.standard(entry.standardKey)!.standard}:${entry.id}`),
        mostSaidAlone,
      ),
    ),
    related: open
      .slice(0, mostRelated)
      .map(({ entry, reference }) => ({ path, span: reference.span, message: withTitle(entry) })),
    fixes: open.slice(0, mostSaidAlone).flatMap(({ entry }) => addition(entry, document, snapshot)),
  };
}

function claimedEntries(document: PolicyDocument, snapshot: Snapshot): Set<string> {
  const keys = new Set<string>();
  for (const reference of document.references) {
    if (!reference.isTag) continue;
    for (const { entry } of lookUp(reference, snapshot.catalog)) {
      if (entry?.kind === 'control') keys.add(entry.key);
    }
  }
  return keys;
}

/** What the Statement of Applicability of the document excludes: a text that says so fulfils nothing. */
function excludedEntries(document: PolicyDocument, snapshot: Snapshot): Set<string> {
  const system = systemOf(document.path, snapshot);
  return new Set(system ? excludedControls(system, snapshot).map(({ entry }) => entry.key) : []);
}

/** In characters: "not to be confused with", a few words and a bracket. */
const longestLead = 120;

/** "See A.5.3", "see A.5.3 and A.5.5": leads to another place. */
const pointer =
  /(?:^|[\s(])(?:see|cf\.?|compare|siehe|vgl\.?|s\.|voir|cf|véase|ver|consulte|zie|vedi|cfr\.?)(?: also| auch| aussi| también| também| ook| anche)?(?: (?:control|controls|annex|maßnahme|mesure|control[el]e?|maatregel|controllo))?[\s(]+(?:[AB]\.[\d.]*\d,?\s(?:(?:and|or|und|oder|et|ou|y|o|e|en|of)\s)?)*$/iu;

/** "Not to be confused with access control (A.5.15)": what the text is not about. */
const confusion =
  /(?:not (?:to )?be (?:confused|mixed up) with|(?:confused?|mixed up) with|(?:verwechseln|verwechselt werden) mit|confondre avec|(?:confundir(?:se)?|confundirlo|confundid[oa]) co[nm]|(?:verwarren|verward) met|(?:confondere|confuso|confusa) con)(?:[\s,/]+(?:[\p{L}'’-]+|[AB]\.[\d.]*\d)){0,5}[\s(]+$/iu;

/** Whether a control is only pointed to, set apart, or named in the history of the document: such a place fulfils nothing. */
function isSaidInPassing(reference: Reference, document: PolicyDocument, snapshot: Snapshot): boolean {
  const text = snapshot.textOf(document.path) ?? '';
  const { start } = reference.span;
  const lead = text.slice(Math.max(0, start - longestLead), start);
  if (pointer.test(lead) || confusion.test(lead)) return true;
  const passage = passageOf(reference, document, text);
  return passage !== null && isInHistory(passage);
}

function addition(entry: CatalogEntry, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const text = snapshot.textOf(document.path);
  const standard = snapshot.catalog.standard(entry.standardKey);
  if (text === null || !standard) return [];
  const edit = addTag(text, document, entry, standard, snapshot.settings);
  if (!edit) return [];
  return [{ title: t('Tag this document with {0}', withTitle(entry)), edits: [{ path: document.path, ...edit }] }];
}
