/**
 * The last two clauses of all management systems, which changed places between editions: what is written beside one of them in any
 * language may be the subject of the other ("Korrekturmaßnahmen (Abschnitt 10.1)"). Which two these are, the catalog's titles tell.
 * Source of the trap: the reference data (clause-swap).
 */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { Reference } from '../../document.js';
import type { Span } from '../../text.js';

interface Subject {
  /** Plainly this subject. */
  readonly plain: RegExp;
  /** Perhaps this one: enough to say nothing. */
  readonly perhaps: RegExp;
}

const correction: Subject = {
  plain:
    /(?<!\p{L})(?:non-?conformit|corrective action|nicht-?konformität|korrekturma(?:ß|ss)nahme|non-conformité|actions? correctives?|no conformidad|acci(?:ó|o)n(?:es)? correctiva|não conformidade|aç(?:ão|ões) corretiva|corrigerende maatregel|non conformità|azion[ei] correttiv)/iu,
  perhaps: /conform|correct|korrekt|corrig|corret|abweichung|afwijking/iu,
};
const improvement: Subject = {
  plain:
    /(?<!\p{L})(?:continu(?:al|ous) improvement|(?:fortlaufend|ständig|kontinuierlich|laufend)\p{L}* verbesserung|amélioration continue|mejora continua|melhoria cont(?:í|i)nua|continue verbetering|miglioramento continuo)/iu,
  perhaps: /improv|verbesser|amélior|mejor|melhor|verbeter|miglior/iu,
};

/** In characters: the words right before the bracket with the clause. */
const farthest = 60;
const lastWords = /[^.;:()|\n!?]+$/u;

/**
 * The clause that the words beside a reference are about, where that is the other one of the two, and those words. Behind the clause
 * they are its title; before it they count where nothing else stands in its brackets.
 */
export function swappedClause(
  { span, titleSpan, titledAs }: Reference,
  entry: CatalogEntry,
  text: string,
  catalog: Catalog,
): { readonly meant: CatalogEntry; readonly words: Span } | null {
  const [own, other] = correction.plain.test(entry.title) ? [correction, improvement] : [improvement, correction];
  if (!own.plain.test(entry.title)) return null;
  // The very title before the clause counts as other words there do.
  const title = titledAs ? null : titleSpan;
  const words =
    title ?? wordsBefore(span, text) ?? subjectBefore(span, text, own, other) ?? wordsBehind(span, text, other);
  if (!words) return null;
  const written = text.slice(words.start, words.end);
  if (!other.plain.test(written) || own.perhaps.test(written)) return null;
  const meant = catalog
    .children(entry.standardKey, entry.parent ?? '')
    .find((sibling) => sibling.kind === 'clause' && other.plain.test(sibling.title));
  const subject = other.plain.exec(written)!.index;
  return meant ? { meant, words: { ...words, start: words.start + behindJoint(written.slice(0, subject)) } } : null;
}

/** ", and the" before the words that are meant: where what leads on to them ends, perhaps with what is about something else. */
function behindJoint(before: string): number {
  const joint =
    /^.*(?:,|(?<!\p{L})(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of)(?!\p{L}))/su.exec(before)?.[0].length ?? 0;
  return (
    joint +
    /^(?:\s|[-*•+]|\d+\s|(?:the|der|die|das|les?|la|los|las|el|il|os|as|de|het)\s)*/i.exec(before.slice(joint))![0]
      .length
  );
}

/** "Kapitel 10.1 Nichtkonformität und Korrekturmaßnahmen;": what follows, also on the standard, where it begins with the subject. */
function wordsBehind({ end }: Span, text: string, { plain }: Subject): Span | null {
  const from = end + (ofStandard.exec(text.slice(end, end + farthest))?.[0].length ?? 0);
  const words = /^ [^.;:()|\n!?,]+/u.exec(text.slice(from, from + farthest))?.[0].trim();
  return words && plain.exec(words)?.index === 0 ? { start: from + 1, end: from + 1 + words.length } : null;
}

