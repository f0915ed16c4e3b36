/**
 * Acts of the European Union by their kind and number: `Implementing Regulation (EU) 2024/2690`, `Delegated Regulation 2024/1774`,
 * "the Durchführungsverordnung", `RTS 2024/1774`. They have points and articles, and none of our clauses.
 */
import { actBylaws, actBylawsBehind, actKinds, actMakers, actNames, actShortKinds, actWords } from '../laws/words.js';
import { isMark, isWord, isYearNumber, type Token } from './tokens.js';

/** What may stand between a kind and its number. */
const fillers: ReadonlySet<string> = new Set('eu ue eg ec ce cee ewg nr no n nº d de di'.split(' '));

/** In tokens: "(EU) Nr.". */
const longestFill = 5;

/** The token behind the name of an act that begins at the token, null where none does. */
export function endOfAct(tokens: readonly Token[], first: number): number | null {
  const token = tokens[first]!;
  if (token.kind === 'number') return isApart(tokens, first) ? endOfNumber(tokens, first) : null;
  // "Commission Implementing Regulation"
  if (isWord(token, actMakers)) return isWord(tokens[first + 1], actWords) ? endOfAct(tokens, first + 1) : null;
  const name = endOfName(tokens, first);
  if (name !== null) return numberFrom(tokens, name) ?? name;
  const isKind =
    actKinds.has(token.lower) || (actShortKinds.has(token.lower) && token.text === token.text.toUpperCase());
  return isKind ? numberFrom(tokens, first + 1) : null;
}

/** The token behind "implementing regulation", "Durchführungsverordnung", "règlement d'exécution". */
function endOfName(tokens: readonly Token[], first: number): number | null {
  const token = tokens[first];
  if (isWord(token, actNames)) return first + 1;
  if (isWord(token, actBylaws)) return isWord(tokens[first + 1], actKinds) ? first + 2 : null;
  if (!isWord(token, actKinds)) return null;
  let at = first + 1;
  while (at < first + longestFill && isFiller(tokens[at])) at++;
  return isWord(tokens[at], actBylawsBehind) ? at + 1 : null;
}

/** The token behind the number of an act that stands behind its kind, null where none does. */
function numberFrom(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at < from + longestFill && isFiller(tokens[at])) at++;
  return endOfNumber(tokens, at);
}

function isFiller(token: Token | undefined): boolean {
  return token?.kind === 'word' ? fillers.has(token.lower) : token?.kind === 'mark' && "().'’-".includes(token.text);
}

/** `2024/2690`, `765/2008`, `95/46/EC`: the token behind such a number; "Richtlinie 2024/05" and "Act 3/2024" are somebody else's. */
function endOfNumber(tokens: readonly Token[], at: number): number | null {
  const [number, slash, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isPart(number) || !isMark(slash, '/') || slash!.gap > 0 || !isPart(second) || second.gap > 0) return null;
  const isOfUnion = isMark(tokens[at + 3], '/') && isWord(tokens[at + 4], fillers);
  const isSerial = [number, second].some(({ text, parts }) => text.length > 2 && !isYearNumber(parts[0]!));
  return isOfUnion ? at + 5 : isSerial ? at + 3 : null;
}

function isPart(token: Token | undefined): token is Token {
  return token?.kind === 'number' && token.parts.length === 1 && token.text.length <= 4 && !token.wildcard;
}

/** Only the number of an act has a year and a further number without anything else beside it: `| 2024/2690 |`, `(2024/2690)`. */
function isApart(tokens: readonly Token[], at: number): boolean {
  const [number, second] = [tokens[at], tokens[at + 2]];
  if (!isPart(number) || !isYearNumber(number.parts[0]!)) return false;
  if (!isPart(second) || second.text.length < 3 || isYearNumber(second.parts[0]!)) return false;
  return tokens.length === 3 || (isMark(tokens[at - 1], '(') && isMark(tokens[at + 3], ')'));
}
