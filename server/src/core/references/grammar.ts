/**
 * The grammar of citations: tokens and mentions of one run of prose → raw references, before anything is known of the
 * catalog. docs/references.md says the same for people. Linear: every step consumes tokens and never goes back more
 * than a bounded number of them.
 */
import {
  andWords,
  annexWords,
  appendixWords,
  clauseWords,
  controlWords,
  ofWords,
  ownDocumentWords,
  rangeWords,
  sectionWords,
  unitWords,
  versionWords,
} from './lexicon.js';
import { isMark, isWord, type Mention } from './mentions.js';
import type { Token } from './tokens.js';

/** What the writer's words say about a number: an Annex id, a clause, or only that it is one of a list of controls. */
export type Form = 'annex' | 'clause' | 'control';

/** One id or range of ids: [5, 19] … [5, 22]. */
export interface Member {
  readonly parts: readonly number[];
  readonly to: readonly number[] | null;
  /** Letters of a lettered item: 6.1.3 d. */
  readonly items: readonly string[];
}

export interface RawReference {
  /** Offsets in the run. */
  readonly start: number;
  readonly end: number;
  /** Token indexes, end exclusive. */
  readonly first: number;
  readonly last: number;
  readonly form: Form;
  readonly letter: 'A' | 'B';
  readonly members: readonly Member[];
  readonly wildcard: boolean;
  /** Written in a form that only a text about ISO standards gives its meaning (`A 8.15`, `A.5`, `control 5.1`). */
  readonly needsScope: boolean;
  /** The standard must stand right beside it (`Section 9.2`, `§ 9.3`). */
  readonly needsMention: boolean;
  /** The mention whose prefix it carries: `27001:A.5.15`, `ISO 27001 clause 9.2`. */
  readonly attached: Mention | null;
  /** "… of this policy": the document means itself. */
  readonly ofOwnDocument: boolean;
  /** A bare number behind a label or in brackets: a clause, or else the control of that number. */
  readonly isEither: boolean;
}

/** How bare numbers are to be read: not at all, or as the column or key says. */
export type BareNumbers = 'none' | 'control' | 'clause';

interface Reader {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly found: RawReference[];
  readonly hints: NumberHints;
}

/** What the document as a whole tells about bare numbers. */
export interface NumberHints {
  /** Years that are editions: a label such as "2013 mapping:" introduces numbers of that edition. */
  readonly years: ReadonlySet<string>;
  /** Numbers that stand in brackets at the end of headings: the document's way of citing. */
  readonly bracketed: ReadonlySet<string>;
}

const noHints: NumberHints = { years: new Set(), bracketed: new Set() };

/** Finds the raw references of a run, in order. */
export function readReferences(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  bare: BareNumbers,
  hints: NumberHints = noHints,
): RawReference[] {
  const reader: Reader = {
    tokens,
    mentions,
    found: [],
    hints,
  };
  let at = 0;
  while (at < tokens.length) {
    const next = readAt(reader, at, bare);
    at = next > at ? next : at + 1;
  }
  return reader.found;
}

function mentionBeginningAt(mentions: readonly Mention[], token: number): Mention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention?.first === token ? mention : null;
}

function mentionEndingAt(mentions: readonly Mention[], token: number): Mention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end < token) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention?.end === token ? mention : null;
}

/** Reads what starts at the token; returns the index after it, or the same index where nothing starts. */
function readAt(reader: Reader, at: number, bare: BareNumbers): number {
  const mention = mentionBeginningAt(reader.mentions, at);
  if (mention) return readAfterMention(reader, mention);
  const token = reader.tokens[at]!;
  if (token.kind === 'word') {
    if (annexWords.has(token.lower)) return readAnnexWord(reader, at);
    if (appendixWords.has(token.lower)) return skipAppendix(reader, at);
    if (token.text === 'A' || token.text === 'B') return readAnnexId(reader, at);
    if (clauseWords.has(token.lower)) return readWordAndNumbers(reader, at, 'clause', false);
    if (sectionWords.has(token.lower)) return readWordAndNumbers(reader, at, 'clause', true);
    if (controlWords.has(token.lower)) return readWordAndNumbers(reader, at, 'control', false);
    return at;
  }
  if (token.kind === 'mark' && token.text === '§') return readWordAndNumbers(reader, at, 'clause', true);
  if (token.kind !== 'number') return at;
  if (bare !== 'none' && startsBareNumber(reader, at)) return readBareNumber(reader, at, bare);
  const lettered = readLetteredNumber(reader, at);
  if (lettered > at) return lettered;
  const bracketed = readBracketedNumber(reader, at);
  return bracketed > at ? bracketed : readLabelledNumber(reader, at);
}

