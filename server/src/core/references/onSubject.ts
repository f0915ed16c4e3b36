/**
 * Is a text about security, privacy, AI or their controls at all? A folder's standard explains ids like `A.5.15` only in
 * such a text: in the manual of a machine they are part numbers, in an insurance policy they are sums insured.
 */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import type { Block } from '../markdown/blocks.js';
import type { DraftReference, Evidence } from './draft.js';
import { isOtherSystem } from './evidence/documentEvidence.js';
import { commonWords } from './tables/titledNumbers.js';
import { controlWords, lawsNamed } from './text/lexicon.js';
import { isManagementSystem, type NamedStandard } from './text/standardNames.js';
import { normaliseTitle } from './titles/titles.js';

/** What a document is judged by. */
export interface SubjectInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly drafts: readonly DraftReference[];
  /** What title, front matter and body name as standards. */
  readonly outermost: readonly Evidence[];
  /** What its titles name, each for itself; see `standardsInTitles`. */
  readonly titles: readonly (readonly NamedStandard[])[];
}

/** In words: a text that has only just been begun, or a mere list of ids, tells nothing of its subject. */
const enoughToTell = 30;
/** In references: the first of them tell enough. */
const mostAsked = 60;
/** Fields of the vocabulary that are enough where there are no ids with a letter, one, two, or three of them. */
const enoughForFew = [1, 4, 3, 1];

/**
 * Whether a document is about what its ids would mean: it names a standard or tags controls, its ids stand among words of
 * their titles, or it cites as authors of policies do ("wear a badge (A.7.2)"). Titles are in English; of texts in other
 * languages it takes their vocabulary.
 */
export function isOnSubject({ text, blocks, drafts, outermost, titles }: SubjectInput, catalog: Catalog): boolean {
  if (drafts.some((draft) => draft.isTag) || !hasWords(text, enoughToTell)) return true;
  const naming = outermost.filter((layer) => layer.standards.some((named) => named.known));
  if (naming.length > 0 && (isMeant(naming, text) || drafts.some(isOfNamed))) return true;
  if (naming.length === 0 && titles.some(isOfAnother)) return false;
  const ids = drafts.filter(isControlId).slice(0, mostAsked);
  const isOfOther =
    changelog.test(text) || outermost.some(({ standards }) => standards.length > 0 && standards.every(isOtherSystem));
  const enough = isOfOther ? undefined : enoughForFew[ids.length];
  if (enough !== undefined && vocabularyOf(text) >= enough && densityOf(text) >= leastDensity) return true;
  const fitting = ids.filter((draft) => sharesTitle(draft, surroundings(draft, text, blocks), catalog)).length;
  const cited = ids.filter((draft) => isCited(draft, text)).length;
  if (fitting * 2 > ids.length || cited * 2 > ids.length || (fitting > 0 && cited > 0)) return true;
  // Two of twenty ids stand beside a word of their titles by chance, too: "A.7.3 Dressing rooms are locked".
  if (fitting > 1 && densityOf(text) >= leastDensity && vocabularyOf(text) >= enoughVocabulary) return true;
  if (isOfOther || isEnglish(text) || vocabularyOf(text) < enoughVocabulary) return false;
  return ids.length === 0 || cited > 0 || ids.some((draft) => touchesSubject(surroundings(draft, text, blocks)));
}

/**
 * Whether a standard that the document names is what it is about: named in the title, the preface or front matter, or in a
 * text that keeps coming back to the subject. A number alone may be the telephone of an office, and the style guide of a
 * newspaper says how to write ISO/IEC 27001.
 */
function isMeant(naming: readonly Evidence[], text: string): boolean {
  if (!writtenAsStandard.test(text) && vocabularyOf(text) < enoughVocabulary) return false;
  return naming.some((layer) => !layer.isFaint) || densityOf(text) >= leastDensity;
}

/** `ISO/IEC 27001:2022, A.5.1`: who names a control by its standard does not speak of it in passing. */
function isOfNamed(draft: DraftReference): boolean {
  const isRight = ({ tight, standards }: Evidence): boolean => tight && standards.some(({ known }) => known);
  return isControlId(draft) && draft.near.some(isRight);
}

/** "HIPAA workforce policy", `framework: CIS Controls`: a title that names another framework, and no law. */
function isOfAnother(named: readonly NamedStandard[]): boolean {
  return named.length > 0 && named.every(isFramework);
}

function isFramework({ standard }: NamedStandard): boolean {
  return standard === 'hipaa' || !lawsNamed.has(standard);
}

/** What a program's releases changed has words of the subject in any trade. */
const changelog =
  /^(?:---\n[\s\S]{0,2000}?\n---\n)?\s*#{1,2} +(?:change ?log|release notes|versionshinweise|änderungsprotokoll der software|notes? de version|notas de (?:la )?versi[óo]n|notas de versão|note di rilascio|release-?notities)\b/i;

/** `ISO`, `IEC`, `27001:2022` */
const writtenAsStandard = /\b(?:ISO|IEC)|\d{5}:\d{4}/;

/** `(A.7.2)`, `control A.7.2`: not as one names a part. */
function isCited({ span }: DraftReference, text: string): boolean {
  if (text[span.start - 1] === '(') return true;
  const word = /(\p{L}+):?\**[ \u00A0]$/u.exec(text.slice(Math.max(0, span.start - longestWord), span.start))?.[1];
  return word !== undefined && controlWords.has(word.toLowerCase());
}

/** In characters. */
const longestWord = 30;

function isControlId({ form, members }: DraftReference): boolean {
  return form === 'annex' && members[0]!.parts.length > 1;
}

