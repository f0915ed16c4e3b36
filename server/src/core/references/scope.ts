/**
 * What the surroundings of a reference say about its standard, nearest first: the words right beside it, the line, the
 * table or list it stands in, the headings above it, front matter, and the document as a whole.
 */
import type { ResolvedBy } from '../document.js';
import type { Block } from '../markdown/blocks.js';
import type { Evidence } from './draft.js';
import type { RawReference } from './grammar.js';
import { editionWords, genitiveWords, likeWords, ofWords } from './lexicon.js';
import { isMark, isWord, type Mention, type NamedStandard, type StandardNames } from './mentions.js';
import { lastMentionBefore, mentionAtToken, type Run } from './run.js';
import type { Runs } from './runs.js';
import { labelMentions, systemBeside, systemsIn } from './systems.js';

const noEvidence: readonly Evidence[] = [];

function evidence(by: ResolvedBy, mention: Mention, tight = false): Evidence {
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

function noneNamed(by: ResolvedBy): Evidence {
  return { by, standards: [], tight: false, joined: false, editionHint: null };
}

/** Mentions farther back in the same block say nothing that the nearest few did not: a bound keeps long blocks linear. */
const mentionsLookedBack = 4;
/** Tokens between a mention and a reference that can still be one sentence. */
const longestSentence = 300;

/** Mentions that are the prefix of a reference: they are not read as standing behind another one. */
export function prefixesOf(raws: readonly RawReference[]): ReadonlySet<Mention> {
  const prefixes = new Set<Mention>();
  for (const raw of raws) if (raw.attached) prefixes.add(raw.attached);
  return prefixes;
}

/** Layers inside one run: the prefix, what follows with "of" or in brackets, the nearest before, the first after. */
export function lineEvidence(
  run: Run,
  raw: RawReference,
  prefixes: ReadonlySet<Mention>,
  names: StandardNames,
): Evidence[] {
  const layers: Evidence[] = [];
  if (raw.attached) layers.push(evidence(isTagPrefix(run, raw) ? 'tag' : 'line', raw.attached, true));
  const follower = attachedAfter(run, raw, prefixes);
  if (follower) layers.push(evidence('line', follower, true));
  const system = raw.attached || follower ? null : systemBeside(run, raw.first, raw.last, names);
  if (system?.tight) layers.push({ ...noneNamed('line'), standards: [system.named], tight: !system.named.known });
  const hint = editionHintBefore(run, raw) ?? editionNamedBefore(run, raw) ?? editionNamedAfter(run, raw);
  if (hint) layers.push({ ...noneNamed('line'), tight: true, editionHint: hint });
  const before = lastMentionBefore(run, raw.start);
  let foundBefore = false;
  for (let i = before; i >= 0 && i > before - mentionsLookedBack; i--) {
    const mention = run.mentions[i]!;
    if (mention === raw.attached) continue;
    layers.push(evidence(sameSentence(run, mention.end, raw.first) ? 'line' : 'block', mention));
    foundBefore = true;
  }
  if (!foundBefore) {
    // A foreign standard named further on says nothing about an id before it.
    for (let i = before + 1; i < run.mentions.length && i <= before + mentionsLookedBack; i++) {
      const mention = run.mentions[i]!;
      if (mention.start < raw.end || mention === follower || !mention.standards.some((named) => named.known)) continue;
      if (isComparison(run, mention)) break;
      if (sameSentence(run, raw.last, mention.first)) layers.push(evidence('line', mention));
      break;
    }
  }
  return layers;
}

/** "clauses 4 to 10 like in ISO/IEC 27001" */
function isComparison(run: Run, mention: Mention): boolean {
  const before = run.tokens[mention.first - 1];
  return isWord(before, likeWords) || (isWord(before, ofWords) && isWord(run.tokens[mention.first - 2], likeWords));
}

/** `27001:A.5.15`: the form of a tag. */
function isTagPrefix(run: Run, raw: RawReference): boolean {
  const mark = run.tokens[raw.first - 1];
  return isMark(mark, ':') && mark!.gap === 0 && raw.attached?.end === raw.first - 1;
}

/** `clause 9.2 of ISO 27001`, `A.5.15 (ISO/IEC 27001:2022)`; not where that mention is the prefix of another reference. */
function attachedAfter(run: Run, raw: RawReference, prefixes: ReadonlySet<Mention>): Mention | null {
  let at = raw.last;
  let steps = 0;
  let bound = false;
  let isOwned = false;
  while (steps < 5 && at < run.tokens.length) {
    const mention = mentionAtToken(run, at);
    if (mention) return isOwned || (bound && !prefixes.has(mention)) ? mention : null;
    const token = run.tokens[at]!;
    if (isWord(token, genitiveWords)) isOwned = true;
    if (isMark(token, '(') || isMark(token, '[')) bound = true;
    else if (isWord(token, ofWords)) bound = true;
    else if (
      !isMark(token, ')') &&
      !isMark(token, '"') &&
      !isMark(token, "'") &&
      !isMark(token, '’') &&
      token.lower !== 'annex' &&
      token.text !== 'A'
    )
      return null;
    at++;
    steps++;
  }
  return null;
}

/** `2013: A.12.4.1`, `2013 mapping: 9.1.1`: a year that is an edition, with a colon between. */
function editionHintBefore(run: Run, raw: RawReference): string | null {
  let at = raw.first - 1;
  // Inside a list only its label counts: the nearest colon before the reference, with a year up to four words before it.
  let colon = -1;
  for (; at >= 0 && raw.first - at < 60; at--) {
    if (isMark(run.tokens[at], ':')) {
      colon = at;
      break;
    }
  }
  if (colon < 0) return null;
  for (let before = colon - 1; before >= 0 && before >= colon - 4; before--) {
    const token = run.tokens[before]!;
    if (mentionAtToken(run, before)) return null;
    if (token.kind === 'number' && token.parts.length === 1 && token.text.length === 4) return token.text;
    if (token.kind === 'mark' && !'()[]/'.includes(token.text)) return null;
  }
  return null;
}

/** "A.16.1.1 of the 2013 edition": a year and a word for an edition right behind it. */
function editionNamedAfter(run: Run, raw: RawReference): string | null {
  for (let at = raw.last; at < raw.last + 6; at++) {
    const token = run.tokens[at];
    const next = run.tokens[at + 1];
    if (token?.kind === 'number' && token.text.length === 4 && isWord(next, editionWords)) return token.text;
    if (isWord(token, editionWords) && next?.kind === 'number' && next.text.length === 4) return next.text;
    if (!isMark(token, ')') && !isMark(token, '(') && !isMark(token, "'") && !isMark(token, '’')) {
      if (!isWord(token, ofWords) && !isWord(token, editionWords)) return null;
    }
  }
  return null;
}

/** "In the 2013 edition, A.6.2 was …": the nearest edition named before it in the sentence. */
function editionNamedBefore(run: Run, raw: RawReference): string | null {
  const year = run.tokens[raw.head - 1];
  // "the 2019 clauses 5 to 8"
  if (
    year?.kind === 'number' &&
    year.text.length === 4 &&
    year.parts.length === 1 &&
    !mentionAtToken(run, raw.head - 1)
  )
    return year.text;
  for (let at = raw.first - 1; at >= 1 && raw.first - at < 15; at--) {
    const token = run.tokens[at]!;
    if (token.text === ';' || (token.text === '.' && token.gap === 0 && (run.tokens[at + 1]?.gap ?? 0) > 0))
      return null;
    if (mentionAtToken(run, at)) return null;
    if (!isWord(token, editionWords)) continue;
    const year = run.tokens[at - 1]!;
    if (year.kind === 'number' && year.text.length === 4) return year.text;
  }
  return null;
}

function sameSentence(run: Run, from: number, to: number): boolean {
  if (to - from > longestSentence) return false;
  for (let at = from; at < to; at++) {
    const token = run.tokens[at]!;
    if ((token.text === '.' || token.text === '!' || token.text === '?') && token.gap === 0) {
      const next = run.tokens[at + 1];
      if (next && next.gap > 0 && next.kind === 'word' && next.text[0] !== next.lower[0] && next.text.length > 1)
        return false;
    }
  }
  return true;
}

/** Evidence outside the reference's own block, computed once per block. */
export class ScopeFinder {
  private readonly cache = new Map<number, readonly Evidence[]>();
  private readonly headingCache = new Map<number, readonly Evidence[]>();
  private readonly systemCache = new Map<number, NamedStandard | null>();
  private readonly leadIns = new Map<number, readonly Evidence[]>();
  private readonly structure: Structure;
  private readonly parents: Int32Array;

  constructor(
    private readonly runs: Runs,
    private readonly names: StandardNames,
    /** Block index of each heading, in order. */
    private readonly headingBlocks: readonly number[],
    private readonly sectionOfBlock: (index: number) => number,
    private readonly outermost: readonly Evidence[],
  ) {
    this.structure = structureOf(runs.blocks);
    this.parents = parentsOf(headingBlocks.map((index) => runs.blocks[index]!.depth));
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
    layers.push(...this.headingLayers(block.kind === 'heading' ? this.parentSection(section) : section));
    layers.push(...this.outermost);
    this.cache.set(index, layers);
    return layers;
  }

  /** Layers of a section's headings, inner to outer, without the document. */
  headingLayers(section: number): readonly Evidence[] {
    if (section < 0) return noEvidence;
    const cached = this.headingCache.get(section);
    if (cached) return cached;
    const run = this.runs.of(this.headingBlocks[section]!);
    const own = layerOf('heading', run.mentions, this.hintOf(run));
    const outer = this.headingLayers(this.parentSection(section));
    const layers = own ? [own, ...outer] : outer;
    this.headingCache.set(section, layers);
    return layers;
  }

  /** Whether headings, title, front matter or opening name a standard of the catalog for what stands in a block. */
  namesStandard(index: number): boolean {
    return this.outside(index).some((layer) => !layer.isFaint && layer.standards.some((named) => named.known));
  }

  /** The one management system that the nearest heading with any names. */
  systemOf(section: number): NamedStandard | null {
    if (section < 0) return null;
    let system = this.systemCache.get(section);
    if (system === undefined) {
      const systems = systemsIn(this.runs.of(this.headingBlocks[section]!), this.names);
      if (systems.length === 0) system = this.systemOf(this.parentSection(section));
      else system = systems.length === 1 ? systems[0]!.standards[0]! : null;
      this.systemCache.set(section, system);
    }
    return system;
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
      if (layer) layers.push({ ...layer, isLabel: true });
    }
    // The row is one line: the nearest cell to the left that names a standard, else the nearest to the right. Only cells
    // that are a label count; a standard named in the prose of another cell says nothing about this one.
    const found = layers.length;
    for (let i = index - 1; i >= 0 && blocks[i]!.table === block.table && blocks[i]!.row === block.row; i--)
      this.addCell(layers, i);
    for (
      let i = index + 1;
      layers.length === found && i < blocks.length && blocks[i]!.table === block.table && blocks[i]!.row === block.row;
      i++
    ) {
      this.addCell(layers, i);
    }
    return layers;
  }

  /** Block index of the column's header cell, -1 where there is none. */
  headerOf(index: number): number {
    const block = this.runs.blocks[index]!;
    const start = this.structure.start[index]!;
    const header = start + block.column;
    const cell = this.runs.blocks[header];
    return cell && cell.table === block.table && cell.row === 0 && cell.column === block.column ? header : -1;
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
      if (leadIn && leadIn.kind === 'paragraph') {
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

  private addCell(layers: Evidence[], index: number): void {
    const run = this.runs.of(index);
    if (run.tokens.length > 12) return;
    // A law or framework named in another cell ("UK GDPR" as a driver) says nothing of the id; the label of a row does.
    const isLabel = this.runs.blocks[index]!.column === 0;
    const mentions = isLabel
      ? labelMentions(run, this.names)
      : run.mentions.filter((one) => one.standards.some((named) => named.known));
    const layer = layerOf('line', mentions, this.hintOf(run));
    if (layer) layers.push(layer);
  }

  /** The standards of the paragraph before a list or table; those that only prefix an id of its own introduce nothing. */
  private addLeadIn(layers: Evidence[], index: number): void {
    const run = this.runs.of(index);
    const introduces = run.tokens[run.tokens.length - 1]?.text === ':';
    for (let i = run.mentions.length - 1; i >= 0; i--) {
      const mention = run.mentions[i]!;
      if (introduces || !isPrefix(run, mention)) layers.push(evidence('block', mention));
    }
  }

  private addLayer(layers: Evidence[], index: number): void {
    const run = this.runs.of(index);
    // Of a lead-in the last standard is the one that introduces what follows.
    for (let i = run.mentions.length - 1; i >= 0; i--) layers.push(evidence('block', run.mentions[i]!));
  }

  /** A short header or label with a lone year that is an edition: "2013 mapping", "2022". */
  private hintOf(run: Run): string | null {
    if (run.tokens.length > 8) return null;
    for (let at = 0; at < run.tokens.length; at++) {
      const token = run.tokens[at]!;
      if (token.kind !== 'number' || !this.names.years.has(token.text)) continue;
      if (mentionAtToken(run, at)) continue;
      return token.text;
    }
    return null;
  }
}

/** `ISO/IEC 27001:2013 A.9.2.5`: an id follows right behind. */
function isPrefix(run: Run, mention: Mention): boolean {
  const next = run.tokens[mention.end];
  if (next?.kind === 'mark' && ',:('.includes(next.text)) return isId(run.tokens, mention.end + 1);
  return isId(run.tokens, mention.end);
}

function isId(tokens: Run['tokens'], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return token.parts.length > 1;
  return (
    (token?.text === 'A' || token?.text === 'B') && (isMark(tokens[at + 1], '.') || tokens[at + 1]?.kind === 'number')
  );
}

/** Parents and beginnings of lists and tables, so that no lookup walks back over a long one. */
interface Structure {
  /** Index of the paragraph of the list item above, -1 at the outermost level and outside lists. */
  readonly parent: Int32Array;
  /** Index of the first block of the table, or of the outermost list. */
  readonly start: Int32Array;
}

function structureOf(blocks: readonly Block[]): Structure {
  const parent = new Int32Array(blocks.length).fill(-1);
  const start = new Int32Array(blocks.length);
  const open: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const before = blocks[i - 1];
    const continues =
      before !== undefined &&
      (block.table >= 0 ? before.table === block.table : block.list >= 0 && before.list === block.list);
    start[i] = continues ? start[i - 1]! : i;
    if (block.list < 0) {
      open.length = 0;
      continue;
    }
    if (before === undefined || before.list !== block.list) open.length = 0;
    while (open.length > 0 && blocks[open[open.length - 1]!]!.listDepth >= block.listDepth) open.pop();
    parent[i] = block.table >= 0 ? -1 : (open[open.length - 1] ?? -1);
    if (block.kind === 'paragraph') open.push(i);
  }
  return { parent, start };
}

/** For each heading the index of the nearest one before it with a smaller depth, -1 at the top. */
function parentsOf(depths: readonly number[]): Int32Array {
  const parents = new Int32Array(depths.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < depths.length; i++) {
    while (open.length > 0 && depths[open[open.length - 1]!]! >= depths[i]!) open.pop();
    parents[i] = open[open.length - 1] ?? -1;
    open.push(i);
  }
  return parents;
}
