/** Bare numbers in columns of controls or clauses that their standard does not have: slips of the author? */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { DraftDocument, DraftReference } from '../draft.js';
import { isCountedUp, isListable } from '../tables/columnCells.js';
import {
  columnName,
  factsOf,
  isInColumn,
  isListed,
  isSingleStandard,
  namedUpFront,
  namesNoFramework,
  numbersItself,
} from './documentFacts.js';
import { nearLayers, type Outcome } from './outcome.js';

/** So many numbers of one column make it a list of controls. */
const enoughInColumn = 5;
/** So many may be missing where fewer are right: more are somebody's own numbers. */
const mostSlips = 2;
/** In numbers: among so many two missing ones are few. */
const longColumn = 12;

/**
 * `| 5.38 | … |` in a column of bare numbers all others of which are controls, or clauses, of the standard: a slip, not something
 * else. In a short column its head must say what they are, and so it must of one farther on in its cell: `| 8.22, 8.45 |`; there a standard
 * and its edition says so, too.
 */
export function isSlipInColumn(
  draft: DraftReference,
  outcome: Extract<Outcome, { state: 'unknown' }>,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  if (!(isListed(draft) || isInColumn(draft)) || parts.length > 3) return false;
  const standard = catalog.edition(outcome.named.standard, outcome.named.edition);
  const prefix = draft.form === 'control' ? 'A.' : '';
  if (!standard || !catalog.find(standard.key, `${prefix}${parts[0]}`)) return false;
  if (isOfRow(draft, outcome)) return isSlipOfRow(draft, prefix, standard, document, catalog);
  const { columns, inColumns } = factsOf(document);
  const name = columnName(draft);
  const isSlipAmong = (column: readonly string[]): boolean => {
    const { missing, areNext } = missingIn(column, prefix, standard, catalog);
    const known = column.length - missing.length;
    const areFew = missing.length <= Math.max(column.length < longColumn ? 1 : mostSlips, column.length / 10);
    if (isListed(draft) && known >= enoughInColumn && areFew) return true;
    if (known === 0 || missing.length > Math.max(mostSlips, known) || !isTold(draft, outcome, document)) return false;
    // "9.1" to "9.4": clauses of a text of one's own, or the items of a list, unless their titles stand beside them.
    const mayBeOwn = (prefix === '' || missing.length > 1) && isCountedUp(column);
    return areNext && !(mayBeOwn && !hasTitles(name, document));
  };
  return (isListed(draft) ? [columns, inColumns] : [inColumns]).some((by) => isSlipAmong(by.get(name) ?? []));
}

/** Whether at least two numbers of a column have titles beside them. */
function hasTitles(name: string, { drafts }: DraftDocument): boolean {
  return drafts.filter((one) => one.titleWords !== null && columnName(one) === name).length > 1;
}

/** The numbers of a column that an edition does not have. */
interface Missing {
  readonly key: string;
  readonly missing: readonly string[];
  /** Whether all of them stand where the standard could have them. */
  readonly areNext: boolean;
}

/** Every number of a column asks for the same. */
const missingByColumn = new WeakMap<readonly string[], Missing>();

function missingIn(column: readonly string[], prefix: string, standard: Standard, catalog: Catalog): Missing {
  const known = missingByColumn.get(column);
  if (known?.key === standard.key) return known;
  const missing = column.filter((number) => !isListable(catalog.find(standard.key, prefix + number)));
  const areNext = missing.every((number) => continues(number, prefix, standard, catalog));
  const found = { key: standard.key, missing, areNext };
  missingByColumn.set(column, found);
  return found;
}

/** Whether the head says what it is, in a text about one standard and no framework, and nothing tells that it is of another text. */
function isTold(
  draft: DraftReference,
  { by }: Extract<Outcome, { state: 'unknown' }>,
  document: DraftDocument,
): boolean {
  return (
    isToldOfStandard(draft, document) &&
    namesNoFramework(draft) &&
    isSingleStandard(draft) &&
    (nearLayers.has(by) || namedUpFront(draft))
  );
}

function isToldOfStandard(draft: DraftReference, document: DraftDocument): boolean {
  if (
    !(draft.isTold || isBesideOthers(draft)) ||
    draft.hasCrosswalkWord ||
    document.isContract ||
    document.ownNumbers.has(draft.number)
  )
    return false;
  return draft.form !== 'clause' || !numbersItself(document, draft.members[0]!.parts[0]!);
}

/** `5.15, 5.38` below "ISO 27001:2022": one of several controls, as no score is. */
function isBesideOthers({ form, far, fillsBlock }: DraftReference): boolean {
  return (
    form === 'control' &&
    !fillsBlock &&
    far.some(({ by, isLabel, isName, standards }) => by === 'block' && isLabel && isName && standards[0]?.edition)
  );
}

/** `| ISO 27001 | 6.1.4 |`: whether a cell of its row is the name of the standard that lacks it. */
function isOfRow(draft: DraftReference, { named, by }: Extract<Outcome, { state: 'unknown' }>): boolean {
  return (
    by === 'line' &&
    draft.far.some(({ isName, standards, ...layer }) => isName && layer.by === 'line' && standards[0] === named)
  );
}

/** Below "Clause" or "Control" a number whose group the standard of its row has, and which is nothing of the other kind there. */
function isSlipOfRow(
  draft: DraftReference,
  prefix: string,
  { key }: Standard,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const parent = catalog.find(key, prefix + draft.number.slice(0, draft.number.lastIndexOf('.')));
  if (!parent || parent.kind === 'control' || !isToldOfStandard(draft, document)) return false;
  return !isListable(catalog.find(key, (prefix ? '' : 'A.') + draft.number));
}

/** Whether a number stands where the standard could have it, as 5.38 behind 5.37 does, and no edition has one of the other kind. */
function continues(number: string, prefix: string, { key, standard }: Standard, catalog: Catalog): boolean {
  const parent = catalog.find(key, prefix + number.slice(0, number.lastIndexOf('.')));
  const other = (prefix ? '' : 'A.') + number;
  if (!parent || parent.kind === 'control') return false;
  return !catalog.editions(standard).some((edition) => isListable(catalog.find(edition.key, other)));
}