/** `ISO/IEC 27002:2022 8.15`, `ISO 27001 §9.3`, `27001:A.5.15` (the id itself is read next, attached to the mention). */
function readAfterMention(reader: Reader, mention: Mention): number {
  const { tokens } = reader;
  let at = mention.end;
  if (!mention.standards.some((standard) => standard.looksLikeIso)) return at;
  let marks = 0;
  while (marks < 2 && at < tokens.length && isOneOf(tokens[at], ':,-–—/([§#')) {
    at++;
    marks++;
  }
  const token = tokens[at];
  if (token?.kind !== 'number' || token.wildcard) return mention.end;
  const first = token.parts[0]!;
  const isClauseLike = token.parts.length >= 2 && first >= 4 && first <= 18;
  if (!isClauseLike || token.parts.length > 4 || !endsCleanly(tokens, at) || isQuantity(tokens, at)) return mention.end;
  return readChain(reader, { start: at, wordAt: at, form: 'clause', needsScope: false, needsMention: false, attached: mention });
}

/** `Annex A 8.15`, `Annex A.8.15`, `Annex A control A.8.15`, `Anhang A (5.15, 5.16)`. */
function readAnnexWord(reader: Reader, at: number): number {
  const { tokens } = reader;
  const letterToken = tokens[at + 1];
  if (letterToken?.kind !== 'word' || (letterToken.text !== 'A' && letterToken.text !== 'B')) return at;
  const letter = letterToken.text;
  let next = at + 2;
  // "Annex A: Contacts", "Annex A.1": a colon or dash alone still leads to numbers, words end it.
  let steps = 0;
  while (steps < 4 && next < tokens.length) {
    const token = tokens[next]!;
    if (token.kind === 'number') break;
    if (isOneOf(token, '.,:-–—([') || isWord(token, controlWords) || isWord(token, clauseWords) || token.lower === 'ref') {
      next++;
      steps++;
    } else break;
  }
  const token = tokens[next];
  if (token?.kind === 'word' && (token.text === 'A' || token.text === 'B')) return next; // the id carries its own letter
  if (token?.kind !== 'number') return at + 2;
  if (token.parts.length > 3 || !isAnnexNumber(token, letter) || !endsCleanly(tokens, next) || isQuantity(tokens, next)) return at + 2;
  const isTight = next <= at + 3 && tokens.slice(at + 2, next).every((mark) => mark.text === '.');
  return readChain(reader, {
    start: next,
    wordAt: isTight || next === at + 2 ? at : next,
    form: 'annex',
    letter,
    needsScope: token.parts.length === 1,
    needsMention: false,
    attached: attachedBefore(reader, at),
  });
}

/** Plausible as a number of Annex A or B; what exists is the catalog's business. */
function isAnnexNumber(token: Token, letter: string): boolean {
  const first = token.parts[0]!;
  return letter === 'B' ? first >= 1 && first <= 10 : first >= 1 && first <= 18;
}

/** "Appendix A.1": the document's own; its id is passed over. */
function skipAppendix(reader: Reader, at: number): number {
  const { tokens } = reader;
  let next = at + 1;
  // "in the schedule (A.1.4.8)": a bracket begins something else.
  if (isOneOf(tokens[next], '([')) return at;
  while (next < tokens.length && next < at + 4 && (tokens[next]!.text.length <= 1 || tokens[next]!.kind === 'number') && tokens[next]!.gap < 2) next++;
  return next;
}

