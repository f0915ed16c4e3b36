/** From the numbers of a draft to ids of the catalog: which id a form means in an edition, and whether it exists there. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { ReferenceKind } from '../../document.js';
import { oncePer } from '../../oncePer.js';
import type { DraftReference } from '../draft.js';
import type { Form, Member } from '../grammar.js';
import { isManagementSystem, type NamedStandard } from '../text/standardNames.js';
import { isTitleOf } from '../titles/titles.js';

/** The id of an entry in one edition, with the form that proved right (a "clause 5.17" may be the control A.5.17). */
export interface Found {
  readonly edition: Standard;
  readonly entry: CatalogEntry;
  readonly form: Form;
  readonly prefix: string;
}

interface Attempt {
  readonly form: Form;
  readonly prefix: string;
}

const asClause: Attempt = { form: 'clause', prefix: '' };
const inAnnexA: Attempt = { form: 'annex', prefix: 'A.' };
const inAnnexB: Attempt = { form: 'annex', prefix: 'B.' };
const onlyClause: readonly Attempt[] = [asClause];
const onlyAnnexA: readonly Attempt[] = [inAnnexA];
const onlyAnnexB: readonly Attempt[] = [inAnnexB];
const anyAnnex: readonly Attempt[] = [inAnnexA, inAnnexB];
const clauseOrControl: readonly Attempt[] = [asClause, inAnnexA];

function attempts(draft: DraftReference, isCompanion: boolean): readonly Attempt[] {
  if (draft.form === 'annex') return draft.letter === 'A' ? onlyAnnexA : onlyAnnexB;
  // A control has no letters: "additional controls (6.1.3 d)" speaks of the clause.
  if (draft.form === 'control' && !isCompanion && draft.members[0]!.items.length > 0) return onlyClause;
  if (isCompanion || draft.form === 'control') return anyAnnex;
  return clauseOrControl;
}

/** What the first number of the draft means in an edition, or null where the edition has no such id. */
export function findIn(catalog: Catalog, edition: Standard, draft: DraftReference, isCompanion: boolean): Found | null {
  const { number } = draft;
  for (const { form, prefix } of attempts(draft, isCompanion)) {
    if (form === 'annex' && draft.form === 'clause' && !isCompanion && !mayBeControl(catalog, edition, draft)) continue;
    const entry = catalog.find(edition.key, prefix + number);
    if (!entry) continue;
    // Both ends of a range exist in the edition that is meant.
    const { to } = draft.members[0]!;
    if (to !== null && !catalog.find(edition.key, prefix + to.join('.'))) continue;
    // The numbers of guidance (Annex B) are not what "control 5.2" means.
    if (draft.form !== 'annex' && prefix === 'B.' && entry.kind !== 'control') continue;
    return { edition, entry, form, prefix };
  }
  return null;
}

/** Whether a number that a standard never had circulates as a control of it. */
export function circulates(standard: string, { letter, number, form }: DraftReference, catalog: Catalog): boolean {
  return form === 'annex' && catalog.edition(standard)?.inventedIds?.includes(`${letter}.${number}`) === true;
}

/**
 * People call controls clauses ("clause 5.17"). It is believed where a label left both open, where the control's title
 * stands beside it, or where the number is far beyond the clauses that exist; "clause 8.5" is more likely a slip.
 */
function mayBeControl(catalog: Catalog, edition: Standard, draft: DraftReference): boolean {
  const { parts } = draft.members[0]!;
  if (parts.length < 2 || draft.isSection || (draft.isChapter && draft.ofOthers)) return false;
  if (draft.isEither) return true;
  const control = catalog.find(edition.key, `A.${draft.number}`);
  if (control && draft.titleWords !== null && isTitleOf(control, draft.titleWords)) return true;
  return isBeyondClauses(parts, edition, catalog);
}

/** Whether neither the edition nor the one in force has a clause of the number, or one that a slip could have made it of. */
export function isBeyondClauses(parts: readonly number[], edition: Standard, catalog: Catalog): boolean {
  // "Clauses 9.2.1 and 9.2.3": that 9.2 had no parts in 2013 does not make the second one a control of 2013.
  const editions = [edition, ...catalog.editions(edition.standard).filter(({ status }) => status === 'current')];
  for (let near = 0; near <= 3; near++) {
    const number = [...parts.slice(0, -1), parts[parts.length - 1]! - near].join('.');
    if (editions.some(({ key }) => catalog.find(key, number))) return false;
  }
  return true;
}

