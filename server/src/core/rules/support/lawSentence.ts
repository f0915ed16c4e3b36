/** The sentence in which an article of a law is cited: its words, and whether it speaks of the past. */
import type { PolicyDocument } from '../../document.js';
import type { LawReference } from '../../references/laws.js';
import type { Snapshot } from '../../snapshot.js';

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

/** Words by which a text says itself that a number is an old one. */
const pastWords = [
  'drafts?|proposals?|proposed|former(?:ly)?|previous(?:ly)?|old|deleted|repealed|removed|moved|renumbered|replaced|now|today',
  'entwurf|entwurfs|entwürfe|vorschlag|ehemals|früher|vormals|alte[nrs]?|jetzt|heute|nunmehr|inzwischen|gestrichen|aufgehoben|weggefallen',
  'ancien(?:ne|nement)?|proposition|avant-projet|projet de|devenue?|désormais|aujourd|supprimée?|abrogée?',
  'borrador|propuesta|anteproyecto|proyecto de|antes|antigu[oa]|ahora|hoy|suprimid[oa]|derogad[oa]',
  'proposta|minuta|antig[oa]|agora|hoje|revogad[oa]|eliminad[oa]',
  'ontwerp|voorstel|voorheen|oude?|thans|inmiddels|vervallen|geschrapt',
  'bozza|vecchi[oa]|precedente|ora|oggi|soppress[oa]|abrogat[oa]',
].join('|');
const past = new RegExp(`(?<!\\p{L})(?:${pastWords})(?!\\p{L})`, 'iu');

/** Whether the sentence says itself that the number is of a draft, or was changed. */
export function speaksOfThePast({ before, after }: LawSentence): boolean {
  return past.test(`${before} ${after}`);
}
