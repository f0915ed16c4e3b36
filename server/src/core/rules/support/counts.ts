/**
 * What an edition has, beside what a sentence says that it has. A part of the program of its own: few documents count anything.
 */
import type { Catalog, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import type { CountedNoun, CountStatement } from '../../references/counts.js';
import type { Report } from '../types.js';
import { countOfControls, joinWords, shortName } from './wording.js';

interface Sentence {
  readonly counts: readonly CountStatement[];
  /** Editions named with their year. */
  readonly editions: readonly Standard[];
  /** Short names of all standards named. */
  readonly standards: readonly string[];
}

function sentenceOf(counts: readonly CountStatement[], catalog: Catalog): Sentence {
  const { named } = counts[0]!;
  const editions = named.flatMap(({ standard, edition }) =>
    edition === null ? [] : (catalog.edition(standard, edition) ?? []),
  );
  const standards = named.map(({ standard }) => standard);
  return { counts, editions: [...new Set(editions)], standards: [...new Set(standards)] };
}

/** Reports what is wrong with the counts of one sentence: numbers of another edition than it names, and numbers of none. */
export function checkCounts(
  statements: readonly CountStatement[],
  catalog: Catalog,
  report: (report: Report) => void,
): void {
  const sentence = sentenceOf(statements, catalog);
  if (sentence.counts.some(isChange)) return;
  const mixture = mixtureIn(sentence, catalog);
  if (mixture) {
    report(mixture);
    return;
  }
  const [standard] = sentence.standards;
  const edition = sentence.editions[0] ?? onlyEdition(standard, catalog);
  if (!edition || sentence.standards.length > 1 || sentence.editions.length > 1) return;
  for (const count of sentence.counts) {
    const right = rightCounts(edition, count.noun);
    if (isOfOwn(count, right)) continue;
    if (
      right.includes(count.number) ||
      sentence.counts.some((other) => other.noun === count.noun && right.includes(other.number))
    )
      continue;
    const other = catalog
      .editions(edition.standard)
      .find((one) => one !== edition && rightCounts(one, count.noun).includes(count.number));
    if (other) report(reportOther(count, edition, other));
    else if (right.length > 0 && !hasRoles(edition) && (isAboutTheWhole(count) || dividesAll(count, sentence, edition)))
      report(reportWrong(count, edition));
  }
}

/** "from 114 controls to 93", "114 controls became 93", "down to 93 controls": then and now. */
function isChange({ before, after }: CountStatement): boolean {
  return (
    /\b(?:from|down|von|de|du|des|van|da)\s+(?:the\s+)?$/i.test(before) ||
    /^\W*(?:(?:to|auf|à|a|para|naar)\s+(?:only\s+|just\s+)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|vier|quatre|cuatro|quatro|quattro)\b)|became|become|turned into|shrank|wurden|sont devenu)/i.test(
      after,
    )
  );
}

/** "Our library has 114 controls, mapped to …", "96 controls: all 93 and three of our own", "35 objectives that we set". */
function isOfOwn({ before, after, text }: CountStatement, right: readonly number[]): boolean {
  if (right.some((number) => new RegExp(`(?<![\\w.:/-])${number}(?![\\w.:/-])`).test(`${before} ${after}`)))
    return true;
  const isPartOfStandard = /^\s*(?:of|in|from|aus|de|van|di)\b/i.test(after);
  if (
    !isPartOfStandard &&
    /\b(?:our|we|us|my|their|its|unser\w*|wir|notre|nos|nuestr\w*|noss\w*|on[sz]e?|nostr\w*)\b/i.test(before)
  )
    return true;
  return /objectives/i.test(text) && !/control/i.test(text) && /\b(?:we|our|set|measurable|6\.2)\b/i.test(after);
}

/** Of controls for controllers and for processors people count each part. */
function hasRoles(edition: Standard): boolean {
  return edition.entries.some((entry) => entry.kind === 'control' && entry.role !== undefined);
}

function onlyEdition(standard: string | undefined, catalog: Catalog): Standard | undefined {
  const editions = standard === undefined ? [] : catalog.editions(standard);
  return editions.length === 1 ? editions[0] : undefined;
}

/** The numbers that are right; several where people count differently. Empty where there is nothing to count. */
function rightCounts(edition: Standard, noun: CountedNoun): number[] {
  if (edition.type !== 'management-system') return [];
  const groups = edition.entries.filter((entry) => entry.kind === 'theme' && entry.parent === undefined).length;
  const objectives = edition.entries.filter((entry) => entry.kind === 'objective').length;
  const controls = edition.entries.filter((entry) => entry.kind === 'control').length;
  // One objective for each area, though one area has two: both are said.
  const all =
    noun === 'controls' ? [controls] : noun === 'groups' ? [groups] : objectives > 0 ? [objectives, groups] : [];
  return all.filter((number) => number > 0);
}