/** `A.5.15`, `A5.15`, `A 5.15`, `B.8.2.1`, `A.8.x`. */
function readAnnexId(reader: Reader, at: number): number {
  const { tokens } = reader;
  const letter = tokens[at]!.text as 'A' | 'B';
  if (!beginsCleanly(reader, at)) return at;
  const dotted = isMark(tokens[at + 1], '.') && tokens[at + 1]!.gap === 0;
  const numberAt = dotted ? at + 2 : at + 1;
  const number = tokens[numberAt];
  if (number?.kind !== 'number') return at;
  if (dotted ? number.gap > 1 : number.gap > 1) return at;
  if (number.parts.length > 3 || (number.parts.length === 1 && number.wildcard && !dotted)) return skipId(tokens, numberAt);
  if (!isAnnexNumber(number, letter) || !endsCleanly(tokens, numberAt)) return skipId(tokens, numberAt);
  const attached = attachedBefore(reader, at) ?? inheritedFromList(reader, at);
  if (!dotted || number.gap === 1) {
    // A1.2 is SOC 2, A05:2021 is OWASP, "A 2.5 litre engine" is a car: without the dot only the themes of 27001 count.
    const first = number.parts[0]!;
    if (number.parts.length !== 2 || (attached === null && (first < 5 || first > 8)) || isQuantity(tokens, numberAt)) return skipId(tokens, numberAt);
    if (startsSentence(tokens, at) && isLowerWord(tokens[numberAt + 1])) return skipId(tokens, numberAt);
  }
  return readChain(reader, {
    start: numberAt,
    wordAt: at,
    form: 'annex',
    letter,
    needsScope: !dotted || number.gap === 1 || number.parts.length === 1,
    needsMention: false,
    attached,
  });
}

function skipId(tokens: readonly Token[], numberAt: number): number {
  let at = numberAt + 1;
  while (at < tokens.length && tokens[at]!.gap === 0 && (tokens[at]!.kind !== 'mark' || isOneOf(tokens[at], '.-_/'))) at++;
  return at;
}

/** `Clause 9.2`, `Cl.6.1`, `Clauses 4–10`, `controls 5.15 and 5.16`, `Section 9.2 of ISO 27001`. */
function readWordAndNumbers(reader: Reader, at: number, form: 'clause' | 'control', needsMention: boolean): number {
  const { tokens } = reader;
  const word = tokens[at]!;
  if (word.lower === 'cl' && !(isMark(tokens[at + 1], '.') || tokens[at + 1]?.kind === 'number')) return at;
  if (word.lower === 'article') return at;
  let next = at + 1;
  let steps = 0;
  while (steps < 3 && next < tokens.length && (isOneOf(tokens[next], '.:([#§') || tokens[next]!.lower === 'no' || tokens[next]!.lower === 'nos')) {
    next++;
    steps++;
  }
  const number = tokens[next];
  if (number?.kind !== 'number' || (number.gap === 2 && steps > 0)) return at;
  // "Planning and control (8.1)": the word ends a title, the brackets are the citation.
  if (form === 'control' && isMark(tokens[next - 1], '(') && reader.hints.bracketed.has(number.text)) return at;
  const first = number.parts[0]!;
  const plausible =
    form === 'clause' ? first >= 4 && first <= 18 && (number.parts.length > 1 || first <= 10) : number.parts.length >= 2 && first >= 5 && first <= 18;
  if (!plausible || number.parts.length > 4 || !endsCleanlyForClause(tokens, next) || isQuantity(tokens, next)) return at;
  if (form === 'control' && isMark(tokens[next - 1], ':') && number.parts.length > 3) return at;
  // "controls: 5.15" and "clauses: 5.3": the label is not part of the reference, its first number is.
  const wordAt = steps > 0 && isMark(tokens[next - 1], ':') ? next : form === 'control' ? next : at;
  return readChain(reader, {
    start: next,
    wordAt,
    form,
    needsScope: form === 'control',
    needsMention,
    attached: attachedBefore(reader, at),
  });
}

function startsBareNumber(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  let before = at - 1;
  while (before >= 0 && isOneOf(tokens[before], '([{"\'“”‘’#§•-')) before--;
  if (before < 0) return true;
  return isOneOf(tokens[before], ',;/&+|') || tokens[at]!.gap === 2 || isWord(tokens[before], andWords);
}

function readBareNumber(reader: Reader, at: number, bare: 'control' | 'clause'): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const first = number.parts[0]!;
  const plausible = bare === 'clause' ? first >= 4 && first <= 18 : first >= 1 && first <= 18 && number.parts.length >= 2;
  if (!plausible || number.parts.length > 4 || !endsCleanlyForClause(tokens, at) || isQuantity(tokens, at)) return at;
  return readChain(reader, { start: at, wordAt: at, form: bare, needsScope: true, needsMention: false, attached: null });
}