/** The edition that is an extension of others (27701:2019) and has the clause, if it is among those named. */
export function extensionAmong(
  named: readonly Pick<NamedStandard, 'standard' | 'edition'>[],
  draft: DraftReference,
  catalog: Catalog,
): Standard | undefined {
  return extensionsOf(catalog).find(
    (extension) =>
      named.some(({ standard, edition }) => standard === extension.standard && edition === extension.edition) &&
      findIn(catalog, extension, draft, false) !== null,
  );
}

/** Its full title says so. */
const extensionsOf = oncePer((catalog: Catalog): readonly Standard[] =>
  catalog.standards.filter((one) => isManagementSystem(one) && /\bextension to\b/i.test(one.fullTitle)),
);

/** What the id of a draft means in the edition in force of a standard, or null where that has none. */
export function findInForce(standard: string, draft: DraftReference, catalog: Catalog): Found | null {
  const edition = catalog.edition(standard);
  return edition?.status === 'current' && isManagementSystem(edition) ? findIn(catalog, edition, draft, false) : null;
}

/** Whether the id is that of a control in the edition in force. */
export function hasControlInForce(standard: string, draft: DraftReference, catalog: Catalog): boolean {
  return findInForce(standard, draft, catalog)?.entry.kind === 'control';
}

/** The entry of an id in the edition that is named, or in the one in force where none is. */
export function entryIn({ standard, edition }: NamedStandard, id: string, catalog: Catalog): CatalogEntry | undefined {
  const named = catalog.edition(standard, edition);
  return named && catalog.find(named.key, id);
}

/** Whether an id comes right behind the last control of its group in a standard, as A.7.7 does in ISO/IEC 42001; it is a slip there. */
export function endsGroup(named: NamedStandard, { letter, members }: DraftReference, catalog: Catalog): boolean {
  const { parts, to } = members[0]!;
  if (parts.length < 2 || to !== null) return false;
  const group =
    letter +
    parts
      .slice(0, -1)
      .map((part) => `.${part}`)
      .join('');
  const has = (number: number): boolean => entryIn(named, `${group}.${number}`, catalog)?.kind === 'control';
  const last = parts[parts.length - 1]!;
  return !has(last) && (has(last - 1) || has(last - 2));
}

/**
 * Those that have the id of a control in force, or in the edition that they name; all where none of them or no control is meant: A.6.1.3 is
 * of ISO/IEC 42001 rather than of ISO/IEC 27001, which had it in 2013.
 */
export function inForceAmong(
  named: readonly NamedStandard[],
  draft: DraftReference,
  catalog: Catalog,
): readonly NamedStandard[] {
  if (draft.form !== 'annex' || named.length < 2) return named;
  const having = named.filter(({ standard, edition }) => {
    const found = edition === null ? [] : findEditions(catalog, standard, edition, draft, false);
    // `controls: [A.5.1]`: what is tagged so is no objective.
    const isNamed = draft.isTag ? found.some(({ entry }) => entry.kind === 'control') : found.length > 0;
    return isNamed || hasControlInForce(standard, draft, catalog);
  });
  return having.length > 0 ? having : named;
}

/** All editions of a standard that have the id, newest first; only the given edition where one is given. */
export function findEditions(
  catalog: Catalog,
  standard: string,
  edition: string | null,
  draft: DraftReference,
  isCompanion: boolean,
): Found[] {
  const found: Found[] = [];
  for (const candidate of catalog.editions(standard)) {
    if (!isManagementSystem(candidate) || (edition !== null && candidate.edition !== edition)) continue;
    const hit = findIn(catalog, candidate, draft, isCompanion);
    if (hit) found.push(hit);
  }
  return found;
}

/** Whether any edition of a standard has the id; where an edition is given, that one. */
function hasEdition(
  catalog: Catalog,
  { standard, byCompanion }: NamedStandard,
  edition: string | null,
  draft: DraftReference,
): boolean {
  for (const candidate of catalog.editions(standard)) {
    if (!isManagementSystem(candidate) || (edition !== null && candidate.edition !== edition)) continue;
    if (findIn(catalog, candidate, draft, byCompanion)) return true;
  }
  return false;
}

/**
 * The standards of a layer that have the id: those in the edition that the layer names, or without any of them in some edition. What was
 * only a group of controls in an edition that is withdrawn does not stand beside a control in force of another one.
 */
