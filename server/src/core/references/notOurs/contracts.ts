/** Whose a clause may be where a contract is named near it: "The MSA governs liability. Clause 8.5 caps it." */

import type { ScopeFinder } from '../evidence/scope.js';
import { isContractAt, isContractName } from '../grammar/contractNames.js';
import type { RawReference } from '../grammar.js';
import { labelOfRow } from '../tables/tableRows.js';
import { accordWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isWord } from '../text/tokens.js';
import { trait } from '../text/words.js';
import { holdsClauses } from './contractSentences.js';

/** In tokens: two sentences. */
const farthestName = 60;
/** In tokens: the head of a column, not a sentence. */
const longestHeader = 5;

/** Answers for one document, per block remembered. */
export class Contracts {
  private readonly around = new Map<number, number>();
  private readonly sections = new Map<number, number>();

  constructor(
    private readonly runs: Runs,
    private readonly scope: ScopeFinder,
    private readonly headingBlocks: readonly number[],
    private readonly sectionOf: (index: number) => number,
  ) {}

  /**
   * The block in which a contract is named that the reference may be a clause of, -1 where there is none: in its sentence or the
   * one before, in the label of its row, the item or sentence that leads in, or a heading. A standard that is named nearer has it.
   */
  near(index: number, run: Run, raw: RawReference): number {
    if (raw.form !== 'clause' || raw.attached || raw.ofStandard) return -1;
    let sentences = 0;
    for (let at = raw.first - 1; at >= 0 && at >= raw.first - farthestName && sentences < 2; at--) {
      const mention = mentionAtToken(run, at);
      if (mention && isOfIso(mention)) return -1;
      if (endsSentence(run, at)) sentences++;
      else if (isContractName(run.tokens, at) || holdsClauses(run.tokens, at)) return index;
    }
    return run.mentions.some(({ first }) => first < raw.first) ? -1 : this.aroundOf(index);
  }

  /** Whether the head of the column is a contract: `| SCC | ISO 27001 |`. */
  isColumn(index: number): boolean {
    const header = this.runs.blocks[index]!.table >= 0 ? this.scope.headerOf(index) : -1;
    if (header < 0 || header === index) return false;
    const run = this.runs.of(header);
    if (run.mentions.length > 0 || run.tokens.length > longestHeader) return false;
    return run.tokens.some((_, at) => isContractAt(run.tokens, at));
  }

  private aroundOf(index: number): number {
    let found = this.around.get(index);
    if (found === undefined) {
      found =
        this.firstOf(this.labelsOf(index), endsWithContract) ??
        this.firstOf([this.scope.itemAbove(index), this.scope.leadInOf(index)], holdsContract) ??
        this.ofSection(this.sectionOf(index), index);
      this.around.set(index, found);
    }
    return found;
  }

  /** The head of the column and the label of the row. */
  private labelsOf(index: number): readonly number[] {
    const { blocks } = this.runs;
    return blocks[index]!.table < 0 ? [] : [this.scope.headerOf(index), labelOfRow(blocks, index)];
  }

  /** Of some blocks the first that names a contract, -1 where one before it names a standard; null where none names either. */
  private firstOf(places: readonly number[], isNamed: (run: Run) => boolean): number | null {
    for (const place of places) {
      if (place < 0) continue;
      const run = this.runs.of(place);
      if (run.mentions.some(isOfIso)) return -1;
      if ((run.traits & trait.contract) !== 0 && isNamed(run)) return place;
    }
    return null;
  }

  private ofSection(section: number, index: number): number {
    if (section < 0) return -1;
    const heading = this.headingBlocks[section]!;
    if (heading === index) return this.ofSection(this.scope.parentSection(section), index);
    let found = this.sections.get(section);
    if (found === undefined) {
      found = this.firstOf([heading], endsWithContract) ?? this.ofSection(this.scope.parentSection(section), index);
      this.sections.set(section, found);
    }
    return found;
  }
}

/** A contract by its name, or by its noun where hardly more is said: "The contract contains:", "In elk contract staan:". */
function holdsContract({ tokens }: Run): boolean {
  const isShort = tokens.length <= longestLeadIn && !tokens.some((token) => isWord(token, accordWords));
  return tokens.some((_, at) => (isShort ? isContractAt : isContractName)(tokens, at));
}

/** In tokens: "O contrato-padrão contém:" */
const longestLeadIn = 6;

/** "Data processing agreement (DPA)", and not "SLA monitoring", which is about what we do. */
function endsWithContract({ tokens }: Run): boolean {
  return isContractName(
    tokens,
    tokens.findLastIndex(({ kind }) => kind === 'word'),
  );
}

function isOfIso({ standards }: Mention): boolean {
  return standards.some(({ looksLikeIso }) => looksLikeIso);
}