/** `6.1.3 d)`, `6.1.3(d)`: three numbers and a letter need no word before them, only a text about a standard. */
function readLetteredNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  if (number.parts.length !== 3 || number.parts[0]! < 4 || number.parts[0]! > 10 || number.wildcard) return at;
  if (number.gap === 0 && before && !isOneOf(before, '([,;"\'“/–')) return at;
  if (!isMark(tokens[at + 1], '(') && !isMark(tokens[at + 2], ')') && tokens[at + 1]?.gap !== 0) return at;
  if (!readItems(tokens, at + 1)) return at;
  return readChain(reader, { start: at, wordAt: at, form: 'clause', needsScope: true, needsMention: false, attached: attachedBefore(reader, at) });
}

/** `Risk treatment (6.1.3)` in a document whose headings end in such numbers. */
function readBracketedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (hints.bracketed.size === 0 || !isMark(tokens[at - 1], '(') || !hints.bracketed.has(tokens[at]!.text)) return at;
  let end = at + 1;
  while (end < at + 12 && (tokens[end]?.kind === 'number' || isDash(tokens[end]) || isOneOf(tokens[end], ',/') || isWord(tokens[end], andWords))) end++;
  if (!isMark(tokens[end], ')')) return at;
  return readChain(reader, { start: at, wordAt: at, form: 'clause', needsScope: true, needsMention: false, attached: null, isEither: true });
}

/** `2013 mapping: 9.1.1, 9.1.2`, `ISO 27001 main part: 5.3, 6.1`: a label that names a standard or an edition. */
function readLabelledNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  if (!isMark(tokens[at - 1], ':') || number.parts.length < 2 || number.wildcard) return at;
  const first = number.parts[0]!;
  if (first < 4 || first > 18 || number.parts.length > 4 || !endsCleanlyForClause(tokens, at) || isQuantity(tokens, at)) return at;
  for (let before = at - 2; before >= 0 && before >= at - 7; before--) {
    const token = tokens[before]!;
    if (isWord(token, versionWords)) return at;
    const mention = mentionEndingAt(reader.mentions, before + 1);
    if (mention?.standards.some((named) => !named.looksLikeIso)) return at;
    const isLabel = mention !== null || (token.kind === 'number' && reader.hints.years.has(token.text));
    if (isLabel) return readChain(reader, { start: at, wordAt: at, form: 'clause', needsScope: true, needsMention: false, attached: null, isEither: true });
    if (token.kind === 'mark' && !'()[]/-'.includes(token.text)) return at;
  }
  return at;
}

interface Head {
  /** Index of the number token. */
  readonly start: number;
  /** Index of the first token that belongs to the reference. */
  readonly wordAt: number;
  readonly form: Form;
  readonly letter?: 'A' | 'B';
  readonly needsScope: boolean;
  readonly needsMention: boolean;
  readonly attached: Mention | null;
  readonly isEither?: boolean;
}

/** Reads a head and the range or list that follows it; each complete member of a list becomes a reference of its own. */
function readChain(reader: Reader, head: Head): number {
  const { tokens } = reader;
  const letter = head.letter ?? 'A';
  const isAnnex = head.form === 'annex';
  let wordAt = head.wordAt;
  let at = head.start;
  const firstFound = reader.found.length;
  for (;;) {
    const number = tokens[at]!;
    const members: Member[] = [];
    let end = at + 1;
    const items = isAnnex ? null : readItems(tokens, end);
    if (items) end = items.end;
    const range = items ? null : readRangeEnd(tokens, end, number, isAnnex ? letter : null);
    if (range) end = range.end;
    members.push({ parts: number.parts, to: range ? range.to : null, items: items ? items.letters : [] });
    end = readShorthand(tokens, end, number, isAnnex, members);
    reader.found.push({
      start: tokens[wordAt]!.start,
      end: tokens[end - 1]!.end,
      first: wordAt,
      last: end,
      form: head.form,
      letter,
      members,
      wildcard: number.wildcard,
      needsScope: head.needsScope,
      needsMention: head.needsMention,
      attached: head.attached,
      ofOwnDocument: false,
      isEither: head.isEither ?? false,
    });
    const next = nextElided(tokens, end, number, head.form);
    if (next === null) {
      finishChain(reader, firstFound, end);
      return end;
    }
    at = next;
    wordAt = next;
  }
}