const ofStandard = /^ (?:of|der|de|d[ei]l+a) (?:ISO|IEC|\/)+ \d{5}(?::\d{4})?/;
/** A bracket, and perhaps the standard. */
const opensBracket = /\((?:(?:ISO|IEC|\/)+ \d{5}(?::\d{4})?[,:]? )?$/;

/** "gemäß", "according to", "selon le": what stands behind it is asked of what stands before it. */
const accord =
  /\s(?:(?:werden|wird|worden|wordt|sont|est)\s)?(?:gem(?:äß|\.)|nach|laut|according to|in accordance with|as per|per|selon|conformément (?:à|au)|según|conforme(?: a| ao| à)?|segundo|secondo|volgens|conform)\s(?:(?:the|de[mr]?|l[ae]|el|il|o|a|het)\s)?$/iu;
/** "are handled in accordance with", "is described in", "follow": said of what is done, and no finding about a clause. */
const handling =
  /\s(?:(?:is|are|shall be|will be|must be)\s(?:handled|managed|treated|addressed|corrected|dealt with|governed|described|defined)\s(?:according to|in accordance with|as per|per|under|by|in)|(?:werden|wird|sind|ist)\s(?:(?:behandelt|geregelt|beschrieben)\s)?(?:gem(?:äß|\.)|nach|laut)|sont\s(?:traitées|gérées|décrites)\s(?:selon|conformément (?:à|au)|dans|à|au)|follows?|folgen|suivent|siguen|seguem|seguono|volgen)\s(?:(?:the|de[mr]?|l[ae]|el|il|o|a|het)\s)?$/iu;
const lastOfWords = /\p{L}*(?: and corrective actions?)?$/u;
/** `Corrective action: clause 10.1`, with nothing behind it. */
const colon = /\s*:\s$/;
/** Behind the clause nothing more, or "of ISO 27001", "de la norme". */
const endOfSentence = /^(?: (?:of|d[ea]l?|der|van)(?: (?:the|la|de))? [\p{L}/]+(?: \d[\d:]*)?)?\s*(?:[.;]\s|[.;]?$)/iu;
/** Another clause behind it: the words may be about both. */
const furtherClause = /^[^.;:()|\n]{0,12}\d\.\d/u;

/**
 * "Korrekturmaßnahmen gemäß Kapitel 10.1": the subject right before a word of accord, unless its sentence may speak of the own one too.
 * A nonconformity per 10.1 is a finding about the other clause; one that is handled per 10.1 is none.
 */
function subjectBefore({ start, end }: Span, text: string, own: Subject, { plain }: Subject): Span | null {
  const before = text.slice(Math.max(0, start - farthest), start);
  const behind = text.slice(end, end + farthest);
  if (furtherClause.test(behind)) return null;
  const handled = handling.exec(before)?.index;
  const alone = endOfSentence.test(behind.split('\n')[0]!) ? colon.exec(before)?.index : undefined;
  const to = handled ?? accord.exec(before)?.index ?? alone;
  if (to === undefined) return null;
  const words = lastWords.exec(before.slice(0, to))?.[0] ?? '';
  const last = new RegExp(plain.source + lastOfWords.source, 'iu').exec(words);
  if (!last || own.perhaps.test(words) || (handled === undefined && /[ck]onform/iu.test(last[0]))) return null;
  const subjectEnd = start - before.length + to;
  return { start: subjectEnd - last[0].length, end: subjectEnd };
}

function wordsBefore({ start, end }: Span, text: string): Span | null {
  if (text[end] !== ')') return null;
  const before = text.slice(Math.max(0, start - farthest), start);
  const opening = opensBracket.exec(before)?.index;
  if (opening === undefined) return null;
  const words = lastWords.exec(before.slice(0, opening))?.[0];
  if (!words) return null;
  const to = start - before.length + opening;
  return { start: to - words.length, end: to };
}
