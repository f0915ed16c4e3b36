/** How far all of Annex A is met: `Annex A: 1.9`, "Maturity of Annex A: 2.1", "Annex A 5.1 (of 10)". */
import { isMark, type Token } from '../text/tokens.js';
import { isOneOf, isScore } from './bounds.js';

/** What is measured in points, in seven languages. */
const scoreWords =
  /^(?:maturity|scor\w+|average|mean|rat(?:ing|ed)|total\w?|overall|reifegrade?|durchschnitt\w*|mittelwert|gesamt|bewertung|maturité|moyenne|note|madurez|promedio|puntuación|maturidade|pontuação|maturità|punteggio|media|média|volwassenheid|gemiddelde?)$/;

/** In tokens, before the annex. */
const farthestWord = 12;

/** The themes of ISO/IEC 27001 begin with 5, and the best that most scales have is 5. */
const firstTheme = 5;

/**
 * Whether the number behind "Annex A" says how far the annex is met. Below the first theme it is told by a word for a
 * score before it in its sentence, or by nothing but the annex and a colon standing before it in its item; beyond it
 * the scale has to stand behind it.
 * @param at token of the word for the annex
 * @param number token of the number
 */
export function isScoreOfAnnex(tokens: readonly Token[], at: number, number: number): boolean {
  const { parts } = tokens[number]!;
  // "Annex A.2.3", "Annex A control 2.3": an id.
  if (parts.length !== 2 || !tokens.slice(at + 2, number).every((token) => isOneOf(token, ':–—-('))) return false;
  const isSpoken = hasScoreWord(tokens, at);
  const isBelow = parts[0]! < firstTheme;
  const isInBrackets = isMark(tokens[number + 1], '(');
  const ofScale = isInBrackets && isScore([tokens[number]!, ...tokens.slice(number + 2, number + 6)], 0);
  if (ofScale || isScore(tokens, number)) return isBelow || isSpoken || isInBrackets;
  const end = tokens[number + 1];
  if (!isBelow || !(end === undefined || end.gap === 2 || isOneOf(end, ',;.)('))) return false;
  const isLabel = isMark(tokens[number - 1], ':') && tokens.slice(0, at).every(({ kind }) => kind === 'mark');
  return isSpoken || (isLabel && end === undefined);
}

function hasScoreWord(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - farthestWord; before--) {
    if (scoreWords.test(tokens[before]!.lower)) return true;
    if (isMark(tokens[before], '.') || isMark(tokens[before], ';')) return false;
  }
  return false;
}
