/**
 * Whose ids a map of front matter holds, by what it says beside them: `{ framework: PCI DSS, controls: ["8.2"] }`. What
 * stands in the same map goes for its lists, and for the maps below it.
 */
import type { FrontMatter, FrontMatterScalar } from '../../document.js';
import { normaliseKey } from '../../settings.js';
import type { Evidence } from '../draft.js';
import { layerOf } from '../evidence/scope.js';
import { systemsIn } from '../evidence/systems.js';
import { annexWords, isoWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import type { Run } from '../text/run.js';
import { isNameAlone } from '../text/runNames.js';
import type { StandardNames } from '../text/standardNames.js';
import { isWord } from '../text/tokens.js';
import { factsOf, runOf, standardKeys } from './frontMatterKeys.js';

/** Keys of a map whose value, if it is the name of a framework, says whose the ids are; it may be anything else. */
const nameKeys: ReadonlySet<string> = new Set(
  'name nom nombre nome naam title id label key type source quelle origin catalog catalogue katalog scheme regulation regime law benchmark'.split(
    ' ',
  ),
);
const editionKeys: ReadonlySet<string> = new Set('edition version year ausgabe jahr'.split(' '));
/** In UTF-16 units: a name, not a sentence. */
const longestName = 80;

/**
 * `others`: a framework that we know not to be ours, whatever its ids look like. `unknown`: a name that says nothing to us,
 * so that numbers without a letter are not ours.
 */
export type Owner = 'ours' | 'others' | 'unknown';

/** What one map says of itself. */
interface Beside {
  readonly mentions: Mention[];
  year: string | null;
  owner: Owner | null;
  /** Each is all that a value of the map says. */
  areNames: boolean;
}

/** What each map of the front matter says beside its lists. */
export class Frameworks {
  private readonly byMap = new Map<string, Beside>();

  constructor(
    { scalars }: FrontMatter,
    private readonly names: StandardNames,
  ) {
    for (const scalar of scalars) this.take(scalar);
  }

  /**
   * The standards that the map at a path names beside its other values; null where it names none. `isName` where it
   * says one of them and nothing but that: `{ standard: ISO 42001, control: A.5.6 }`.
   */
  layerAt(path: FrontMatterScalar['path']): Evidence | null {
    const beside = this.byMap.get(placeOf(path));
    if (!beside) return null;
    const isOpen = beside.mentions.some(({ standards }) => standards.some(({ edition }) => edition === null));
    const layer = layerOf('block', beside.mentions, isOpen ? beside.year : null);
    return layer && { ...layer, isName: beside.areNames && layer.standards.length === 1 };
  }

  /**
   * Whose the value at a path is, by its keys and what stands beside each of them, inner to outer. Null where nothing says.
   */
  ownerOf(path: FrontMatterScalar['path']): Owner | null {
    if (this.byMap.size === 0) return null;
    for (let length = path.length; length > 0; length--) {
      const key = path[length - 1]!;
      if (typeof key !== 'string') continue;
      if (namesOurs(factsOf(key, this.names).run)) return 'ours';
      const owner = this.byMap.get(placeOf(path.slice(0, length - 1)))?.owner;
      if (owner) return owner;
    }
    return null;
  }

  private take({ path, text }: FrontMatterScalar): void {
    const keys = namingPath(path);
    const last = keys[keys.length - 1];
    if (typeof last !== 'string' || text.length === 0) return;
    const key = normaliseKey(last);
    const isNested = keys.length > 1;
    if (isNested && editionKeys.has(key) && this.names.years.has(text)) this.at(keys).year ??= text;
    const isStandard = standardKeys.has(key);
    const isName = isNested && nameKeys.has(key) && text.length <= longestName;
    const owner = isName ? ownerByName(text, this.names) : null;
    if (isNested && (isStandard || /\d/.test(text)) && !(isName && owner === null))
      this.addMentions(keys, text, isStandard);
    if (isName) this.addOwner(keys, owner);
    else if (isStandard && text.length <= longestName) this.addOwner(keys, ownerByStandard(text, isNested, this.names));
  }

  private addMentions(keys: FrontMatterScalar['path'], text: string, isStandard: boolean): void {
    const run = runOf(text, 0, this.names);
    const mentions = run.mentions.length > 0 || !isStandard ? run.mentions : systemsIn(run, this.names);
    if (mentions.length === 0) return;
    const beside = this.at(keys);
    beside.mentions.push(...mentions);
    if (!isNameAlone(run)) beside.areNames = false;
  }

  /** Where a map names several, ours among them, the ids may be ours. */
  private addOwner(keys: FrontMatterScalar['path'], owner: Owner | null): void {
    if (owner === null) return;
    const beside = this.at(keys);
    if (beside.owner === null || owner === 'ours') beside.owner = owner;
  }

  private at(keys: FrontMatterScalar['path']): Beside {
    const place = placeOf(keys.slice(0, -1));
    const known = this.byMap.get(place);
    if (known) return known;
    const beside: Beside = { mentions: [], year: null, owner: null, areNames: true };
    this.byMap.set(place, beside);
    return beside;
  }
}

/** `frameworks: [PCI DSS]` and `framework: { name: PCI DSS }` are said with the key `framework`. */
function namingPath(path: FrontMatterScalar['path']): FrontMatterScalar['path'] {
  let end = path.length;
  while (end > 1 && typeof path[end - 1] === 'number') end--;
  const [above, last] = [path[end - 2], path[end - 1]];
  if (typeof above !== 'string' || typeof last !== 'string' || !standardKeys.has(normaliseKey(above))) {
    return end < path.length && !isStandardKey(last) ? path : path.slice(0, end);
  }
  const key = normaliseKey(last);
  if (editionKeys.has(key)) return [...path.slice(0, end - 2), last];
  return nameKeys.has(key) ? path.slice(0, end - 1) : path.slice(0, end);
}

function isStandardKey(key: string | number | undefined): boolean {
  return typeof key === 'string' && standardKeys.has(normaliseKey(key));
}

/** `framework: PCI DSS`. Null for what says neither, and at the top for `standard: Rules for offices`, a title. */
function ownerByStandard(text: string, isNested: boolean, names: StandardNames): Owner | null {
  const { run, isForeign } = factsOf(text, names);
  if (namesOurs(run)) return 'ours';
  if (isForeign || run.mentions.length > 0) return isNested ? 'others' : 'unknown';
  if (!isNested || !/^\p{L}{2}/u.test(text)) return null;
  const speaksOfOurs =
    systemsIn(run, names, true).length > 0 ||
    systemsIn(run, names.subjects, true).length > 0 ||
    run.tokens.some((token) => isWord(token, isoWords) || isWord(token, annexWords));
  return speaksOfOurs ? null : 'unknown';
}

/** `name: PCI DSS`; `title: NIS2 reporting` is no name of a framework, and `title: NIS2 Register` may be. */
function ownerByName(text: string, names: StandardNames): Owner | null {
  const { run, isForeign } = factsOf(text, names);
  if (namesOurs(run)) return 'ours';
  const [mention] = run.mentions;
  if (mention?.first !== 0) return isForeign && !text.trim().includes(' ') ? 'others' : null;
  const further = run.tokens.slice(mention.end).filter(({ kind, text: word }) => kind === 'word' && word.length > 3);
  if (further.length === 0) return 'others';
  return further.every(({ text: word, lower }) => word !== lower) ? 'unknown' : null;
}

function namesOurs({ mentions }: Run): boolean {
  return mentions.some(({ standards }) => standards.some(({ known }) => known));
}

function placeOf(path: FrontMatterScalar['path']): string {
  return path.length === 0 ? '' : JSON.stringify(path);
}