export function standardsWithId(
  catalog: Catalog,
  named: readonly NamedStandard[],
  draft: DraftReference,
): NamedStandard[] {
  const exact = named.filter((one) => hasEdition(catalog, one, one.edition, draft));
  const having = exact.length > 0 ? exact : named.filter((one) => hasEdition(catalog, one, null, draft));
  if (having.length < 2 || draft.form === 'clause') return having;
  const withoutGroups = having.filter((one) => one.edition !== null || !isOldGroup(one, draft, catalog));
  return withoutGroups.some(({ standard }) => hasControlInForce(standard, draft, catalog)) ? withoutGroups : having;
}

/** Whether only withdrawn editions have the id, and none as a control: `A.7.4` of ISO/IEC 27701. */
export function isOldGroup({ standard, byCompanion }: NamedStandard, draft: DraftReference, catalog: Catalog): boolean {
  const found = findEditions(catalog, standard, null, draft, byCompanion);
  return found.every(({ edition, entry }) => edition.status === 'withdrawn' && kindOf(entry) !== 'control');
}

/** The ids of all members, ranges expanded. `edition` gives the order for ranges across groups; null expands by number only. */
export function expandIds(
  catalog: Catalog,
  edition: Standard | null,
  prefix: string,
  members: readonly Member[],
): string[] {
  const [only] = members;
  if (members.length === 1 && only!.items.length === 0 && only!.to === null) return [prefix + only!.parts.join('.')];
  const ids: string[] = [];
  for (const member of members) {
    const id = prefix + member.parts.join('.');
    if (member.items.length > 0) ids.push(...member.items.map((item) => `${id} ${item}`));
    else if (member.to === null) ids.push(id);
    else ids.push(...expandRange(catalog, edition, prefix, member.parts, member.to));
  }
  return [...new Set(ids)];
}

const longestRange = 200;

function expandRange(
  catalog: Catalog,
  edition: Standard | null,
  prefix: string,
  from: readonly number[],
  to: readonly number[],
): string[] {
  const last = from.length - 1;
  if (from.slice(0, last).join('.') === to.slice(0, last).join('.')) {
    const ids: string[] = [];
    const head =
      prefix +
      from
        .slice(0, last)
        .map((part) => `${part}.`)
        .join('');
    for (let part = from[last]!; part <= to[last]! && ids.length < longestRange; part++) ids.push(head + part);
    return ids;
  }
  const first = prefix + from.join('.');
  const end = prefix + to.join('.');
  if (edition) {
    const controls = catalog.controls(edition.key);
    const start = controls.findIndex((entry) => entry.id === first);
    const stop = controls.findIndex((entry) => entry.id === end);
    if (start >= 0 && stop > start) return controls.slice(start, stop + 1).map((entry) => entry.id);
    if (prefix === '' && from.length === to.length) return clausesBetween(edition, first, end);
  }
  return [first, end];
}

/** "4.1 to 5.3": the clauses of that depth from one to the other, chapters between them left out. */
function clausesBetween({ entries }: Standard, first: string, end: string): string[] {
  const depth = first.split('.').length;
  const clauses = entries.filter(({ kind, id }) => kind === 'clause' && id.split('.').length === depth);
  const start = clauses.findIndex(({ id }) => id === first);
  const stop = clauses.findIndex(({ id }) => id === end);
  return start >= 0 && stop > start ? clauses.slice(start, stop + 1).map(({ id }) => id) : [first, end];
}

/** Whether some edition of a management system's standard has a control, or guidance on one, with the id. */
export function isControlOfAny(id: string, catalog: Catalog): boolean {
  return catalog.standards.some((standard) => {
    const kind = isManagementSystem(standard) ? catalog.find(standard.key, id)?.kind : undefined;
    return kind === 'control' || kind === 'guidance';
  });
}

/** The kind that a reference to the entry has. */
export function kindOf(entry: CatalogEntry): ReferenceKind {
  if (entry.kind === 'control' || entry.kind === 'theme' || entry.kind === 'objective' || entry.kind === 'guidance')
    return entry.kind;
  return entry.kind === 'general' ? 'guidance' : 'clause';
}

/** The kind of an id that does not exist, from its form. */
export function kindOfForm(draft: DraftReference): ReferenceKind {
  if (draft.form === 'clause') return 'clause';
  return draft.members[0]!.parts.length === 1 ? 'theme' : 'control';
}
