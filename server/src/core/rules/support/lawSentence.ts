/** The sentence in which an article of a law is cited: its words, and whether it speaks of the past or denies the article. */
import type { Standard } from '../../catalog/types.js';
import type { PolicyDocument } from '../../document.js';
import type { LawReference } from '../../references/laws.js';
import { formerWords } from '../../references/past/pastWords.js';
import type { Snapshot } from '../../snapshot.js';
import { ownMark, sentenceAround } from './passage.js';
import { isDeniedOrAsked } from './usage.js';

/** What stands around an article in its sentence, without what belongs to another article. */
export interface LawSentence {
  readonly before: string;
  readonly after: string;
}

/** The beginning of another citation, in seven languages. */
const anotherArticle =
  /(?<!\p{L})(?:artt?|arts|articles?|art[ií]culos?|artigos?|articol[oi]|artikel[ns]?|artikelen)(?!\p{L})/iu;

/** In characters. */
const longestSentence = 160;

/** The words around an article; empty before it where another article stands in the sentence, to which they may belong. */
export function sentenceOf(
  { span, following }: LawReference,
  document: PolicyDocument,
  snapshot: Snapshot,
): LawSentence {
  const after = following.split(/[.;!?](?:\s|$)|\n\s*\n/, 1)[0]!.split(anotherArticle, 1)[0]!;
  const text = snapshot.textOf(document.path);
  if (text === null) return { before: '', after };
  const before = text
    .slice(Math.max(0, span.start - longestSentence), span.start)
    .split(/[.;!?]\s|\n\s*\n|\n\s*(?:[-*+#>|]|\d+[.)])\s/)
    .pop()!;
  return { before: anotherArticle.test(before) ? '' : before, after };
}

/** Words by which a text says that a number is of a draft, or that its article has moved or gone; beside `formerWords`. */
const draftWords = new Set(
  [
    'draft drafts proposal proposals proposed deleted repealed removed moved renumbered replaced now today',
    'entwurf entwurfs entwürfe vorschlag vorschlags jetzt heute nunmehr inzwischen gestrichen aufgehoben weggefallen',
    'proposition devenu devenue désormais aujourd supprimé supprimée abrogé abrogée',
    'borrador propuesta anteproyecto ahora hoy suprimido suprimida derogado derogada',
    'proposta minuta agora hoje revogado revogada eliminado eliminada',
    'ontwerp voorstel oud thans inmiddels vervallen geschrapt',
    'bozza ora oggi soppresso soppressa abrogato abrogata',
  ].flatMap((list) => list.split(' ')),
);

/** "projet de règlement": the word alone is any project. */
const draftLaw = /(?:projet|proyecto|projeto|progetto) d[ei] (?:r[eèé]g|directi|direttiv|diretiv|loi|ley|lei|legge)/i;

/** Whether the sentence says itself that the number is of a draft, or was changed. */
export function speaksOfThePast({ before, after }: LawSentence): boolean {
  const sentence = `${before} ${after}`;
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  return draftLaw.test(sentence) || words.some((word) => draftWords.has(word) || formerWords.has(word));
}

/** Whether the text says itself that there is no such article, or asks whether there is one. */
export function isDeniedThere(
  reference: LawReference,
  law: Standard,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  const text = snapshot.textOf(document.path);
  const passage = text === null ? null : sentenceAround(reference, document.laws ?? [], document, text);
  if (!passage) return false;
  return isDeniedOrAsked({ ...passage, sentence: withoutName(passage.sentence, law) });
}

const namePatterns = new WeakMap<Standard, RegExp>();

/** "Art. 112 of the GDPR", "GDPR Art. 112": the mark alone, as the patterns of denial want it. */
function withoutName(sentence: string, law: Standard): string {
  let pattern = namePatterns.get(law);
  if (!pattern) {
    const all = [law.name, law.fullTitle, ...(law.names ?? [])].sort((a, b) => b.length - a.length);
    const names = all.map((name) => name.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
    const link = "(?:of|under|in|the|der|des|die|du|de|la|l'|del|della|do|da|van) ?";
    pattern = new RegExp(`(?:(?:${names}),? )?${ownMark}(?:,? (?:${link}){0,2}(?:${names})(?!\\p{L}))?`, 'u');
    namePatterns.set(law, pattern);
  }
  return sentence.replace(pattern, ownMark);
}

const term = /(?<!\p{L})(?:until|till|bis|jusqu|hasta|até|fino|tot)(?!\p{L})[^.;]{0,30}?(?<!\d)((?:19|20)\d\d)(?!\d)/iu;

/** "was used until July 2026": whether the sentence names a term that ended in this year or before. */
export function hasEnded({ before, after }: LawSentence, today: string): boolean {
  const year = term.exec(`${before} ${after}`)?.[1];
  return year !== undefined && year <= today.slice(0, 4);
}
