/**
 * Whether a section is one of a text that is named beside it: "Notfallhandbuch, Kapitel 8.5", "apartado 5.4 en el manual",
 * "VdS 10000, Abschnitt 9.4".
 */
import type { Catalog } from '../../catalog/types.js';
import type { RawReference } from '../grammar.js';
import { sharesWord } from '../tables/titledNumbers.js';
import {
  accordWords,
  clauseWords,
  controlTopic,
  dottedSection,
  findingCodes,
  iecWords,
  isoWords,
  leadWords,
  numberWords,
  ofWords,
  ownText,
  ownTextInBrackets,
  placePrepositions,
  requiredText,
  scheduleWords,
  sectionWords,
  seeWords,
  standardWords,
  systemWords,
  verbWords,
  versionWords,
} from '../text/lexicon.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { withoutPossessive } from '../text/words.js';

/**
 * `certain`: the number is of that text. `likely`: it is where our standards have no such clause, since what a clause asks for may
 * stand beside it too ("Auditplan (Kapitel 9.2)").
 */
export type OfNamedText = 'certain' | 'likely' | 'no';

/**
 * Whose the number of a raw reference is by the words around it. `end` is the last of the list that it stands in, itself where it
 * stands alone. Only for what no standard stands beside.
 */
export function ofNamedText(raw: RawReference, end: RawReference, run: Run): OfNamedText {
  const word = run.tokens[raw.head];
  if (raw.form !== 'clause' || raw.attached !== null || raw.ofStandard) return 'no';
  const isSection = isWord(word, sectionWords) || isMark(word, '§') || word?.lower === dottedSection;
  if (!isSection) return isWord(word, clauseWords) ? clauseOfText(run, raw.head) : 'no';
  const answers = [behindDesignation(run, raw.head), behindText(run, raw.head), beforeText(run, raw.head, end.last)];
  if (answers.includes('certain')) return 'certain';
  return answers.includes('likely') || isToldOfText(run, raw.head) ? 'likely' : 'no';
}

/**
 * "See the engagement letter, clause 7.6", "IAF MD 4:2023, clause 4.9": clauses have a word of their own, which seldom
 * goes with a text.
 */
function clauseOfText(run: Run, head: number): OfNamedText {
  const { tokens, prose } = run;
  const isApart = isMark(tokens[head - 1], ',');
  const isInBrackets = isMark(tokens[head - 1], '(');
  const last = isApart || isInBrackets ? head - 2 : head - 1;
  // "Code of Conduct (cl 9.4)"; "(clause 7.5)" behind "classification rules" is what asks for them.
  const isAgreed = isInBrackets ? endsPhrase(tokens, last) : isAgreedText(tokens, last);
  const kind = isAgreed ? 'agreed' : textBehindWhich(run, head, ',');
  const name = behindDesignation(run, head);
  if (kind === 'agreed' || (name === 'certain' && !isApart)) return 'certain';
  // "DTA clause 8.4"
  if (name === 'likely' && !isApart && !isInBrackets && !isInCapitals(tokens[head]!)) return 'likely';
  // "- Audit report, clause 9.2" lists what a clause asks for, "see the audit report, clause 7.6" cites the report.
  const isLedIn = [1, 2, 3].some((words) => isWord(tokens[last - words], leadWords));
  const isText = isOwn(kind) || (kind !== null && isLedIn) || isPossessiveText(tokens[last]);
  const { start } = tokens[head]!;
  const isNumbered = name === 'likely' && numberedName.test(prose.slice(Math.max(0, start - longestNumbered), start));
  return isText || name === 'certain' || isNumbered ? 'likely' : 'no';
}

/** `IAF MD 4:2023`; in capitals are the system and its finding, too, but hardly side by side. */
const numberedName = /\p{Lu}{2} \p{Lu}{2,} \d+(?::\d{4})?, $/u;
/** In characters. */
const longestNumbered = 24;

