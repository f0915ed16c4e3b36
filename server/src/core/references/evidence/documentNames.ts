/** Which standards does a document name in its preface, and which in all of it? A row that names one at an id speaks of that id. */
import type { Evidence } from '../draft.js';
import { crosswalkFrom, isSaidPast } from '../past/formerly.js';
import { beginsAsEntry } from '../past/history.js';
import { clauseWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { isPrefix } from '../text/runNames.js';
import type { Runs } from '../text/runs.js';
import type { StandardNames } from '../text/standardNames.js';
import { isMark, isWord } from '../text/tokens.js';
import { layerOf } from './scope.js';

/** How a document names a standard: on its own or at a clause, once at a control, several times so. */
const firm = 2;
const once = 1;
const more = 0;

/** The standards that a part of a document names. */
interface Named {
  readonly all: Mention[];
  /** Those right at an id in a row. */
  readonly atIds: Mention[];
  /** Whether one of the catalog stands alone, and not right at a reference. */
  isApart: boolean;
  /** Of each standard of the whole document what it says: `once`, at a control and behind one of more, gives it no clauses. */
  readonly said: ReadonlyMap<string, number>;
}

/** What the blocks with digits name before the end of the preface, and what all of them do. */
export function namedIn(
  runs: Runs,
  numbered: readonly number[],
  prefaceEnd: number,
  names: StandardNames,
): { readonly preface: Named; readonly body: Named } {
  const said = new Map<string, number>();
  const preface: Named = { all: [], atIds: [], isApart: false, said };
  const body: Named = { ...preface, all: [], atIds: [] };
  let isAnyFirm = false;
  const ofHistory: Mention[] = [];
  for (const index of numbered) {
    if (!runs.isProse(index)) continue;
    const run = runs.of(index);
    const { table } = runs.blocks[index]!;
    if (run.mentions.length === 0) continue;
    // "ISO 27001:2013 equivalent" says what a control was called, not what the document is about.
    const isOfOld = crosswalkFrom(run) >= 0;
    for (const mention of run.mentions) {
      const { standards, first, end } = mention;
      const isWithdrawn = standards.every((named) => names.withdrawn.has(`${named.standard}:${named.edition}`));
      if (isWithdrawn && (isOfOld || isSaidPast(run, mention, names))) continue;
      // Nor does "| 1.0 | 05.10.2015 | First issue (ISO 27001:2013) |", unless nothing else is named.
      if (isWithdrawn && table < 0 && beginsAsEntry(run)) {
        ofHistory.push(mention);
        continue;
      }
      const isAtId = isPrefix(run, mention);
      // "ISO 27001 6.1.3", `Requirement: ISO/IEC 27001:2022, A.8.32`, and what stands in the table right below the title.
      const isFirm =
        !isAtId ||
        run.tokens[end]?.kind === 'number' ||
        isMark(run.tokens[first - 1], ':') ||
        (table >= 0 && runs.blocks[1]!.table === table);
      for (const { standard, known } of standards) {
        const was = said.get(standard);
        if (known) said.set(standard, isFirm || was === firm ? firm : was === undefined && isAnyFirm ? once : more);
        isAnyFirm ||= isFirm && known;
      }
      for (const part of index < prefaceEnd ? [preface, body] : [body]) {
        // "AIIA (42001, 6.1.4)" in a row says whose that clause is, and nothing of the document.
        (isAtId && table >= 0 ? part.atIds : part.all).push(mention);
        part.isApart ||= !isAtId && !isWord(run.tokens[end], clauseWords) && standards.some(({ known }) => known);
      }
    }
  }
  if (body.all.length === 0) body.all.push(...ofHistory);
  return { preface, body };
}

/**
 * The layers of a part of the document. Where standards are named at single references only ("ISO 27001: A.5.25" in a row, "(42001 8.2)" in
 * a sentence), the sentence tells no more than the row of whose the other controls are.
 */
export function layersOfNamed({ all, atIds, isApart, said }: Named): Evidence[] {
  const layer = layerOf('document', knownOnly(all));
  if (!layer) return [];
  const ofControls = isApart ? null : layerOf('document', knownOnly([...all, ...atIds]));
  const isWider = ofControls !== null && ofControls.standards.length > layer.standards.length;
  const forControls: Evidence = { ...(isWider ? ofControls : layer), onlyFor: 'controls' };
  const rest = knownOnly([...all, ...atIds]).filter(({ standards }) =>
    standards.some(({ standard }) => said.get(standard) !== once),
  );
  const ofRest = [...said.values()].includes(once) ? layerOf('document', rest) : null;
  if (ofRest) return [forControls, { ...ofRest, onlyFor: 'clauses' }, { ...layer, isFaint: true }];
  return isWider ? [forControls, { ...layer, onlyFor: 'clauses' }] : [layer];
}

/** The standard that a document is about, where it names one again and again and others hardly. */
export function mainStandard(mentions: readonly Mention[]): Evidence | null {
  const byStandard = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const named of mention.standards) {
      if (!named.known) continue;
      const others = byStandard.get(named.standard);
      if (others) others.push(mention);
      else byStandard.set(named.standard, [mention]);
    }
  }
  const [first, second] = [...byStandard].sort((a, b) => b[1].length - a[1].length);
  if (!first || !second || first[1].length < 3 || first[1].length < 3 * second[1].length) return null;
  const layer = layerOf('document', first[1]);
  return (
    layer && { ...layer, standards: layer.standards.filter((named) => named.standard === first[0]), isFaint: true }
  );
}

/** For the document as a whole only standards of the catalog count: a privacy policy that once names NEN 7510 is not about it. */
export function knownOnly(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => mention.standards.some((named) => named.known));
}
