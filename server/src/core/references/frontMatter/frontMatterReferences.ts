/** Control tags and other references in front matter: which key means what, and in which standard's name. */
import type { Catalog } from '../../catalog/types.js';
import type { FrontMatter, FrontMatterScalar } from '../../document.js';
import { normaliseKey, type Settings } from '../../settings.js';
import { mostReferences } from '../budget.js';
import type { DraftReference, Evidence } from '../draft.js';
import { hasItsMention } from '../evidence/citing.js';
import { lineEvidence, relate } from '../evidence/lineEvidence.js';
import { draftOf } from '../evidence/placement.js';
import { layerOf } from '../evidence/scope.js';
import { systemBeside } from '../evidence/systems.js';
import { type BareNumbers, type RawReference, readReferences } from '../grammar.js';
import type { RecognitionContext } from '../recognise.js';
import { annexWords, controlWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { makeRun, type Run } from '../text/run.js';
import { isPrefix } from '../text/runNames.js';
import { type StandardNames, standardNames } from '../text/standardNames.js';
import { isWord } from '../text/tokens.js';
import { titleAfter } from '../titles/titles.js';
import { Frameworks, type Owner } from './frontMatterFrameworks.js';
import { factsOf, isChapters, isRequirements, runOf, standardKeys } from './frontMatterKeys.js';
import { isListOfClauses } from './listsOfClauses.js';
import { keysOfOlder } from './olderKeys.js';

/**
 * Everything that front matter names (values and keys), as one layer for the whole document. What `standard: ISO/IEC 42001` names
 * goes before what is only `related`.
 */
export function frontMatterLayer(frontMatter: FrontMatter, names: StandardNames): Evidence[] {
  const mentions: Mention[] = [];
  const followed: Mention[] = [];
  const ofEditions: Mention[] = [];
  const seen = new Set<string>();
  for (const { text, path } of frontMatter.scalars) {
    const keys = path.filter((part): part is string => typeof part === 'string');
    if (keys.some((key) => factsOf(key, names).isCalledFormer)) continue;
    const ofText = mentionsOf(text, names, seen);
    for (const mention of ofText) {
      const isOfTag = namesEdition(mention) && isPrefix(runOf(text, 0, names), mention);
      (isOfTag ? ofEditions : mentions).push(mention);
    }
    if (keys.length === 1 && standardKeys.has(normaliseKey(keys[0]!))) followed.push(...ofText);
    for (const key of keys) {
      for (const mention of mentionsOf(factsOf(key, names).spelled, names, seen)) {
        (namesEdition(mention) ? ofEditions : mentions).push(mention);
      }
    }
  }
  // `iso27001_2013` says what stands below it, `27001:2013:A.9.1.1` of which edition that tag is, and more only where nothing else tells.
  const named = new Set(mentions.flatMap((mention) => mention.standards.map(({ standard }) => standard)));
  mentions.push(...ofEditions.filter(({ standards }) => standards.every(({ standard }) => !named.has(standard))));
  const known = (one: Mention): boolean => one.standards.some((standard) => standard.known);
  const layers = [followed, mentions].map((some) => layerOf('front-matter', some.filter(known)));
  return layers.flatMap((layer, i) => (layer ? [{ ...layer, areAll: i === 0 }] : []));
}

function namesEdition({ standards }: Mention): boolean {
  return standards.some(({ edition }) => edition !== null);
}

function mentionsOf(text: string, names: StandardNames, seen: Set<string>): readonly Mention[] {
  if (seen.has(text) || !/\d/.test(text)) return [];
  seen.add(text);
  return runOf(text, 0, names).mentions;
}

/** What the meaning of a key depends on. */
interface KeyContext {
  readonly settings: Settings;
  readonly names: StandardNames;
  readonly withdrawnYears: ReadonlySet<string>;
}

const knownYears = new WeakMap<Catalog, ReadonlySet<string>>();

/** The years of editions that were replaced, without those of editions in force. */
function withdrawnYearsOf(catalog: Catalog): ReadonlySet<string> {
  const known = knownYears.get(catalog);
  if (known) return known;
  const years = new Set<string>();
  knownYears.set(catalog, years);
  for (const { status, edition } of catalog.standards) if (status === 'withdrawn') years.add(edition);
  for (const { status, edition } of catalog.standards) if (status === 'current') years.delete(edition);
  return years;
}

/** What a scalar's key says: whether it claims, and how bare numbers are meant. */
interface KeyMeaning {
  readonly isTag: boolean;
  readonly bare: BareNumbers;
  /** Whether the key says that its ids are those of once: `old_controls`, `supersedes`, `iso27001_2013`. */
  readonly isFormer: boolean;
  /** `pci_controls`, `cis` below `mappings`: what stands there is not ours, whatever it looks like, unless that very key is set as ours. */
  readonly isForeign: boolean;
}

/** Keys may be set with dots: `compliance.iso.controls` means that key below the others. Inner keys decide first. */
function meaningOf(path: FrontMatterScalar['path'], context: KeyContext): KeyMeaning {
  const { settings, names } = context;
  const written = path.filter((part): part is string => typeof part === 'string');
  const keys = written.map(normaliseKey);
  const isForeign = written.some((key) => factsOf(key, names).isForeign);
  if (keys.some((key) => isFormer(key, context)))
    return { isTag: false, bare: bareNumbersOf(path, names), isFormer: true, isForeign };
  const tag = (bare: BareNumbers, start: number, end: number): KeyMeaning => {
    const others = isForeign ? [...written.slice(0, start), ...written.slice(end)] : [];
    return { isTag: true, bare, isFormer: false, isForeign: others.some((key) => factsOf(key, names).isForeign) };
  };
  for (let end = keys.length; end > 0; end--) {
    for (let start = end - 1; start >= 0; start--) {
      const key = keys.slice(start, end).join('.');
      if (settings.clauseKeys.includes(key)) return tag('clause', start, end);
      if (settings.controlKeys.includes(key))
        return tag(
          isBelowClauses(written, start, end, context) || holdsRequirements(written.slice(end), names)
            ? 'clause'
            : 'control',
          start,
          end,
        );
      // Nothing set has more than a few dots; deeper paths cannot match.
      if (end - start >= 6) break;
    }
  }
  return { isTag: false, bare: bareNumbersOf(path, names), isFormer: false, isForeign };
}

/**
 * `clauses: { iso27001: [...] }`: where the set key, from `start` to `end`, names a standard and not what its numbers are, a word for
 * clauses above it says that.
 */
function isBelowClauses(
  written: readonly string[],
  start: number,
  end: number,
  { settings, names }: KeyContext,
): boolean {
  if (written.slice(start, end).some((key) => factsOf(key, names).saysKind)) return false;
  const above = written.slice(0, start).findLast((key) => factsOf(key, names).saysKind);
  return above !== undefined && (settings.clauseKeys.includes(normaliseKey(above)) || isOfClauses(above, names));
}

/** `iso27001: { chapters: [...] }`: whether the keys below one that names a standard say that it is about clauses. */
function holdsRequirements(keys: readonly string[], names: StandardNames): boolean {
  const inner = keys[keys.length - 1];
  return inner !== undefined && (isRequirements(factsOf(inner, names).run) || isOfClauses(inner, names));
}

function isOfClauses(key: string, names: StandardNames): boolean {
  const { bare, saysKind } = factsOf(key, names);
  return (bare === 'clause' && saysKind) || isChapters(factsOf(key, names).run);
}

/**
 * The meaning of a key in a map that says whose its ids are. `{ standard: ISO/IEC 27001, requirements: ["9.2"] }` cites
 * clauses, and claims none: nobody has set the key.
 */
function ownedBy(owner: Owner | null, meaning: KeyMeaning, holdsClauses: boolean): KeyMeaning {
  if (owner === 'ours' && holdsClauses && !meaning.isTag && !meaning.isFormer) return { ...meaning, bare: 'clause' };
  if (owner === 'others') return { ...meaning, isForeign: true };
  return owner === 'unknown' ? { ...meaning, bare: 'none' } : meaning;
}

/** `previous_controls`, and keys with the year of an edition that was replaced. */
function isFormer(key: string, { names, withdrawnYears }: KeyContext): boolean {
  return factsOf(key, names).isCalledFormer || key.split(/[_.]/).some((word) => withdrawnYears.has(word));
}

/** What a bare number below the keys is; the innermost that says anything decides, and a mere standard leaves it to a word above it. */
function bareNumbersOf(path: FrontMatterScalar['path'], names: StandardNames): BareNumbers {
  const keys = path.filter((part): part is string => typeof part === 'string');
  const inner = keys.findLastIndex((key) => factsOf(key, names).bare !== null);
  if (inner < 0) return 'none';
  const { bare, saysKind } = factsOf(keys[inner]!, names);
  if (bare !== 'control' || saysKind) return bare!;
  const above = keys.slice(0, inner).findLast((key) => factsOf(key, names).saysKind);
  return above !== undefined && isOfClauses(above, names) ? 'clause' : bare;
}

/** Drafts of all scalars and of keys that are ids themselves (`controls: { A.5.15: … }`). */
export function frontMatterDrafts(
  text: string,
  frontMatter: FrontMatter,
  outermost: readonly Evidence[],
  context: RecognitionContext,
): DraftReference[] {
  const names = standardNames(context.catalog);
  const drafts: DraftReference[] = [];
  const frameworks = new Frameworks(frontMatter, names);
  const layers = new KeyLayers(frameworks, frontMatter, names, outermost, context.catalog);
  const readKeys = new Set<number>();
  const meanings = new Map<number, KeyMeaning>();
  const mixed = listsWithLetters(frontMatter, names);
  const ofControls = requirementsOfControls(frontMatter, names, context.catalog);
  const older = keysOfOlder(frontMatter, names, context.catalog);
  const keyContext = { settings: context.settings, names, withdrawnYears: withdrawnYearsOf(context.catalog) };
  frontMatter.scalars.forEach((scalar, index) => {
    let meaning = meanings.get(scalar.keySpan.start);
    if (!meaning) {
      const inner = scalar.path.findLast((part) => typeof part === 'string') ?? '';
      meaning = ownedBy(
        frameworks.ownerOf(scalar.path),
        meaningOf(scalar.path, keyContext),
        isRequirements(factsOf(inner, names).run),
      );
      if (meaning.bare === 'clause' && ofControls.has(scalar.keySpan.start)) meaning = { ...meaning, bare: 'control' };
      if (older.has(scalar.keySpan.start)) meaning = { ...meaning, isTag: false, isFormer: true };
      meanings.set(scalar.keySpan.start, meaning);
    }
    if (meaning.bare === 'control' && mixed.has(scalar.keySpan.start)) meaning = { ...meaning, bare: 'clause' };
    if (meaning.isTag && !readKeys.has(scalar.keySpan.start)) {
      readKeys.add(scalar.keySpan.start);
      readKey(text, scalar, index, { layers, drafts, names });
    }
    if (drafts.length >= mostReferences || !/\d/.test(scalar.text)) return;
    if (meaning.isForeign) return;
    // A short number of an old list looks like one of today's.
    if (meaning.isFormer && /^\d+(?:\.\d+)?$/.test(scalar.text.trim())) return;
    // Elsewhere (`id: ISO27001-A-8-001`) a document of one's own is meant.
    const written = meaning.isTag ? scalar.text.replace(joinedTag, apart) : scalar.text;
    const run = runOf(written, scalar.contentSpan.start, names);
    readRun(run, { scalar, index, meaning, layers, drafts, names });
  });
  return drafts;
}

/** `ISO27001_A.5.15`, `iso42001-a-9-2`: a tag without blanks and, elsewhere, points. */
const joinedTag = /^((?:iso[/ _-]?(?:iec[ _-]?)?)?\d{5}(?:[:_-]\d{4})?)[_-]a([._-]\d+(?:[._-]\d+){1,2})$/i;

/** Such a tag in the spelling of prose, of the same length. */
function apart(_: string, standard: string, number: string): string {
  return `${standard.replaceAll('_', ' ')} A${number.replaceAll(/[_-]/g, '.')}`;
}

/**
 * Lists that write their controls with the letter (`refs: ["5.1", "A.5.1"]`, `iso_42001: "6.1.4, A.5.2"`): a bare number among them
 * is the clause, unless the key speaks of controls. By place of the key.
 */
function listsWithLetters({ scalars }: FrontMatter, names: StandardNames): ReadonlySet<number> {
  const lists = new Set<number>();
  for (const { keySpan, text, path } of scalars) {
    if (!/(?:^|[\s,;+&/|])A\.\d+\.\d/.test(text) || lists.has(keySpan.start)) continue;
    const key = path.findLast((part) => typeof part === 'string') ?? '';
    const { tokens } = factsOf(key, names).run;
    if (!tokens.some((token) => isWord(token, controlWords) || isWord(token, annexWords))) lists.add(keySpan.start);
  }
  return lists;
}

/** Lists below `requirements` that hold a number which no clause has, and a control (`["5.15", "8.2"]`). By place of the key. */
function requirementsOfControls({ scalars }: FrontMatter, names: StandardNames, catalog: Catalog): ReadonlySet<number> {
  const lists = new Set<number>();
  for (const { keySpan, text, path } of scalars) {
    const number = /^\s*(\d+\.\d+)\s*$/.exec(text)?.[1];
    if (number === undefined || lists.has(keySpan.start)) continue;
    const key = path.findLast((part) => typeof part === 'string') ?? '';
    if (!isRequirements(factsOf(key, names).run)) continue;
    const has = (id: string, kind: string): boolean =>
      catalog.standards.some((one) => catalog.find(one.key, id)?.kind === kind);
    if (has(`A.${number}`, 'control') && !has(number, 'clause')) lists.add(keySpan.start);
  }
  return lists;
}

interface RunContext {
  readonly scalar: FrontMatterScalar;
  readonly index: number;
  readonly meaning: KeyMeaning;
  readonly layers: KeyLayers;
  readonly drafts: DraftReference[];
  readonly names: StandardNames;
}

function readRun(run: Run, context: RunContext): void {
  const { scalar, meaning } = context;
  const related = relate(run, readReferences(run.tokens, run.mentions, meaning.bare));
  const isClause = meaning.bare === 'control' ? context.layers.clausesOf(scalar, context.index) : null;
  for (const read of related.raws) {
    const mayBeClause = isClause !== null && read.form === 'control';
    const raw: RawReference = mayBeClause
      ? { ...read, ...(isClause(read) ? { form: 'clause' } : { isEither: true }) }
      : read;
    const line = lineEvidence(run, raw, related, context.names);
    if (raw.ofOwnDocument || !hasItsMention(raw, line, run)) continue;
    const title = titleAfter(run.prose, raw.end, true);
    const isBare = raw.form !== 'annex' && meaning.bare !== 'none' && raw.attached === null;
    const draft = draftOf(run, raw, {
      where: 'front-matter',
      isTag: meaning.isTag,
      section: -1,
      block: -1 - scalar.keySpan.start,
      sentence: 0,
      group: -1 - scalar.keySpan.start,
      column: -1,
      titleSpan: title ? { start: run.base + title.start, end: run.base + title.end } : null,
      titleWords: title ? run.prose.slice(title.start, title.end) : null,
      near: line,
      far: context.layers.of(scalar),
      isBare,
      isUnquotedNumber: isBare && !meaning.isFormer && !scalar.quoted && /^\d+\.\d+$/.test(scalar.text.trim()),
      startsHeading: false,
      isChapter: false,
      isTold: false,
      isNamedControl: false,
      startsBlock: false,
      fillsBlock: false,
      system: systemBeside(run, raw.first, raw.last, context.names)?.named ?? null,
      above: [],
      ofOthers: false,
      contract: -1,
      hasCrosswalkWord: meaning.isFormer,
      isMovedTo: false,
      isShort: false,
      listSubject: [],
    });
    context.drafts.push(draft);
  }
}

function readKey(
  text: string,
  scalar: FrontMatterScalar,
  index: number,
  context: { layers: KeyLayers; drafts: DraftReference[]; names: StandardNames },
): void {
  const key = text.slice(scalar.keySpan.start, scalar.keySpan.end);
  if (!/^["']?(?:[\w]+:)?[AB]\.\d/.test(key)) return;
  const run = makeRun(key, scalar.keySpan.start, context.names);
  readRun(run, {
    scalar,
    index,
    meaning: { isTag: true, bare: 'none', isFormer: false, isForeign: false },
    layers: context.layers,
    drafts: context.drafts,
    names: context.names,
  });
}

/** Layers of the keys above a scalar and of the scalars beside it in the same map. */
class KeyLayers {
  private readonly byPlace = new Map<number, readonly Evidence[]>();
  private readonly listsOfClauses = new Map<number, boolean>();

  constructor(
    private readonly frameworks: Frameworks,
    private readonly frontMatter: FrontMatter,
    private readonly names: StandardNames,
    private readonly outermost: readonly Evidence[],
    private readonly catalog: Catalog,
  ) {}

  /**
   * Whether a bare number is a clause, where the key right above it names one standard and not what its numbers are: `6.1.4` below
   * `iso42001`, of which no edition has a control of that number, and all of a list of nothing but clauses. Null elsewhere.
   */
  clausesOf({ path, keySpan }: FrontMatterScalar, index: number): ((raw: RawReference) => boolean) | null {
    const keys = path.filter((part) => typeof part === 'string');
    const key = keys[keys.length - 1] ?? '';
    const { run, saysKind } = factsOf(key, this.names);
    const [named, ...others] = run.mentions.flatMap(({ standards }) => standards);
    if (saysKind || !named?.known || named.byCompanion || others.length > 0) return null;
    const editions = this.catalog.editions(named.standard);
    const saysNothing = keys.every((one) => !factsOf(one, this.names).saysKind);
    let isList = this.listsOfClauses.get(keySpan.start);
    if (isList === undefined) {
      isList = saysNothing && isListOfClauses(this.frontMatter, index, named, this.catalog);
      this.listsOfClauses.set(keySpan.start, isList);
    }
    if (isList) return () => true;
    return ({ members }) => {
      const has = (id: string, kind: string): boolean =>
        editions.some((edition) => this.catalog.find(edition.key, id)?.kind === kind);
      const number = members[0]!.parts.join('.');
      return has(number, 'clause') && !has(`A.${number}`, 'control') && !has(`A.${number}`, 'objective');
    };
  }

  /** Nearest first, out to the document; the items of one list share them. */
  of(scalar: FrontMatterScalar): readonly Evidence[] {
    const cached = this.byPlace.get(scalar.keySpan.start);
    if (cached) return cached;
    const layers = [...this.layersOf(scalar), ...this.outermost];
    this.byPlace.set(scalar.keySpan.start, layers);
    return layers;
  }

  private layersOf(scalar: FrontMatterScalar): Evidence[] {
    const layers: Evidence[] = [];
    const inner = scalar.path.findLastIndex((part) => typeof part === 'string');
    for (let length = scalar.path.length; length > 0; length--) {
      const part = scalar.path[length - 1]!;
      if (typeof part === 'string') {
        const layer = layerOf('line', this.mentionsOfKey(part), null);
        if (layer) layers.push(layer);
      }
      const beside = this.frameworks.layerAt(scalar.path.slice(0, length - 1));
      // `related_controls`, and what lies deeper, may be of another one.
      const isOwn = length - 1 === inner && factsOf(String(part), this.names).run.tokens.length === 1;
      if (beside) layers.push({ ...beside, isName: isOwn && beside.isName === true });
    }
    return layers;
  }

  private mentionsOfKey(key: string): readonly Mention[] {
    const { run, systems } = factsOf(key, this.names);
    return run.mentions.length > 0 ? run.mentions : systems;
  }
}
