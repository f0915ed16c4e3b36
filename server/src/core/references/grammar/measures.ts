/** What is measured, right behind the name of a standard: `ISO 27001: 8.5 k€`, `ISO 27001 – 9.5 auditor days`. */
import { unitWords } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isOneOf, isSingleLetter } from './bounds.js';

const currencies = 'eur usd chf gbp nok sek dkk isk pln czk huf ron jpy cad aud euro kr';

/** Money, also in thousands and millions (`kEUR`, `MNOK`), and time and work as they are written short. */
const measureWords: ReadonlySet<string> = new Set([
  ...['', 'k', 'm', 't'].flatMap((scale) => currencies.split(' ').map((currency) => scale + currency)),
  ...'mio mill mrd bn k m h hrs hr min kwh mwh std jours heures horas días dias giorni ore dagen uren dager dagar timer timmar'.split(
    ' ',
  ),
  ...'fte vzä etp pt pd md mandays personentage manntage pts punkte puntos pontos punti punten poäng poeng'.split(' '),
]);

/**
 * Whether the words or marks behind a number make it an amount. Its letter of an item (`5.1 h`) is one of a clause that
 * `isClause` knows.
 */
export function isMeasure(tokens: readonly Token[], at: number, isClause: boolean): boolean {
  const next = tokens[at + 1];
  if (isOneOf(next, '€$£¥')) return true;
  if (next?.kind !== 'word') return false;
  // "8.5 h)" and "8.5h" are items, well or ill.
  if (next.text.length === 1 && (isClause || next.gap === 0 || isMark(tokens[at + 2], ')'))) return false;
  // "9.3.2 points a and c"
  if (next.lower === 'points') return !isSingleLetter(tokens[at + 2]);
  if (measureWords.has(next.lower)) return true;
  // "auditor days", "man-days"; "9.2 audit days" may begin with a title.
  const noun = isMark(tokens[at + 2], '-') ? at + 3 : at + 2;
  return !isClause && isWord(tokens[noun], unitWords);
}

/** "Effort", "Kosten", "Personentage": words of heads below which something is measured. */
const measuredWords =
  /^(?:aufw[aä]nde?|efforts?|workload|kosten|costs?|coûts?|cost[eio]s?|custos?|charge|budget|dauer|duration|durée|duración|duração|durata|duur|\p{L}+(?:tage|stunden|aufwand|kosten|budget))$/u;

/** Money and work that a label says to be amounts of: "Budget (k€)", "Personentage", "Cost per standard". */
const amountWords =
  /^(?:budgets?|aufw[aä]nde?|efforts?|workload|kosten|costs?|coûts?|cost[eio]s?|custos?|fte|vzä|(?:personen?|mann|prüf|audit)(?:tage|stunden))$/;
const workTimes: ReadonlySet<string> = new Set(
  'days hours jours heures días horas dias giorni ore dagen uren'.split(' '),
);
const workers = /^(?:person|man|audit(?:or)?|work(?:ing)?|hommes?|personnes?|personas?|pessoas?|uom[io]|homem)$/;

/**
 * Whether a label or heading says that the numbers of its row or table are amounts of money or work: what `headsMeasures` asks of the head
 * of a column is too little beside the numbers of a standard ("Remote employees").
 */
export function headsAmounts(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind === 'mark') return isOneOf(token, '€$£¥%');
    if (amountWords.test(token.lower)) return true;
    const isUnit = measureWords.has(token.lower) && isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')');
    const beside = [tokens[at - 1], tokens[isMark(tokens[at + 1], '-') ? at + 2 : at + 1]];
    return isUnit || (workTimes.has(token.lower) && beside.some((one) => one && workers.test(one.lower)));
  });
}

/** "Aufwand (PT)", "Effort in days", "Kosten (k€)": whether the head of a column says that amounts stand below it. */
export function headsMeasures(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word') return isOneOf(token, '€$£¥%');
    const isApart = isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')');
    const isAlone = tokens.length === 1 && token.text.length > 1 && token.text === token.text.toUpperCase();
    return (
      (measureWords.has(token.lower) && (isApart || isAlone)) ||
      unitWords.has(token.lower) ||
      measuredWords.test(token.lower)
    );
  });
}