/** Looks behind the chain: "of ISO 27001" is found by the scope; "of this policy" marks the whole chain as the document's own. */
function finishChain(reader: Reader, firstFound: number, end: number): void {
  const { tokens } = reader;
  let at = end;
  if (isMark(tokens[at], ')') || isMark(tokens[at], ']')) at++;
  if (!isWord(tokens[at], ofWords)) return;
  while (at < end + 4 && isWord(tokens[at], ofWords)) at++;
  const isOwn = [0, 1, 2].some((ahead) => isWord(tokens[at + ahead], ownDocumentWords) && tokens.slice(at, at + ahead).every((token) => token.kind === 'word'));
  if (isOwn && !isMentionWithin(reader, at, 4)) {
    for (let i = firstFound; i < reader.found.length; i++) {
      reader.found[i] = { ...reader.found[i]!, ofOwnDocument: true };
    }
  }
}

function isMentionWithin(reader: Reader, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (mentionBeginningAt(reader.mentions, i)) return true;
  return false;
}

/** Letters of a lettered item behind a clause number: `d)`, `(d)`, `d`, `c) and d)`, `(a)–(f)`. */
function readItems(tokens: readonly Token[], at: number): { letters: string[]; end: number } | null {
  const first = readItem(tokens, at, true);
  if (!first) return null;
  const letters = [first.letter];
  let end = first.end;
  for (let i = 0; i < 12; i++) {
    const separator = tokens[end];
    const isRange = isDash(separator) || isWord(separator, rangeWords);
    if (!isRange && !isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '/')) break;
    const next = readItem(tokens, end + 1, false);
    if (!next) break;
    if (isRange) {
      const last = letters[letters.length - 1]!.charCodeAt(0);
      for (let code = last + 1; code <= next.letter.charCodeAt(0) && code <= last + 26; code++) letters.push(String.fromCharCode(code));
    } else {
      letters.push(next.letter);
    }
    end = next.end;
  }
  return { letters, end };
}

function readItem(tokens: readonly Token[], at: number, isFirst: boolean): { letter: string; end: number } | null {
  const token = tokens[at];
  if (!token || token.gap === 2) return null;
  if (isMark(token, '(') && isSingleLetter(tokens[at + 1]) && isMark(tokens[at + 2], ')')) return { letter: tokens[at + 1]!.text, end: at + 3 };
  if (isMark(token, '.') && token.gap === 0 && isSingleLetter(tokens[at + 1]) && tokens[at + 1]!.gap === 0) return { letter: tokens[at + 1]!.text, end: at + 2 };
  if (!isSingleLetter(token)) return null;
  if (isMark(tokens[at + 1], ')') && tokens[at + 1]!.gap === 0) return { letter: token.text, end: at + 2 };
  if (token.gap === 0 && isFirst) return { letter: token.text, end: at + 1 };
  // A single letter behind a blank is only an item where it is not a word of some language.
  if (isFirst && !'aeoiuy'.includes(token.text) && !isMark(tokens[at + 1], '.')) return { letter: token.text, end: at + 1 };
  return null;
}

function isSingleLetter(token: Token | undefined): token is Token {
  return token?.kind === 'word' && token.text.length === 1 && token.text >= 'a' && token.text <= 'p';
}

function isDash(token: Token | undefined): boolean {
  return isOneOf(token, '-–—‑−‐');
}

