/** How many controls, themes or objectives an edition has, said with the numbers of another edition or of none. */
import type { Catalog, Standard } from '../catalog/types.js';
import type { PolicyDocument } from '../document.js';
import { scanBlocks } from '../markdown/blocks.js';
import { proseOf } from '../markdown/inline.js';
import { standardNames } from '../references/mentions.js';
import { makeRun } from '../references/run.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { countOf, joinWords, shortName } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const wrongCount: Rule = {
  code: 'wrong-count',
  defaultSeverity: 'information',
  title: 'A number of controls, themes or objectives that the edition does not have',
  checkDocument(document, snapshot, report) {
    const text = snapshot.textOf(document.path);
    if (text === null || !counts.test(text)) return;
    for (const sentence of sentencesWithCounts(text, document, snapshot)) checkSentence(sentence, snapshot.catalog, report);
  },
};

type Noun = 'controls' | 'groups' | 'objectives';

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const countPattern =
  `(?<![\\w.,–-])(\\d{1,3}|${numberWords.slice(2).join('|')})[ \\u00a0]` +
  '(?:(?:Annex A|information security|security|reference|control)[ \\u00a0])?(controls|objectives|domains|areas|themes)\\b';
const counts = new RegExp(countPattern, 'i');

interface Count {
  readonly span: Span;
  readonly text: string;
  readonly number: number;
  readonly noun: Noun;
  /** The words before and after it in its sentence. */
  readonly before: string;
  readonly after: string;
}

interface Sentence {
  readonly counts: readonly Count[];
  /** Editions named with their year. */
  readonly editions: readonly Standard[];
  /** Short names of all standards named. */
  readonly standards: readonly string[];
}

/** The sentences of prose that count something. */
function sentencesWithCounts(text: string, document: PolicyDocument, { catalog, settings }: Snapshot): Sentence[] {
  const { blocks, labels } = scanBlocks(text, document.frontMatter?.span.end ?? 0);
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'html' || !counts.test(text.slice(block.span.start, block.span.end))) continue;
    const prose = proseOf(text, block, { inlineCode: settings.inlineCode, labels });
    for (const match of prose.matchAll(/(?:[^.!?;]|[.!?;](?!\s|$))+/g)) {
      const found = countsIn(match[0], block.span.start + match.index);
      if (found.length > 0) sentences.push({ counts: found, ...standardsIn(match[0], catalog) });
    }
  }
  return sentences;
}

function countsIn(sentence: string, base: number): Count[] {
  return [...sentence.matchAll(new RegExp(countPattern, 'gi'))].map((match) => {
    const [text, number, noun] = [match[0], match[1]!.toLowerCase(), match[2]!.toLowerCase()];
    const end = match.index + text.length;
    return {
      span: { start: base + match.index, end: base + end },
      text,
      number: /^\d/.test(number) ? Number(number) : numberWords.indexOf(number),
      noun: noun === 'controls' || noun === 'objectives' ? noun : 'groups',
      before: sentence.slice(0, match.index),
      after: sentence.slice(end),
    };
  });
}

function standardsIn(sentence: string, catalog: Catalog): Pick<Sentence, 'editions' | 'standards'> {
  const named = makeRun(sentence, 0, standardNames(catalog)).mentions.flatMap((mention) => mention.standards);
  const editions = new Set<Standard>();
  for (const { standard, edition, known } of named) {
    const found = known && edition !== null ? catalog.edition(standard, edition) : undefined;
    if (found) editions.add(found);
  }
  return { editions: [...editions], standards: [...new Set(named.map(({ standard }) => standard))] };
}

function checkSentence(sentence: Sentence, catalog: Catalog, report: (report: Report) => void): void {
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
    if (right.includes(count.number) || sentence.counts.some((other) => other.noun === count.noun && right.includes(other.number))) continue;
    const other = catalog.editions(edition.standard).find((one) => one !== edition && rightCounts(one, count.noun).includes(count.number));
    if (other) report(reportOther(count, edition, other));
    else if (right.length > 0 && isAboutTheWhole(count)) report(reportWrong(count, edition));
  }
}

function onlyEdition(standard: string | undefined, catalog: Catalog): Standard | undefined {
  const editions = standard === undefined ? [] : catalog.editions(standard);
  return editions.length === 1 ? editions[0] : undefined;
}

/** The numbers that are right; several where people count differently. Empty where there is nothing to count. */
function rightCounts(edition: Standard, noun: Noun): number[] {
  if (edition.type !== 'management-system') return [];
  const groups = edition.entries.filter((entry) => entry.kind === 'theme' && entry.parent === undefined).length;
  const objectives = edition.entries.filter((entry) => entry.kind === 'objective').length;
  const controls = edition.entries.filter((entry) => entry.kind === 'control').length;
  // One objective for each area, though one area has two: both are said.
  const all = noun === 'controls' ? [controls] : noun === 'groups' ? [groups] : objectives > 0 ? [objectives, groups] : [];
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
    if (!ofFirst || !ofSecond || ofFirst === ofSecond || !isTelling(first, ofFirst) || !isTelling(second, ofSecond)) continue;
    return {
      span: { start: first.span.start, end: second.span.end },
      message: `${first.text} is ${shortName(ofFirst)}, ${second.text} is ${shortName(ofSecond)}. ${describe(ofFirst)} ${describe(ofSecond)}`,
    };
  }
  return null;
}

/** Small numbers of groups are only those of a standard where its controls are counted beside them. */
function isTelling({ noun, number }: Count, edition: Standard): boolean {
  return noun !== 'objectives' || number === rightCounts(edition, 'objectives')[0];
}

const subject = /(?:\bAnnex A\b(?: of (?:the )?[\w/ :-]{3,30})?|\b\d{5}(?::\d{4})?(?:['’]s)?(?:,? Annex A)?)[\s,]*(?:(?:which|that|now|standard)[\s,]*){0,2}$/i;
const verb = /\b(?:contains?|comprises?|consists? of|has|lists?|defines?|includes?|provides?|specifies)(?: a total of| in total| altogether)?\s+$/i;

/** "Annex A contains 12 control domains": the statement is about the whole annex, not about a part of it. */
function isAboutTheWhole({ before, after }: Count): boolean {
  const lead = verb.exec(before);
  if (!lead || !subject.test(before.slice(0, lead.index))) return false;
  return /^\W*$|^\s*[,:)(]|^\s*(?:across|in|grouped|organi[sz]ed|divided|and|within|under)\b/i.test(after);
}

function reportOther(count: Count, edition: Standard, other: Standard): Report {
  return { span: count.span, message: `${count.text} is what ${shortName(other)} has. ${describe(edition)}` };
}

function reportWrong(count: Count, edition: Standard): Report {
  return { span: count.span, message: `Annex A of ${shortName(edition)} does not have ${count.text}. ${describe(edition)}` };
}

/** `27001:2022 has 93 controls in 4 groups and no objectives.` */
function describe(edition: Standard): string {
  const [controls] = rightCounts(edition, 'controls');
  const [groups] = rightCounts(edition, 'groups');
  const [objectives] = rightCounts(edition, 'objectives');
  const parts = [
    countOf(controls ?? 0, 'control'),
    ...(groups === undefined ? [] : [countOf(groups, 'group')]),
    objectives === undefined ? 'no objectives' : countOf(objectives, 'objective'),
  ];
  return `${shortName(edition)} has ${joinWords(parts)}.`;
}