/**
 * What two sides agree on, and no clause of ours asks for: "engagement letter", "purchase order 4500", "statement of
 * work", "Crown terms".
 */
function isAgreedText(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  // "In practical terms, clause 9.2 means"
  return agreedText.test(lower) || (lower === 'terms' && tokens[at - 2]?.lower !== 'in') || endsPhrase(tokens, at);
}

const agreedText = /^(?:letter|licen[cs]e|scheme|rules|order|carta|lettre|lettera)$/;

/** "Terms of Reference" */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const first = agreedPhrases.get(tokens[at]?.lower ?? '');
  return first !== undefined && tokens[at - 2]?.lower === first;
}

const agreedPhrases = new Map([
  ['work', 'statement'],
  ['reference', 'terms'],
  ['conduct', 'code'],
]);

/** In a heading all of which is, a word in capitals is no short name. */
function isInCapitals({ text }: Token): boolean {
  return text === text.toUpperCase();
}

/** "The schedule's clause 8.4", "our insurance policy’s clause 7.7" */
function isPossessiveText(token: Token | undefined): boolean {
  const owner = withoutPossessive(token?.lower ?? '');
  if (token?.kind !== 'word' || owner === token.lower) return false;
  return ownText.test(owner) || requiredText.test(owner) || scheduleWords.has(owner);
}

/** `of-control`: about something that a control asks for and no clause, whatever it is called: "Notfallplan", "Back-upplan". */
type Kind = 'own' | 'required' | 'of-control' | 'agreed';

/** A text of an organisation's own; of those that no clause asks for by that name (a manual, a contract) it is one's own for certain. */
function textKind(tokens: readonly Token[], at: number): Kind | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  if (isAgreedText(tokens, at)) return 'agreed';
  const kind = requiredText.test(token.lower) ? 'required' : ownText.test(token.lower) ? 'own' : null;
  // "IT-Sicherheitskatalog Kap. 5.4"
  if (/katalog(?:e?s)?$/.test(token.lower)) return 'of-control';
  // "ITSM-Prozess Kap. 4.3": not seldom the name of the text about it.
  if (kind === null && !token.lower.endsWith('prozess')) return null;
  const first = isMark(tokens[at - 1], '-') && token.gap === 0 ? tokens[at - 2] : token;
  return controlTopic.test(first!.lower) ? 'of-control' : kind;
}

function isOwn(kind: Kind | null): boolean {
  return kind !== null && kind !== 'required';
}

/** In tokens: "Manual del Sistema de Gestión de Calidad". */
const longestName = 7;

/** "Manual SGSI, apartado 5.4", "Il manuale (punto 5.4)", "Backupkonzept Kap. 5.4" */
function behindText(run: Run, head: number): OfNamedText {
  if (isOwn(textKind(run.tokens, head - 1))) return 'certain';
  // "Prüfbericht Abschnitt 7.6", "Projektplan Kap. 7.6"
  if (/.(?:bericht|plan)(?:e?s)?$/.test(run.tokens[head - 1]?.lower ?? '')) return 'likely';
  const kind = textBehindWhich(run, head, ',');
  if (kind !== null) return isOwn(kind) ? 'certain' : 'likely';
  const inBrackets = textBehindWhich(run, head, '(');
  if (inBrackets === null) return 'no';
  return inBrackets === 'of-control' ? 'certain' : 'likely';
}

/** The kind of the text whose name ends right before the mark before the word for a section. */
function textBehindWhich(run: Run, head: number, mark: ',' | '('): Kind | null {
  const at = mark === '(' && isWord(run.tokens[head - 1], seeWords) ? head - 2 : head - 1;
  return isMark(run.tokens[at], mark) ? textBefore(run, at - 1) : null;
}