/** `114 controls across 4 themes`: numbers of two editions in one statement. */
function mixtureIn({ counts: found, editions, standards }: Sentence, catalog: Catalog): Report | null {
  const [first, second] = found;
  if (!first || !second || found.length > 2 || first.noun === second.noun || editions.length > 1) return null;
  if (!/^\W*(?:across|in|under|within|grouped|organi[sz]ed|divided|and|over)\b/i.test(first.after)) return null;
  for (const standard of catalog.standards) {
    if (standard.status !== 'current' || (standards.length > 0 && !standards.includes(standard.standard))) continue;
    const family = catalog.editions(standard.standard);
    const ofFirst = family.find((one) => rightCounts(one, first.noun).includes(first.number));
    const ofSecond = family.find((one) => rightCounts(one, second.noun).includes(second.number));
    if (!ofFirst || !ofSecond || ofFirst === ofSecond || !isTelling(first, ofFirst) || !isTelling(second, ofSecond))
      continue;
    return {
      span: { start: first.span.start, end: second.span.end },
      message: `${t('{0} is {1}, {2} is {3}.', first.text, shortName(ofFirst), second.text, shortName(ofSecond))} ${describe(ofFirst)} ${describe(ofSecond)}`,
    };
  }
  return null;
}

/** Small numbers of groups are only those of a standard where its controls are counted beside them. */
function isTelling({ noun, number }: CountStatement, edition: Standard): boolean {
  return noun !== 'objectives' || number === rightCounts(edition, 'objectives')[0];
}

const subject =
  /(?:\bAnnex A\b(?: of (?:the )?[\w/ :-]{3,30})?|\b\d{5}(?::\d{4})?(?:['’]s)?(?:,? Annex A)?)[\s,]*(?:(?:which|that|now|standard)[\s,]*){0,2}$/i;
const verb =
  /\b(?:contains?|comprises?|consists? of|has|lists?|defines?|includes?|provides?|specifies)(?: a total of| in total| altogether)?\s+$/i;

/** "Annex A contains 12 control domains": the statement is about the whole annex, not about a part of it. */
function isAboutTheWhole({ before, after }: CountStatement): boolean {
  const lead = verb.exec(before);
  if (!lead || !subject.test(before.slice(0, lead.index))) return false;
  return /^\W*$|^\s*[,:)(]|^\s*(?:across|in|grouped|organi[sz]ed|divided|and|within|under)\b/i.test(after);
}

/** "93 controls in five themes": what all controls of the edition are divided into. */
function dividesAll(count: CountStatement, { counts: found }: Sentence, edition: Standard): boolean {
  if (count.noun !== 'groups') return false;
  const [all] = rightCounts(edition, 'controls');
  return found.some(
    ({ noun, number, text }) =>
      noun === 'controls' &&
      number === all &&
      /^\s*(?:in|across|under|within|(?:grouped|organi[sz]ed|divided) (?:in|into|under))\s+$/i.test(
        count.before.slice(count.before.lastIndexOf(text) + text.length),
      ),
  );
}

function reportOther(count: CountStatement, edition: Standard, other: Standard): Report {
  return {
    span: count.span,
    message: `${t('{0} is what {1} has.', count.text, shortName(other))} ${describe(edition)} ${t('Correct the number.')}`,
  };
}

function reportWrong(count: CountStatement, edition: Standard): Report {
  return {
    span: count.span,
    message: `${t('Annex A of {0} does not have {1}.', shortName(edition), count.text)} ${describe(edition)} ${t('Correct the number.')}`,
  };
}

/** `27001:2022 has 93 controls in 4 groups and no objectives.` */
function describe(edition: Standard): string {
  const [controls] = rightCounts(edition, 'controls');
  const [groups] = rightCounts(edition, 'groups');
  const [objectives] = rightCounts(edition, 'objectives');
  const parts = [
    countOfControls(controls ?? 0),
    ...(groups === undefined ? [] : [groups === 1 ? t('1 group') : t('{0} groups', groups)]),
    objectives === undefined
      ? t('no objectives')
      : objectives === 1
        ? t('1 objective')
        : t('{0} objectives', objectives),
  ];
  return t('{0} has {1}.', shortName(edition), joinWords(parts));
}