/** In characters, on either side of an id. */
const mostSurroundings = 300;

/** The paragraph, item or row in which an id stands. */
function surroundings({ span, block, where }: DraftReference, text: string, blocks: readonly Block[]): string {
  const around = blocks[block]?.span ?? span;
  const isRow = where === 'table';
  const from = isRow ? text.lastIndexOf('\n', span.start) + 1 : around.start;
  const lineEnd = text.indexOf('\n', span.end);
  const to = isRow ? (lineEnd < 0 ? text.length : lineEnd) : around.end;
  return text.slice(Math.max(from, span.start - mostSurroundings), Math.min(to, span.end + mostSurroundings));
}

/** Whether words of the title of the control, in any standard and edition, stand around its id. */
function sharesTitle({ letter, members }: DraftReference, around: string, catalog: Catalog): boolean {
  const roots = new Set(rootsOf(around.toLowerCase()));
  return members.some(({ parts, to }) => {
    const last = to && to.length === parts.length ? Math.min(to[to.length - 1]!, parts[parts.length - 1]! + 4) : null;
    const head = parts.slice(0, -1);
    for (let number = parts[parts.length - 1]!; number <= (last ?? number); number++) {
      for (const root of titleRoots(`${letter}.${[...head, number].join('.')}`, catalog))
        if (roots.has(root)) return true;
      if (last === null) break;
    }
    return false;
  });
}

/** Whether words have one, in whatever form, of the title that an id has in any standard. */
export function touchesTitle(id: string, words: string, catalog: Catalog): boolean {
  const roots = titleRoots(id, catalog);
  return rootsOf(words.toLowerCase()).some((root) => roots.has(root));
}

const knownRoots = new WeakMap<Catalog, Map<string, ReadonlySet<string>>>();

/** The roots of the words in the titles that an id has in any standard and edition. */
function titleRoots(id: string, catalog: Catalog): ReadonlySet<string> {
  let byId = knownRoots.get(catalog);
  if (!byId) {
    byId = new Map();
    knownRoots.set(catalog, byId);
  }
  let roots = byId.get(id);
  if (!roots) {
    const entries = catalog.standards
      .filter(isManagementSystem)
      .map(({ key }) => catalog.find(key, id))
      .filter((entry): entry is CatalogEntry => entry !== undefined);
    const titles = entries.flatMap((entry) => [entry.title, ...(entry.aliases ?? [])]);
    roots = new Set(titles.flatMap((title) => rootsOf(normaliseTitle(title))));
    byId.set(id, roots);
  }
  return roots;
}

/** In letters: what is left of "classified" and "classification" is the same. */
const longestRoot = 6;

/** The beginnings of the words that say something. */
function rootsOf(lower: string): string[] {
  return (lower.match(/\p{L}{4,}/gu) ?? [])
    .filter((word) => !commonWords.has(word))
    .map((word) => word.replace(/(?:ies|ing|ed|es|s)$/, '').slice(0, longestRoot));
}

function hasWords(text: string, times: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(/\p{L}{3,}/gu)) if (++found === times) return true;
  return false;
}

/** Of a hundred words of English more than so many are these four. */
const shareOfSmallWords = 0.07;

function isEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /^(?:the|of|and|is)$/i.test(word)).length > words.length * shareOfSmallWords;
}

/** Of the fields below, a text in another language must touch so many. */
const enoughVocabulary = 3;

/** Words of the subject in seven languages, by field: information, security, privacy, rules, risk, controls, access, systems. */
const vocabulary = [
  /informati[oeôa]n|informaci|informaç|informazion|informatie/iu,
  /s[eé]cur|seguran|seguridad|sicherheit|beveilig|sicurezza|cyber/iu,
  /priva|datenschutz|confiden|vertraul|personal data|personenbezogen/iu,
  /audit|complian|polic(?:y|ies)|richtlinie|leitlinie|politi|pol[ií]tica|beleid/iu,
  /risk|risi[ck]|riesgo|risco|rischi|threat|bedroh|menace|amenaz|ameaç|minacci|dreiging|incident|vorf[aä]ll/iu,
  /controls?\b|kontroll|contr[oô]l[eoil]|maßnahme|massnahme|maatregel|mesure|medida|misur[ae]\b/iu,
  /passw|wachtwoord|mot de passe|contraseña|senha|backup|malware|encrypt|verschlüssel|chiffrement|chiffrer|access\b|zugriff|zugang|toegang|acc[eè]s\b|acceso|acesso|accesso/iu,
  /\b(?:isms|pims|aims|sgsi|smsi|dsms|soa|iso|iec|ai|ki|ia|dpia|mfa)\b/iu,
];

/** Without the abbreviations, which are words of other languages too. */
const subjectWords = vocabulary.slice(0, -1);

/** Of a text that is about the subject, eight words in a thousand and more are of its vocabulary. */
const leastDensity = 0.008;
/** In characters: the beginning tells enough. */
const mostCounted = 20_000;

/** The share of words that are of the vocabulary. */
function densityOf(text: string): number {
  const beginning = text.slice(0, mostCounted);
  const all = beginning.match(/\p{L}+/gu)?.length ?? 0;
  const found = everySubjectWord.reduce((sum, field) => sum + (beginning.match(field)?.length ?? 0), 0);
  return all === 0 ? 0 : found / all;
}

const everySubjectWord = subjectWords.map((field) => new RegExp(field, 'giu'));

function touchesSubject(text: string): boolean {
  return subjectWords.some((field) => field.test(text));
}

/** How many fields of the vocabulary a text touches. */
function vocabularyOf(text: string): number {
  return vocabulary.filter((field) => field.test(text)).length;
}