/** The end of a range: full (`A.5.22`), half (`5.22`) or short (`22`). */
function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  from: Token,
  letter: 'A' | 'B' | null,
): { to: number[]; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  let next: number;
  const byDash = isDash(token);
  if (byDash) next = at + 1;
  else if (token.gap > 0 && isWord(token, rangeWords)) next = at + 1;
  else if (token.lower === 't' && isMark(tokens[at + 1], '/') && tokens[at + 2]?.lower === 'm') next = at + 3;
  else return null;
  if (isDash(tokens[next])) next++;
  let isFull = false;
  if (letter !== null && isWord(tokens[next], annexWords) && tokens[next + 1]?.text === letter) next++;
  if (letter !== null && tokens[next]?.text === letter) {
    isFull = true;
    next++;
    if (isMark(tokens[next], '.')) next++;
  } else if (letter === null && isWord(tokens[next], clauseWords)) {
    next++;
  }
  const number = tokens[next];
  if (number?.kind !== 'number' || number.wildcard || !endsCleanlyForClause(tokens, next)) return null;
  if (!isFull && isQuantity(tokens, next)) return null;
  const to = number.parts.length === 1 && from.parts.length > 1 ? [...from.parts.slice(0, -1), number.parts[0]!] : [...number.parts];
  if (number.parts.length === 1 && from.parts.length > 1 && !byDash && !isTerminator(tokens[next + 1])) return null;
  if (to.length !== from.parts.length || !isAscending(from.parts, to)) return null;
  return { to, end: next + 1 };
}

function isAscending(from: readonly number[], to: readonly number[]): boolean {
  for (let i = 0; i < from.length; i++) {
    if (to[i]! !== from[i]!) return to[i]! > from[i]!;
  }
  return false;
}

/** `A.5/6/8`, `[A.8.1, 7, 18-19]`, `A.5.15, 16 and 17`: members that are only the last component. */
function readShorthand(tokens: readonly Token[], start: number, head: Token, isAnnex: boolean, members: Member[]): number {
  if (!isAnnex) return start;
  const prefix = head.parts.slice(0, -1);
  let previous = members[0]!.to ? members[0]!.to![members[0]!.to!.length - 1]! : head.parts[head.parts.length - 1]!;
  const added: Member[] = [];
  let at = start;
  let bySlashOnly = true;
  for (;;) {
    const separator = tokens[at];
    const bySlash = isMark(separator, '/') && separator!.gap === 0;
    if (!bySlash && !isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '&')) break;
    let numberAt = at + 1;
    if (isMark(separator, ',') && isWord(tokens[numberAt], andWords)) numberAt++;
    const number = tokens[numberAt];
    if (number?.kind !== 'number' || number.parts.length !== 1 || number.wildcard || number.text.length > 2) break;
    if (number.parts[0]! <= previous || !endsCleanly(tokens, numberAt)) break;
    if (!bySlash && prefix.length === 0) break;
    let end = numberAt + 1;
    let to: number[] | null = null;
    if (isDash(tokens[end]) && tokens[end + 1]?.kind === 'number' && tokens[end + 1]!.parts.length === 1 && tokens[end + 1]!.parts[0]! > number.parts[0]!) {
      to = [...prefix, tokens[end + 1]!.parts[0]!];
      end += 2;
    }
    if (!bySlash) bySlashOnly = false;
    added.push({ parts: [...prefix, number.parts[0]!], to, items: [] });
    previous = to ? to[to.length - 1]! : number.parts[0]!;
    at = end;
  }
  if (added.length === 0) return start;
  // "A.5.15, 30 days": a shorthand list is believed only where it ends as a list does.
  if (!bySlashOnly && !isTerminator(tokens[at])) return start;
  members.push(...added);
  return at;
}

function isTerminator(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && ')]};.,:|"\''.includes(token.text));
}

/** The next number of an elided list: `A.5.29, 8.14`, `clauses 4.1, 4.2 and 5`, `5.3 (Roles), 6.1 (Actions)`. */
function nextElided(tokens: readonly Token[], start: number, head: Token, form: Form): number | null {
  let at = skipParenthesis(tokens, start);
  let separators = 0;
  let hasWord = false;
  while (separators < 2 && (isOneOf(tokens[at], ',/&+') || isWord(tokens[at], andWords))) {
    if (tokens[at]!.kind === 'word') hasWord = true;
    at++;
    separators++;
  }
  if (separators === 0) return null;
  if (isMark(tokens[at], '§') || (form === 'clause' && isWord(tokens[at], clauseWords))) return null;
  const number = tokens[at];
  if (number?.kind !== 'number' || number.wildcard || number.parts.length > 4) return null;
  const first = number.parts[0]!;
  if (form === 'clause') {
    if (first < 4 || first > 18 || (number.parts.length === 1 && first > 10)) return null;
    if (number.parts.length === 1 && !isTerminator(tokens[at + 1]) && !isOneOf(tokens[at + 1], ',/&') && !isWord(tokens[at + 1], andWords)) return null;
  } else if (number.parts.length < 2 || first < 1 || first > 18 || (form === 'annex' && Math.abs(number.parts.length - head.parts.length) > 1)) {
    return null;
  }
  if (hasWord && number.gap === 0) return null;
  if (!endsCleanlyForClause(tokens, at) || isQuantity(tokens, at)) return null;
  return at;
}

