/** `ISO 27001:2022: 5.15, 5.18, 8.2, 8.5`, `27001 8.5`: bare numbers behind the name of a standard that are controls. */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import type { BareNumbers, Member, RawReference } from '../grammar.js';
import { isBeyondClauses } from '../resolve/lookup.js';
import { isInStatement } from '../tables/numberedThings.js';
import { clauseWords, controlWords, sectionWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** Where the run stands that the numbers are read in. */
interface Place {
  readonly index: number;
  readonly bare: BareNumbers;
  readonly runs: Runs;
  readonly scope: ScopeFinder;
}

/**
 * The references of a run; what may be a clause or a control (8.2) behind the name of a standard is the control, if one of its list can
 * only be a control (5.15), and none only a clause (6.1.2); or if no clause has any of the numbers, and a control has each (`27001 8.5`);
 * or if they are excluded, which clauses cannot be.
 */
export function withListedControls(
  raws: readonly RawReference[],
  run: Run,
  place: Place,
  catalog: Catalog,
): readonly RawReference[] {
  let found: RawReference[] | null = null;
  for (let i = 0, end = 1; i < raws.length; i = end, end++) {
    while (end < raws.length && raws[end]!.head === raws[i]!.head) end++;
    const list = raws.slice(i, end);
    const edition = editionBefore(list[0]!, run, catalog);
    if (!edition) continue;
    const areAll = areControls(list, edition, run, place, catalog);
    const isForControls = place.bare === 'control' || isLabelled(list[0]!, run);
    for (let at = i; at < end; at++) {
      // Below "Controls" 9.2 and 6.1.2 stay what they are alone.
      if (!areAll && !(isForControls && mayBeControl(raws[at]!.members, edition, catalog))) continue;
      found ??= [...raws];
      found[at] = { ...raws[at]!, form: 'control' };
    }
  }
  return found ?? raws;
}

/** The edition whose name stands right before the list, with nothing but marks between; null where a word says what its numbers are. */
function editionBefore({ form, attached, head }: RawReference, run: Run, catalog: Catalog): Standard | null {
  if (form !== 'clause' || !attached || run.tokens[head]?.kind !== 'number') return null;
  const [named, ...others] = attached.standards;
  if (!named?.known || named.byCompanion || others.length > 0) return null;
  if (!run.tokens.slice(attached.end, head).every(({ kind }) => kind === 'mark')) return null;
  return catalog.edition(named.standard, named.edition) ?? null;
}

function areControls(
  list: readonly RawReference[],
  edition: Standard,
  run: Run,
  place: Place,
  catalog: Catalog,
): boolean {
  const members = list.flatMap((raw) => raw.members);
  const isA = (kind: Kind, member: Member): boolean => isOfKind(kind, member, edition, catalog);
  if (members.some(({ items }) => items.length > 0)) return false;
  if (members.every((member) => isA('control', member))) {
    if (list.length > 1 && members.some(({ parts }) => isBeyondClauses(parts, edition, catalog))) return true;
    const isNoClause = members.every((member) => !isA('clause', member));
    if (isNoClause && place.bare !== 'clause' && !mayBeSlip(list, run)) return true;
  }
  const mayBe = mayBeControl(members, edition, catalog) && members.some((member) => isA('control', member));
  return mayBe && isExclusion(list[0]!, run, place);
}

type Kind = 'clause' | 'control';

function isOfKind(kind: Kind, { parts, to }: Member, { key }: Standard, catalog: Catalog): boolean {
  return [parts, to ?? parts].every(
    (one) => catalog.find(key, (kind === 'control' ? 'A.' : '') + one.join('.'))?.kind === kind,
  );
}

function mayBeControl(members: readonly Member[], edition: Standard, catalog: Catalog): boolean {
  return members.every(
    (member) =>
      member.items.length === 0 &&
      (isOfKind('control', member, edition, catalog) || !isOfKind('clause', member, edition, catalog)),
  );
}

/** `Controls: ISO 27001: 6.3, 6.4` */
function isLabelled({ attached }: RawReference, { tokens }: Run): boolean {
  const { first } = attached!;
  return isMark(tokens[first - 1], ':') && isWord(tokens[first - 2], controlWords);
}

/** "Clauses: ISO 27001 8.5", "ISO 27001 § 8.5", and the mere `- ISO 27001: 8.5`: what is no clause there may be a slip. */
function mayBeSlip(list: readonly RawReference[], { tokens }: Run): boolean {
  const { attached, head } = list[0]!;
  const isAll = attached!.first <= firstMarks && list[list.length - 1]!.last >= tokens.length - 1;
  if (isAll && head > attached!.end) return true;
  const isOfClause = (token: Token): boolean =>
    token.text === '§' || isWord(token, clauseWords) || isWord(token, sectionWords);
  return tokens.slice(Math.max(0, attached!.first - fewTokens), head).some(isOfClause);
}

/** In tokens. */
const fewTokens = 4;
/** In tokens: `[x]`. */
const firstMarks = 3;

/** `- ISO 27001: 7.4, 8.4 – serviced office` below "Exclusions"; "Not applicable: ISO 27001 7.4". */
function isExclusion({ attached }: RawReference, { tokens }: Run, { index, runs, scope }: Place): boolean {
  let last = attached!.first - 1;
  while (tokens[last]?.kind === 'mark' && last > attached!.first - fewTokens) last--;
  // "Exclusions are justified as in ISO 27001 7.5" names what asks for it.
  if (last >= 0) return saysExcluded(tokens.slice(Math.max(0, last + 1 - firstTokens), last + 1));
  const leadIn = scope.leadInOf(index);
  if (leadIn >= 0 && saysExcluded(runs.of(leadIn).tokens)) return true;
  const isStatement = isInStatement(index, scope);
  // "Scope and exclusions" is about more than controls.
  return scope.headingsOf(index).some(({ tokens: all }) => saysExcluded(isStatement ? all : all.slice(0, firstTokens)));
}

/** In tokens: "Not applicable". */
const firstTokens = 2;

function saysExcluded(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ lower }, at) => excluded.test(lower) || (applicable.test(lower) && negation.test(tokens[at - 1]?.lower ?? ' ')),
  );
}

const excluded = /^(?:exclu[sdiíy]|ausschl|ausgeschl|esclus|uitges|uitsl|inapplic)/;
const applicable = /^(?:applica|anwendba|aplic|toepas)/;
const negation = /^(?:not|nicht|niet|non?|não)$/;