/** What kind of text the noun phrase names that ends with the token. */
function textBefore(run: Run, last: number): Kind | null {
  let isOfControl = false;
  let isNumbered = false;
  for (let at = last; at >= 0 && at > last - longestName; at--) {
    const token = run.tokens[at]!;
    // "Licence: OpenRAIL-M"
    if (isMark(token, ':') && isAgreedText(run.tokens, at - 1)) return 'agreed';
    // "Policy no. CY-11"
    if (isMark(token, '.') && isWord(run.tokens[at - 1], numberWords) && at < last) {
      isNumbered = true;
      continue;
    }
    if (token.kind === 'mark' ? !`-–'’"“”„«»&`.includes(token.text) : mentionAtToken(run, at) !== null) return null;
    if (isWord(token, verbWords) || isWord(token, accordWords) || isWord(token, standardWords)) return null;
    const kind = textKind(run.tokens, at);
    if (kind !== null)
      return isNumbered && kind === 'required'
        ? 'own'
        : isOfControl || (kind === 'required' && isNamedByControl(run.tokens, at))
          ? 'of-control'
          : kind;
    isOfControl ||= token.kind === 'word' && controlTopic.test(token.lower);
  }
  return null;
}

/** "Incident Response Plan": in English the topic stands first, and the name is in capitals. */
function isNamedByControl(tokens: readonly Token[], last: number): boolean {
  for (let at = last - 1; at >= 0 && at > last - longestName; at--) {
    if (!isCapitalised(tokens[at + 1]) || !isCapitalised(tokens[at])) return false;
    if (controlTopic.test(tokens[at]!.lower)) return true;
  }
  return false;
}

function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text[0] !== token.lower[0];
}

/**
 * "Exception Process (§6.2)", "issue template (§4.3)": of a text in whose name nothing is of the title of that clause, as in "Risk
 * Assessment Process (§6.1.2)".
 */
export function isOfOwnText(
  { head, form, attached, ofStandard, members }: RawReference,
  run: Run,
  catalog: Catalog,
): boolean {
  const { tokens } = run;
  if (form !== 'clause' || attached || ofStandard || !isMark(tokens[head], '§') || !isMark(tokens[head - 1], '('))
    return false;
  if (!isWord(tokens[head - 2], ownTextInBrackets)) return false;
  const isTemplate = !isCapitalised(tokens[head - 2]);
  if (isTemplate && tokens[head - 2]!.lower !== 'template') return false;
  if (!isTemplate && !isCapitalised(tokens[head - 3])) return false;
  const words = tokens.slice(Math.max(0, head - longestName), head - 2).filter(({ kind }) => kind === 'word');
  const number = members[0]!.parts.join('.');
  return catalog.standards.every(({ key }) => {
    const clause = catalog.find(key, number);
    return clause?.kind !== 'clause' || !words.some(({ text }) => sharesWord(clause, text));
  });
}

/** "Kap. 5.4 im Handbuch", "apartado 5.4 en el manual" */
function beforeText(run: Run, head: number, last: number): OfNamedText {
  // "§ 9.4 Grundordnung"
  if (isMark(run.tokens[head], '§') && lawOfOwn.test(run.tokens[last]?.lower ?? '')) return 'certain';
  if (!isWord(run.tokens[last], placePrepositions)) return 'no';
  for (let at = last + 1; at <= last + nearNoun; at++) {
    const token = run.tokens[at];
    if (token?.kind !== 'word' && !isMark(token, '-')) return 'no';
    const kind = textKind(run.tokens, at);
    if (kind !== null) return isOwn(kind) && !isBehindAccord(run, head) ? 'certain' : 'likely';
  }
  return 'no';
}

const lawOfOwn = /(?<!zu|an)ordnung$|gesetz$|satzung$/;

/** In tokens: an article, an adjective, the parts of a compound. */
const nearNoun = 5;

function isBehindAccord({ tokens }: Run, head: number): boolean {
  return (
    isWord(tokens[head - 1], accordWords) ||
    (isWord(tokens[head - 1], ofWords) && isWord(tokens[head - 2], accordWords))
  );
}