/** `(Access control policy)` between two members of a list; at most 40 tokens, one level. */
function skipParenthesis(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], '(')) return at;
  for (let end = at + 1; end < Math.min(at + 42, tokens.length); end++) {
    if (isMark(tokens[end], ')')) return end + 1;
    if (isMark(tokens[end], '(')) return at;
  }
  return at;
}

/** The mention whose prefix a reference carries: nothing but marks, "Annex A", "clause", "control" and "the" between. */
function attachedBefore(reader: Reader, at: number): Mention | null {
  const { tokens } = reader;
  let before = at;
  for (let steps = 0; steps < 4; steps++) {
    const mention = mentionEndingAt(reader.mentions, before);
    if (mention) return mention;
    const token = tokens[before - 1];
    if (!token) return null;
    const passes =
      isOneOf(token, ':,-–—/([§') ||
      isWord(token, annexWords) ||
      isWord(token, controlWords) ||
      isWord(token, clauseWords) ||
      (token.kind === 'word' && token.text === 'A' && isWord(tokens[before - 2], annexWords));
    if (!passes) return null;
    before--;
  }
  return mentionEndingAt(reader.mentions, before) ?? null;
}

/** `ISO 27018 A.11.13, A.11.14`: the members of a list share the prefix of its first. */
function inheritedFromList(reader: Reader, at: number): Mention | null {
  const last = reader.found[reader.found.length - 1];
  if (!last?.attached || at - last.last > 3) return null;
  for (let i = last.last; i < at; i++) {
    const token = reader.tokens[i]!;
    if (!isOneOf(token, ',/&+') && !isWord(token, andWords)) return null;
  }
  return at > last.last ? last.attached : null;
}

/** Whether an id may begin at the token: not in the middle of a document id (`POL-A.5`), a path or a longer id. */
function beginsCleanly(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const token = tokens[at]!;
  if (token.gap > 0) return true;
  const before = tokens[at - 1];
  if (!before) return true;
  if (before.kind !== 'mark') return false;
  if (isOneOf(before, '([{"\'‘“„«|,;:–—&+=>→•·<!?*’”')) return true;
  if (isOneOf(before, '-/')) {
    if (before.gap > 0 || mentionEndingAt(reader.mentions, at - 1)) return true;
    const last = reader.found[reader.found.length - 1];
    return last !== undefined && last.last === at - 1;
  }
  return false;
}

/** Whether an annex number ends at its token: no letter, digit, file extension or further part touches it. */
function endsCleanly(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.gap > 0) return true;
  if (next.kind !== 'mark') return false;
  const after = tokens[at + 2];
  const touches = after !== undefined && after.gap === 0;
  if (isOneOf(next, '_@%€$\\=#')) return false;
  if (next.text === '.' || next.text === ':') return !touches || (after.kind === 'mark' && after.text !== '.') || (next.text === ':' && after.kind === 'word');
  if (isDash(next)) return !touches || after.kind !== 'word' || after.text.length === 1 || next.text !== '-';
  if (next.text === '/') return !touches || after.kind !== 'word' || after.text !== after.lower || after.text.length === 1;
  return true;
}

function endsCleanlyForClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  if (next && next.gap === 0 && isSingleLetter(next) && !(after && after.gap === 0 && after.kind !== 'mark')) return true;
  if (next && next.gap === 0 && next.text === '.' && isSingleLetter(after) && after!.gap === 0) return true;
  return endsCleanly(tokens, at);
}

function isQuantity(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === 'word' && unitWords.has(next.lower)) || isMark(next, '%') || isMark(next, '°');
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || isOneOf(before, '.!?:');
}

function isLowerWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text === token.lower && !andWords.has(token.lower) && !rangeWords.has(token.lower);
}

function isOneOf(token: Token | undefined, marks: string): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}
