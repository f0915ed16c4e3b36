/** Which standards does a document name in its preface, and which in all of it? A row that names one at an id speaks of that id. */
import type { Evidence } from './draft.js';
import { crosswalkFrom } from './formerly.js';
import { clauseWords } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Run } from './run.js';
import { isPrefix } from './runNames.js';
import type { Runs } from './runs.js';
import { layerOf } from './scope.js';
import type { StandardNames } from './standardNames.js';
import { isMark, isWord } from './tokens.js';

/** The standards that a part of a document names. */
interface Named {
  readonly all: Mention[];
  /** Those right at an id in a row. */
  readonly atIds: Mention[];
  /** Whether one of the catalog stands alone, and not right at a reference. */
  isApart: boolean;
  /** Those that the whole document names once, at a control, behind another one that it says more of: it has no clauses of theirs. */
  readonly passing: ReadonlySet<string>;
}

/** What the blocks with digits name before the end of the preface, and what all of them do. */
export function namedIn(
  runs: Runs,
  numbered: readonly number[],
  prefaceEnd: number,
  names: StandardNames,
): { readonly preface: Named; readonly body: Named } {
  const passing = new Set<string>();
  const preface: Named = { all: [], atIds: [], isApart: false, passing };
  const body: Named = { all: [], atIds: [], isApart: false, passing };
  const firm = new Set<string>();
  const seen = new Set<string>();
  for (const index of numbered) {
    if (!runs.isProse(index)) continue;
    const run = runs.of(index);
    if (run.mentions.length === 0) continue;
    // "ISO 27001:2013 equivalent" says what a control was called, not what the document is about.
    const isOfOld = crosswalkFrom(run) >= 0;
    for (const mention of run.mentions) {
      const { standards, end } = mention;
      if (isOfOld && standards.every((named) => names.withdrawn.has(`${named.standard}:${named.edition}`))) continue;
      const isAtId = isPrefix(run, mention);
      const isFirm = !isAtId || isAtClause(run, mention) || isLabelled(run, mention) || isInOpening(runs, index);
      for (const { standard, known } of standards) {
        if (!known) continue;
        if (isFirm || firm.size === 0 || passing.has(standard)) passing.delete(standard);
        else if (!seen.has(standard) && !firm.has(standard)) passing.add(standard);
        if (isFirm) firm.add(standard);
        seen.add(standard);
      }
      for (const part of index < prefaceEnd ? [preface, body] : [body]) {
        // "AIIA (42001, 6.1.4)" in a row says whose that clause is, and nothing of the document.
        (isAtId && runs.blocks[index]!.table >= 0 ? part.atIds : part.all).push(mention);
        part.isApart ||= !isAtId && !isWord(run.tokens[end], clauseWords) && standards.some(({ known }) => known);
      }
    }
  }
  return { preface, body };
}

/** "ISO 27001, 6.1.3" */
function isAtClause({ tokens }: Run, { end }: Mention): boolean {
  return [end, end + 1].some((at) => tokens[at]?.kind === 'number');
}

/** `Requirement: ISO/IEC 27001:2022, A.8.32` */
function isLabelled({ tokens }: Run, { first }: Mention): boolean {
  return isMark(tokens[first - 1], ':');
}

/** In the table or list right below the title. */
function isInOpening({ blocks }: Runs, index: number): boolean {
  const { table } = blocks[index]!;
  return table >= 0 && [blocks[0], blocks[1]].some((first) => first?.table === table);
}

/**
 * The layers of a part of the document. Where standards are named at single references only ("ISO 27001: A.5.25" in a row, "(42001 8.2)" in
 * a sentence), the sentence tells no more than the row of whose the other controls are.
 */
export function layersOfNamed({ all, atIds, isApart, passing }: Named): Evidence[] {
  const layer = layerOf('document', knownOnly(all));
  if (!layer) return [];
  const ofControls = isApart ? null : layerOf('document', knownOnly([...all, ...atIds]));
  const isWider = ofControls !== null && ofControls.standards.length > layer.standards.length;
  const said = passing.size > 0 ? knownOnly([...all, ...atIds]).filter((mention) => !isPassing(mention, passing)) : [];
  if (said.length > 0)
    return [
      { ...(isWider ? ofControls : layer), onlyFor: 'controls' },
      { ...layerOf('document', said)!, onlyFor: 'clauses' },
      { ...layer, onlyFor: 'clauses', isFaint: true },
    ];
  return isWider
    ? [
        { ...ofControls, onlyFor: 'controls' },
        { ...layer, onlyFor: 'clauses' },
      ]
    : [layer];
}

function isPassing({ standards }: Mention, passing: ReadonlySet<string>): boolean {
  return standards.every(({ standard }) => passing.has(standard));
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