/** "Der Notfallplan beschreibt das in Kapitel 8.5." */
function isToldOfText(run: Run, head: number): boolean {
  const { tokens } = run;
  if (!isWord(tokens[head - 1], placePrepositions)) return false;
  for (let at = head - 2; at >= 0 && at > head - farthestSubject; at--) {
    if (isWord(tokens[at], accordWords) || mentionAtToken(run, at) !== null || endsSentence(run, at)) return false;
    if (textKind(tokens, at) !== null) return true;
  }
  return false;
}

/** In tokens. */
const farthestSubject = 10;

/** `VdS 10000:2018-12, Abschnitt 9.4`, `référentiel HDS v2 (exigences 4.1 à 4.6)`, `PGSSI-S, chapitre 5.4`, `BAIT Kap. 5.4` */
function behindDesignation(run: Run, head: number): OfNamedText {
  const { tokens } = run;
  const isApart = isMark(tokens[head - 1], ',') || isMark(tokens[head - 1], '(');
  let at = isApart ? head - 2 : head - 1;
  let version: Token | null = null;
  // The parts of the number: ":2018-12", "-8.24", "v2".
  for (; at > head - longestDesignation && tokens[at]?.kind === 'number'; at -= isJoint(tokens[at - 1]) ? 2 : 1)
    version = tokens[at]!;
  const isVersion = version !== null && isWord(tokens[at], versionWords);
  if (isVersion) at--;
  const name = nameBefore(tokens, at);
  // "B3S Krankenhaus (Kap. 8.4)"
  if ([name, nameBefore(tokens, at - 1)].some((one) => sectorRules.has(one.toLowerCase()))) return 'certain';
  const isOther = [systemWords, findingCodes, isoWords, iecWords].some((words) => isWord(tokens[at], words));
  if (isOther || !/\p{Lu}.*\p{Lu}/u.test(name) || mentionAtToken(run, at) !== null) return 'no';
  if (isShortName(run, head, at)) return 'certain';
  // "ticket INC-20345 (Kapitel 10.2)" is no standard.
  const isStandard = version !== null && isStandardNumber(version) && !isMark(tokens[at + 1], '-');
  if (isStandard) return 'certain';
  // "RGS chapitre 5.4", and not the number of a finding: "AB-03 Kap. 9.2".
  if (!isApart) return version === null ? 'likely' : 'no';
  return isVersion ? 'certain' : 'likely';
}

/**
 * What banks, insurers, hospitals and utilities in Germany answer to beside the standard, by its short name: each has chapters, under
 * numbers that the standard has as well.
 */
const sectorRules: ReadonlySet<string> = new Set('bait vait kait zait xait marisk kamarisk mago b3s'.split(' '));

/** `BAIT`, `B3S`, `DA-DS`: the name that ends with the token, with all that touches it. */
function nameBefore(tokens: readonly Token[], last: number): string {
  let first = last;
  while (first > last - longestShortName && tokens[first]?.gap === 0 && isPartOfName(tokens[first - 1])) first--;
  return tokens
    .slice(Math.max(0, first), last + 1)
    .map(({ text }) => text)
    .join('');
}

/** In tokens. */
const longestShortName = 4;

function isPartOfName(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== 'mark' || token.text === '-');
}

/** "Dienstanweisung Datenschutz (DA-DS, Kap. 7.2)": in brackets behind the text itself, how it is called for short. */
function isShortName(run: Run, head: number, last: number): boolean {
  const { tokens } = run;
  let at = last;
  while (at > last - longestShortName && isPartOfName(tokens[at])) at--;
  return isMark(tokens[head - 1], ',') && isMark(tokens[at], '(') && isOwn(textBefore(run, at - 1));
}

/** `10000`, and no year. */
function isStandardNumber({ text, parts }: Token): boolean {
  return text.length >= 4 && parts.length === 1 && !/^(?:19|20)\d\d$/.test(text);
}

/** In tokens. */
const longestDesignation = 8;

function isJoint(token: Token | undefined): boolean {
  return token?.gap === 0 && token.kind === 'mark' && ':-–/'.includes(token.text);
}
