/**
 * What the surroundings of a reference say about its standard, nearest first: the words right beside it, the line, the
 * table or list it stands in, the headings above it, front matter, and the document as a whole.
 */
import type { ResolvedBy } from '../../document.js';
import type { Block } from '../../markdown/blocks.js';
import type { Evidence } from '../draft.js';
import { headsEditions, isPartOfDate, isProduct, saysEdition } from '../notOurs/products.js';
import { editionSaid, endsWithName, isInBrackets, lastSentenceOf } from '../sections/partEvidence.js';
import { namesOwnIds, withoutPlanned } from '../sections/plannedStandards.js';
import type { TitledBox } from '../sections/titledBoxes.js';
import { agedMention } from '../tables/agedColumns.js';
import { MarkedColumns } from '../tables/markedColumns.js';
import { headsStandards } from '../tables/otherFrameworks.js';
import { TableHeads } from '../tables/tableHeads.js';
import { eachWords, standardWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { mentionAtToken, type Run } from '../text/run.js';
import { hasOtherAnnex, isNameAlone, isNothingButNames, isPrefix } from '../text/runNames.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { boldLinesAbove, parentsOf, type Structure, structureOf } from '../text/structure.js';
import { isWord } from '../text/tokens.js';
import { labelMentions, systemBelow, systemsIn } from './systems.js';

const noEvidence: readonly Evidence[] = [];

export function evidence(by: ResolvedBy, mention: Mention, tight = false): Evidence {
  return { by, standards: mention.standards, tight, joined: mention.isJoined, editionHint: null };
}

/** All distinct standards of some mentions as one layer; null where there are none. */
export function layerOf(by: ResolvedBy, mentions: readonly Mention[], hint: string | null = null): Evidence | null {
  const standards: NamedStandard[] = [];
  for (const mention of mentions) {
    for (const named of mention.standards) {
      if (!standards.some((other) => other.standard === named.standard && other.edition === named.edition))
        standards.push(named);
    }
  }
  if (standards.length === 0 && hint === null) return null;
  return { by, standards, tight: false, joined: false, editionHint: hint };
}

/** Cells farther off in a row say nothing; keeps very wide rows linear. */
const mostCells = 60;
/** In headings. */
const longestTitle = 4;
/** In tokens: a line, not a paragraph. */
const longestOpening = 14;

/** In characters: "alle drei Normen". */
const longestEach = 24;

/** What a row says of its standards: a clause in it is of each. */
function ofEachClause({ standards }: Evidence): Evidence {
  const layer = { standards, tight: false, joined: true, editionHint: null };
  return { ...layer, by: 'line', onlyFor: 'clauses' };
}

/** Evidence outside the reference's own block, computed once per block. */
export class ScopeFinder {
  private readonly cache = new Map<number, readonly Evidence[]>();
  private readonly headingCache = new Map<number, readonly Evidence[]>();
  private readonly systemCache = new Map<number, NamedStandard | null>();
  private readonly leadIns = new Map<number, readonly Evidence[]>();
  private readonly heads: TableHeads;
  private readonly marked: MarkedColumns;
  private readonly structure: Structure;
  private readonly parents: Int32Array;
  private readonly boldLines: Int32Array;

  constructor(
    private readonly runs: Runs,
    private readonly names: StandardNames,
    /** Block index of each heading, in order. */
    private readonly headingBlocks: readonly number[],
    private readonly sectionOfBlock: (index: number) => number,
    private readonly outermost: readonly Evidence[],
    /** The title of the document in its front matter. */
    readonly title = '',
    /** What the title of the part says in which a block stands. */
    private readonly boxes: readonly (TitledBox | undefined)[] = [],
  ) {
    this.marked = new MarkedColumns(runs, names);
    this.structure = structureOf(runs.blocks);
    this.heads = new TableHeads(runs, this.structure);
    this.parents = parentsOf(headingBlocks.map((index) => runs.blocks[index]!.depth));
    this.boldLines = boldLinesAbove(runs);
  }

  /** Layers from the table or list outwards to the document. */
  outside(index: number): readonly Evidence[] {
    const cached = this.cache.get(index);
    if (cached) return cached;
    const block = this.runs.blocks[index]!;
    const layers: Evidence[] = [];
    if (block.table >= 0) layers.push(...this.tableLayers(index, block));
    if (block.list >= 0 || block.table >= 0) layers.push(...this.leadInLayers(index, block));
    const section = this.sectionOfBlock(index);
    layers.push(...this.boldLineLayers(index));
    layers.push(...this.headingLayers(block.kind === 'heading' ? this.parentSection(section) : section));
    const box = this.boxes[index];
    if (box) {
      // Headings in it are nearer.
      let around = section;
      while (around >= 0 && this.runs.blocks[this.headingBlocks[around]!]!.span.start > box.start)
        around = this.parentSection(around);
      layers.splice(layers.length - this.headingLayers(around).length, 0, box.layer);
    }
    layers.push(...this.outermost);
    this.cache.set(index, layers);
    return layers;
  }

  /** `**How we meet ISO 9001**`: what the nearest line in bold above the block, in its section, names. */
  private boldLineLayers(index: number): readonly Evidence[] {
    const line = this.boldLines[index]!;
    const layer = line >= 0 && line < index ? layerOf('heading', this.runs.of(line).mentions) : null;
    return layer ? [layer] : noEvidence;
  }

  /** Layers of a section's headings, inner to outer, without the document. */
  headingLayers(section: number): readonly Evidence[] {
    if (section < 0) return noEvidence;
    const cached = this.headingCache.get(section);
    if (cached) return cached;
    const run = this.runs.of(this.headingBlocks[section]!);
    const ofPart = !this.isTitle(section);
    const hint = this.hintOf(run) ?? (ofPart ? editionSaid(run, this.names.years) : null);
    const own = layerOf('heading', run.mentions, hint) ?? (section > 0 ? this.openingLayer(section) : null);
    const outer = this.headingLayers(this.parentSection(section));
    const layers = own ? [{ ...own, ofPart, headsSection: section > 0 && isNameAlone(run) }, ...outer] : outer;
    this.headingCache.set(section, layers);
    return layers;
  }

  /** Whether a heading is the title of the document, which may run over several. */
  private isTitle(section: number): boolean {
    const own = this.headingBlocks[section]!;
    if (section === 0) return true;
    if (section >= longestTitle || own !== this.headingBlocks[0]! + section) return false;
    const { depth } = this.runs.blocks[own]!;
    return !this.headingBlocks.some((other) => other > own && this.runs.blocks[other]!.depth === depth);
  }

  /** "Controls of ISO/IEC 42001:2023.": the short line right below a heading that says what its section is about. */
  private openingLayer(section: number): Evidence | null {
    const index = this.headingBlocks[section]! + 1;
    const block = this.runs.blocks[index];
    if (block?.kind !== 'paragraph' || block.list >= 0 || block.table >= 0 || !this.runs.hasDigit(index)) return null;
    const run = this.runs.of(index);
    const named = run.mentions.flatMap((mention) => mention.standards);
    if (run.tokens.length > longestOpening || named.length !== 1 || !named[0]!.known) return null;
    if (withoutPlanned(run, run.mentions).length === 0) return null;
    return layerOf('heading', run.mentions);
  }

  /** Whether headings, title, front matter or opening name a standard of the catalog for what stands in a block. */
  namesStandard(index: number): boolean {
    return this.outside(index).some((layer) => !layer.isFaint && layer.standards.some((named) => named.known));
  }

  /** Whether the document names one anywhere at all. */
  mentionsStandard(index: number): boolean {
    return this.outside(index).some((layer) => layer.standards.some((named) => named.known));
  }

  /** The one management system, or the one subject of a standard, that the nearest heading with any names. */
  systemOf(section: number): NamedStandard | null {
    if (section < 0) return null;
    let system = this.systemCache.get(section);
    if (system === undefined) {
      const heading = this.runs.of(this.headingBlocks[section]!);
      const own = systemsIn(heading, this.names);
      const subjects = own.length > 0 ? own : systemsIn(heading, this.names.subjects);
      // "## 4. Information security"; the title of a document is about more than its words.
      const systems = section > 0 ? subjects : own;
      if (systems.length > 0) system = systems.length === 1 ? systems[0]!.standards[0]! : null;
      else if (section > 0) system = this.systemOf(this.parentSection(section));
      else {
        const isTold = subjects.length > 0 || heading.mentions.length > 0;
        system = isTold ? null : systemBelow(this.runs, this.headingBlocks[0]!, this.names);
      }
      this.systemCache.set(section, system);
    }
    return system;
  }

  /** Whether the nearest heading is nothing but the name of a standard of the catalog: `## ISO/IEC 27001:2022`. */
  isBelowName(section: number): boolean {
    if (section < 0) return false;
    const heading = this.runs.of(this.headingBlocks[section]!);
    return isNameAlone(heading) && heading.mentions[0]!.standards.every(({ known }) => known);
  }

  /** The headings above a block, inner to outer. */
  headingsOf(index: number): Run[] {
    const found: Run[] = [];
    for (let section = this.sectionOfBlock(index); section >= 0; section = this.parentSection(section))
      found.push(this.runs.of(this.headingBlocks[section]!));
    return found;
  }

  /** The section that holds the section: the nearest heading before it with a smaller depth. */
  parentSection(section: number): number {
    return section < 0 ? -1 : this.parents[section]!;
  }

  private tableLayers(index: number, block: Block): Evidence[] {
    const { blocks } = this.runs;
    const layers: Evidence[] = [];
    const header = this.headerOf(index);
    if (header >= 0 && header !== index) {
      const run = this.runs.of(header);
      const layer = layerOf(
        'block',
        run.tokens.length > 12 ? run.mentions : labelMentions(run, this.names),
        this.hintOf(run),
      );
      const aged = layer ? undefined : agedMention(run, () => this.headingsOf(header), this.names);
      if (layer) layers.push({ ...layer, isLabel: true, isName: isNameAlone(run) });
      else if (aged) layers.push({ ...evidence('block', aged), isLabel: true });
      const above = layer ? -1 : this.heads.above(header);
      const group = above < 0 ? null : layerOf('block', labelMentions(this.runs.of(above), this.names));
      if (group) layers.push({ ...group, isLabel: true, isName: isNameAlone(this.runs.of(above)) });
    }
    const marked =
      header >= 0 && header !== index && layers.length === 0
        ? this.marked.layerFor(index, this.structure.start[index]!)
        : null;
    if (marked) layers.push(marked);
    // The row is one line: the nearest cell to the left that names a standard, else the nearest to the right. Only cells
    // that are a label count; a standard named in the prose of another cell says nothing about this one.
    const found = layers.length;
    const isBeside = (i: number): boolean =>
      Math.abs(i - index) <= mostCells && blocks[i]?.table === block.table && blocks[i]!.row === block.row;
    for (let i = index - 1; isBeside(i); i--) this.addCell(layers, i);
    for (let i = index + 1; layers.length === found && isBeside(i); i++) this.addCell(layers, i);
    return layers;
  }

  /** Block index of the column's header cell, -1 where there is none. */
  headerOf(index: number): number {
    return this.heads.of(index);
  }

  /** Parent items of a list item, then the paragraph right before the list or table. */
  private leadInLayers(index: number, block: Block): readonly Evidence[] {
    const parent = this.structure.parent[index]!;
    const key = parent >= 0 ? parent : -1 - this.structure.start[index]!;
    const cached = this.leadIns.get(key);
    if (cached) return cached;
    const layers: Evidence[] = [];
    if (parent >= 0) {
      this.addLayer(layers, parent);
      layers.push(...this.leadInLayers(parent, this.runs.blocks[parent]!));
    } else {
      const before = this.structure.start[index]! - 1;
      const leadIn = this.runs.blocks[before];
      // The last of several items leads in to nothing, unless it says so.
      const endsList = leadIn?.list !== block.list && this.structure.start[before]! < before;
      if (leadIn?.kind === 'paragraph' && !(endsList && this.runs.of(before).tokens.at(-1)?.text !== ':')) {
        this.addLeadIn(layers, before);
        // A table inside a list item stands under that item as well.
        if (block.table >= 0 && leadIn.list >= 0 && leadIn.list === block.list)
          layers.push(...this.leadInLayers(before, leadIn));
      }
    }
    this.leadIns.set(key, layers);
    return layers;
  }

  /** Block index of the paragraph right before the list of a first-level item, -1 elsewhere. */
  leadInOf(index: number): number {
    const block = this.runs.blocks[index]!;
    if (block.list < 0 || block.table >= 0 || this.structure.parent[index]! >= 0) return -1;
    const before = this.structure.start[index]! - 1;
    return this.runs.blocks[before]?.kind === 'paragraph' ? before : -1;
  }

  /** Block index of the paragraph of the list item above, -1 at the outermost level and outside lists. */
  itemAbove(index: number): number {
    return this.structure.parent[index]!;
  }

  private addCell(layers: Evidence[], index: number): void {
    const isLabel = this.runs.blocks[index]!.column === 0;
    const ofEach = this.eachInRow(index);
    if (ofEach) layers.push(ofEach);
    // What is like a standard of ISO is named by its number, and so is an edition: most cells need not be read at all.
    if (!isLabel && !this.runs.hasDigit(index)) return;
    const run = this.runs.of(index);
    if (run.tokens.length > 12) return;
    // A law or framework named in another cell ("UK GDPR" as a driver) says nothing of the id; the label of a row does.
    const mentions = isLabel
      ? labelMentions(run, this.names)
      : isNothingButNames(run)
        ? run.mentions.filter((one) => one.standards.some((named) => named.looksLikeIso) && !isPrefix(run, one))
        : [];
    const isEdition = isLabel ? !isProduct(run, this.names) : this.tellsEdition(index, run);
    const layer = layerOf('line', mentions, isEdition ? this.hintOf(run) : null);
    if (!layer) return;
    const isOfOther = mentions.every(hasOtherAnnex) && isNothingButNames(run);
    const isBelow = this.isBelowStandard(index);
    const isName = isNameAlone(run) && (isLabel || isBelow);
    // `| 27001 and 42001 | 6.1.2 |`
    if (isBelow && layer.standards.length > 1) layers.push(ofEachClause(layer));
    layers.push({ ...layer, isLabel: isOfOther || undefined, isName });
  }

  /**
   * `| both | 4.1–4.4 |` below "Standard": each of those that the nearest layer around the table names together; null
   * for any other cell.
   */
  private eachInRow(index: number): Evidence | null {
    const { start, end } = this.runs.blocks[index]!.span;
    if (end - start > longestEach || this.runs.hasDigit(index)) return null;
    const { tokens } = this.runs.of(index);
    const isEach =
      isWord(tokens[0], eachWords) && tokens.every((token) => isWord(token, eachWords) || isWord(token, standardWords));
    if (!isEach || !this.isBelowStandard(index)) return null;
    const around = [
      ...this.leadInLayers(index, this.runs.blocks[index]!),
      ...this.headingLayers(this.sectionOfBlock(index)),
      ...this.outermost,
    ];
    const several = around.find(({ standards }) => standards.filter(({ known }) => known).length > 1);
    return several ? ofEachClause(several) : null;
  }

  /** `| No | Standard | Control |`: whether the head of a cell says that those below it are the standards of the rows. */
  private isBelowStandard(index: number): boolean {
    const header = this.headerOf(index);
    return header >= 0 && header !== index && headsStandards(this.runs.of(header));
  }

  /** The standards of the paragraph before a list or table; those that only prefix an id of its own introduce nothing. */
  private addLeadIn(layers: Evidence[], index: number): void {
    const run = this.runs.of(index);
    const introduces = run.tokens[run.tokens.length - 1]?.text === ':';
    // "one major nonconformity (register, 27701 A.2.5.7), four minor ones:" names the standard of what stands in the brackets.
    const isAside = (mention: Mention): boolean => isPrefix(run, mention) && isInBrackets(run.tokens, mention.first);
    const own: Evidence[] = [];
    const mentions = run.mentions.filter((mention) => (introduces ? !isAside(mention) : !isPrefix(run, mention)));
    this.addMentions(own, run, introduces ? mentions : this.withoutPlanned(mentions, run, index));
    const isInPassing = !(introduces && endsWithName(run));
    const last = run.mentions[run.mentions.length - 1];
    const ofPart = introduces && last !== undefined && (!isInPassing || isInBrackets(run.tokens, last.first));
    own.forEach((layer, i) => {
      layers.push({ ...layer, isInPassing, ofPart: ofPart && i === 0 });
    });
    const hint =
      introduces && this.runs.hasDigit(index) ? editionSaid(run, this.names.years, lastSentenceOf(run)) : null;
    if (hint !== null) layers.push(layerOf('block', [], hint)!);
  }

  /**
   * "ISO/IEC 42001 is planned for next year.", "Annex A of 27001: reuse A.5.19." introduce nothing in a text that headings or front
   * matter say is about another standard.
   */
  private withoutPlanned(mentions: readonly Mention[], run: Run, index: number): readonly Mention[] {
    const kept = new Set(withoutPlanned(run, mentions).filter((mention) => !namesOwnIds(run, mention)));
    if (kept.size === mentions.length) return mentions;
    const names = (layer: Evidence): boolean => !layer.isFaint && layer.standards.some(({ known }) => known);
    const about = [...this.headingLayers(this.sectionOfBlock(index)), ...this.outermost].find(names);
    const isOfOther = (mention: Mention): boolean =>
      mention.standards.every(({ standard }) =>
        about?.by === 'document'
          ? about.standards.some((one) => one.standard !== standard)
          : about?.standards.every((one) => one.standard !== standard),
      );
    return mentions.filter((mention) => kept.has(mention) || !isOfOther(mention));
  }

  private addLayer(layers: Evidence[], index: number): void {
    const run = this.runs.of(index);
    this.addMentions(layers, run, run.mentions);
  }

  /**
   * The standards of the last sentence introduce what follows, all of them alike; those before it come after them. Without a
   * colon ("Certified to ISO/IEC 27001. Our AI work follows ISO/IEC 42001.") none is nearer than the others.
   */
  private addMentions(layers: Evidence[], run: Run, mentions: readonly Mention[]): void {
    const last =
      run.tokens[run.tokens.length - 1]?.text === ':'
        ? lastSentenceOf(run, run.mentions[run.mentions.length - 1]?.first ?? 0)
        : 0;
    const near = layerOf(
      'block',
      mentions.filter(({ first }) => first >= last),
    );
    if (near) layers.push(near);
    for (let i = mentions.length - 1; i >= 0; i--)
      if (mentions[i]!.first < last) layers.push(evidence('block', mentions[i]!));
  }

  /**
   * `| A.8.2 | 2013 edition |`, `| A.8.2 | 2013 |` below "Edition": elsewhere in a row the year of a review or a
   * purchase is no edition.
   */
  private tellsEdition(index: number, run: Run): boolean {
    const header = this.headerOf(index);
    return saysEdition(run, this.names) || (header >= 0 && headsEditions(this.runs.of(header), this.names));
  }

  /** A short header or label with a lone year that is an edition: "2013 mapping", "2022"; not one with two of them, and no date. */
  private hintOf(run: Run): string | null {
    if (run.tokens.length > 8) return null;
    let hint: string | null = null;
    for (let at = 0; at < run.tokens.length; at++) {
      const token = run.tokens[at]!;
      if (token.kind !== 'number' || !this.names.years.has(token.text)) continue;
      if (mentionAtToken(run, at) || isPartOfDate(run.tokens, at)) continue;
      if (hint !== null && hint !== token.text) return null;
      hint = token.text;
    }
    return hint;
  }
}
