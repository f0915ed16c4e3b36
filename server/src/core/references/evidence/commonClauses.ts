/** Does the document say that clauses are common to several standards ("Clauses 4 to 10 are the same in both standards")? */
import type { Evidence } from '../draft.js';
import { clauseWords, eachWords, sectionWords, standardWords } from '../text/lexicon.js';
import { mentionAtToken, type Run, sentencesOf } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard } from '../text/standardNames.js';
import { isWord, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';

/** "Clauses are common to both unless stated otherwise", in seven languages. */
export const inCommon =
  /\b(?:common to|the same in|shared by|commun(?:s|es)?|comun(?:s|es|i)?|gemeenschappelijk\p{L}*)\b|gemeinsam|gleich in/iu;

/** "have the same numbers", "are identical in": says as much of the numbers themselves. */
const sameNumbers =
  /\b(?:common (?:in|for)|(?:the )?same (?:for|across|numbers?|numbering|structure|clause numbers?)|identical(?:ly)? (?:in|for|to|across|numbered)|numbered (?:alike|identically)|(?:dieselben?|denselben|(?:die )?gleichen?) (?:nummern|nummerierung|struktur|kapitelnummern)|identisch|(?:les |la |une )?mêmes? (?:numéros|numérotation|structure)|identiques?|(?:los |la )?mism[oa]s? (?:números|numeración|estructura)|(?:os |a )?mesm[oa]s? (?:números|numeração|estrutura)|id[eé]ntic[oa]s|(?:gli |la )?stess[ia] (?:numeri|numerazione|struttura)|(?:dezelfde|gelijke) (?:nummers|nummering|structuur)|identiek)(?!\p{L})/iu;

/** "Clause numbers without a standard refer to all three", "where the text says only “clause 7.5” it means that clause in both". */
const bareNumbers =
  /\b(?:(?:without|only|just|unless)\b.*\b(?:refers?|means?|meant|appl(?:y|ies)|stands? for)|(?:ohne|nur)\b.*\b(?:meint|meinen|gemeint|gelten|gilt|bezieh(?:t|en) sich)|(?:sans|seule?ment)\b.*\b(?:renvoie(?:nt)?|désigne(?:nt)?|vise(?:nt)?|s.appliquent?)|(?:sin|s[oó]lo)\b.*\b(?:se refieren?|significan?)|(?:zonder|alleen)\b.*\b(?:verwijst|verwijzen|betreft|betreffen|bedoeld)|(?:senza|solo)\b.*\bsi riferi(?:sce|scono)|(?:sem|apenas)\b.*\brefere(?:m)?-se)(?!\p{L})/iu;

/** What is said of some clauses only, or denied, tells nothing of the others. */
export const onlySome =
  /\b(?:not|no|never|neither|except|apart from|some|several|many|most|parts?|mostly|partly|largely|nicht|kein\p{L}*|außer|ausgenommen|bis auf|einige|manche|viele|die meisten|teils|teilweise|ne|pas|certain\p{L}*|plupart|excepto|algun\p{L}*|mayoría|não|algumas|maioria|non|alcun\p{L}*|niet|geen|sommige|meeste|behalve)(?!\p{L})/iu;

/** Words for all clauses; of "clause" and its kin the number of the clause would have to follow. */
const pluralWords: ReadonlySet<string> = new Set(
  (
    'clauses chapters klauseln kapitel kapiteln abschnitte abschnitten normkapitel normabschnitte articles chapitres cláusulas clausulas capítulos apartados ' +
    'artículos artigos clausole capitoli articoli punti clausules hoofdstukken artikelen'
  ).split(' '),
);
const numberNouns = /^(?:numbers?|numbering|nummern|nummerierung)$/u;

/** Those that a sentence names together: more of them are an index, not a statement. */
export const mostNamed = 6;

/**
 * A layer of the standards whose clauses the document calls common; null where it says nothing of the kind. It decides only what
 * everything else leaves open between them.
 *
 * @param upFront what title, opening and front matter name, for "in both standards"
 */
export function commonClauses(runs: Runs, numbered: readonly number[], upFront: readonly Evidence[]): Evidence | null {
  const isOfSeveral = managementOnly(upFront.flatMap(({ standards }) => standards)).length > 1;
  for (const index of isOfSeveral ? [...numbered, ...unnumbered(runs)] : numbered) {
    if (!runs.isProse(index)) continue;
    const run = runs.of(index);
    if (run.mentions.length > mostNamed || !((run.traits & trait.common) !== 0 || (isOfSeveral && countsBare(run))))
      continue;
    for (const sentence of sentencesOf(run)) {
      const standards = speaksOfAllClauses(run, sentence) ? standardsOf(run, sentence, upFront) : [];
      if (standards.length > 1)
        return {
          by: 'document',
          standards,
          tight: false,
          joined: true,
          editionHint: null,
          isFaint: true,
          isInCommon: true,
        };
    }
  }
  return null;
}

/** "without", "only", and a count of standards: cheap, and false for nearly all. */
function countsBare({ traits, prose }: Run): boolean {
  return (traits & trait.bare) !== 0 && eachOfSeveral.test(prose);
}

/** Paragraphs near the beginning that speak of clauses and count standards without a digit. */
function unnumbered(runs: Runs): readonly number[] {
  const speaks = (index: number): boolean => {
    const source = runs.beginningOf(index, longestSentence);
    return clausesInside.some((letters) => source.includes(letters)) && eachOfSeveral.test(source);
  };
  const opening = runs.blocks.slice(0, mostOpening).keys();
  return [...opening].filter((index) => !runs.hasDigit(index) && runs.isProse(index) && speaks(index));
}

/** Letters of "clause", "cláusula", "Kapitel", "Abschnitt" and their kin: looked for first, because that takes hardly any time. */
const clausesInside = ['laus', 'láus', 'apit', 'bschnitt', 'rticl', 'rtícul', 'ezioni', 'oofdst'];

/** In blocks, and in characters. */
const mostOpening = 30;
const longestSentence = 400;
const eachOfSeveral = /\b(?:both|three|drei|beiden?|deux|trois|ambas|ambos|dos|tres|duas|três|due|tre|twee|drie)\b/i;

interface Sentence {
  readonly start: number;
  readonly end: number;
}

function speaksOfAllClauses(run: Run, { start, end }: Sentence): boolean {
  const words = run.prose.slice(start, end);
  const isOfBare = countsBare(run) && bareNumbers.test(words);
  const isCommon = (run.traits & trait.common) !== 0 && (inCommon.test(words) || sameNumbers.test(words));
  if (!(isOfBare || isCommon) || onlySome.test(words)) return false;
  const tokens = tokensOf(run, start, end);
  const numbers = tokens.filter(({ kind }) => kind === 'number');
  const isOfClauses = tokens.some((token) => isWord(token, clauseWords) || isWord(token, sectionWords));
  // With an example of such a number.
  if (isOfBare && numbers.length < 2) return isOfClauses;
  if (numbers.length > 0)
    return isOfClauses && (isOfBare || numbers.length === 2) && numbers[0]!.text === '4' && numbers[1]!.text === '10';
  return tokens.some(
    (token, at) =>
      pluralWords.has(token.lower) || (isWord(token, clauseWords) && numberNouns.test(tokens[at + 1]?.lower ?? '')),
  );
}

/** The tokens of a sentence without the names of standards. */
export function tokensOf(run: Run, start: number, end: number): readonly Token[] {
  return run.tokens.filter((token, at) => token.start >= start && token.end <= end && !mentionAtToken(run, at));
}

/** The standards that the sentence names, or those of the document where it says "in both standards". */
function standardsOf(run: Run, { start, end }: Sentence, upFront: readonly Evidence[]): readonly NamedStandard[] {
  const named = run.mentions.filter((mention) => mention.start >= start && mention.stop <= end);
  if (named.length > 0) return managementOnly(named.flatMap(({ standards }) => standards));
  const tokens = tokensOf(run, start, end);
  // "both standards", "all three": the word for them may be left out.
  const isEach = (at: number): boolean => isWord(tokens[at], eachWords);
  const isOfEach = tokens.some((token, at) =>
    isWord(token, standardWords) ? isEach(at - 1) || isEach(at - 2) : isEach(at) && isEach(at - 1),
  );
  if (!isOfEach) return [];
  return managementOnly(upFront.filter(({ isFaint }) => !isFaint).flatMap(({ standards }) => standards));
}

/** One of each standard of the catalog, or none where another one is named beside them. */
export function managementOnly(named: readonly NamedStandard[]): readonly NamedStandard[] {
  if (!named.every(({ known }) => known)) return [];
  return named.filter((one, at) => named.findIndex(({ standard }) => standard === one.standard) === at);
}
