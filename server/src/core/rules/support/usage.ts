/** Whether a text uses a reference as its own, says it after somebody else, or speaks about it as wrong or gone. */
import type { PolicyDocument, Reference } from '../../document.js';
import { historyWords } from '../../references/past/pastWords.js';
import type { Report } from '../types.js';
import { asked, whatIsIt } from './askedWords.js';
import { isTakenOutInLog } from './changeLog.js';
import { LetterPattern } from './letterPattern.js';
import { keysOf, otherMark, ownMark, type Passage, passageOf, repeatedBeside } from './passage.js';
import { citedOnce, hitHeader, hitsLead, labelPair, metElsewhere } from './toldWords.js';
import {
  answerHeader,
  betweenBoth,
  citedByNothing,
  correctionHeader,
  deniedAfter,
  deniedBefore,
  deniedInRow,
  findingHeader,
  forbiddenKind,
  formerKey,
  formerSummary,
  moveWords,
  noSuchThing,
  onceBefore,
  otherSpeaker,
  plainlyDenied,
  quizHeading,
  slips,
  speakerLeadIn,
  stillBefore,
  takenOut,
  trueOrFalse,
  wrongHeader,
} from './usageWords.js';

/**
 * `own`: the text cites it. `quoted`: the words of somebody else, or a riddle, so that nothing is to be put right here.
 * `spoken-of`: the text itself says that the number is wrong, gone or of the past.
 */
export type Usage = 'own' | 'quoted' | 'spoken-of';

/** How a reference is meant where it stands. */
export function usageOf(reference: Reference, document: PolicyDocument, text: string | null): Usage {
  if (text === null) return 'own';
  if (reference.where === 'front-matter') return formerKey.test(keysOf(reference, document)) ? 'spoken-of' : 'own';
  const passage = passageOf(reference, document, text);
  if (!passage) return 'own';
  const said = usageIn(passage);
  const usage = said === 'own' && isOfQuestion(passage, reference, document, text) ? 'quoted' : said;
  return usage !== 'spoken-of' && isSpokenOfBeside(reference, document, text) ? 'spoken-of' : usage;
}

/**
 * "### Why do both lists have an A.6.1.2?", and the same number in the answer below: a reader asked about it. In brackets it
 * says what the question is about ("Are logs kept (A.12.4.1)?").
 */
function isOfQuestion(passage: Passage, reference: Reference, document: PolicyDocument, text: string): boolean {
  if (reference.where === 'heading') return askingHeading.test(passage.block);
  const heading = document.headings[reference.section];
  if (!heading || !passage.headings[0]?.trim().endsWith('?')) return false;
  return document.references.some(
    (other) =>
      other.where === 'heading' &&
      other.section === reference.section &&
      other.ids.join() === reference.ids.join() &&
      askingHeading.test(passageOf(other, document, text)?.block ?? ''),
  );
}

/** A question around the mark, which does not stand in brackets. */
const askingHeading = /^(?:[^◆(]|\([^◆)]*\))*◆.*\?\s*$/su;

/** So many passages are remembered: those of the documents that are being written. */
const mostRemembered = 500;
const remembered = new Map<string, Usage>();

/** Twenty patterns are looked for; of a document that somebody writes in nearly all passages are as they were. */
function usageIn(passage: Passage): Usage {
  const print = JSON.stringify(passage);
  let usage = remembered.get(print);
  if (usage === undefined) {
    usage = isSpokenOf(passage) ? 'spoken-of' : isQuoted(passage) ? 'quoted' : 'own';
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(print, usage);
  }
  return usage;
}

/**
 * What is left of a report on a reference, by how it is meant there: all of it; for the words of somebody else an
 * information without a fix that is applied unasked; null where the text itself says that the number is wrong.
 */
export function asMeant(report: Report, usage: Usage): Report | null {
  if (usage !== 'quoted') return usage === 'own' ? report : null;
  const fixes = report.fixes?.map((fix) => ({ ...fix, isPreferred: false }));
  return { ...report, severity: 'information', fixes };
}

const conjunctions = 'and|or|nor|und|oder|et|ou|ni|y|o|e|en|of|to|bis|à|a|tot|noch';
const list = new RegExp(
  `[◆◇](?:(?:\\s*[,;/&]\\s*(?:(?:${conjunctions})\\s+)?|\\s+(?:${conjunctions})\\s+)(?:no |kein |keine |the |de |geen )?[◆◇]){1,40}`,
  'gu',
);

/** Between a word and the number that it speaks of. */
const between =
  '(?:(?:the|an?|any|such|other|control|controls|clause|number|numbers|reference|references|id|annex|as|auf|of|maßnahme|nummer|mesure|mesures|numéro|de|la|le|l|el|los|medida|número|controlo|controle|o|os|maatregel|nummers?|il|i|misura|controllo|numero|e\\.g\\.|called|entry|and|iso(?:/iec)?|\\d{4,5})[ :]+){0,4}';

/** Before the subject of a sentence stands none of these: "under A.9.2.6 accounts were deleted". */
const preposition =
  /(?:^|\s)(?:under|per|by|with|in|to|of|from|see|as|via|for|nach|von|zu|für|bei|unter|gemäß|laut|mit|in|aus|selon|conformément à|par|según|conforme a|por|segundo|volgens|door|secondo|per)(?: \p{L}+)? $/u;

/** Those with the same words behind together: the patterns that both become are half as long. */
function byWordsBehind(
  pairs: readonly (readonly [before: string, behind: string])[],
): [before: string, behind: string][] {
  const together = new Map<string, string>();
  for (const [before, behind] of pairs) {
    const others = together.get(behind);
    together.set(behind, others === undefined ? before : `${others}|${before}`);
  }
  return [...together].map(([behind, before]) => [before, behind]);
}

/** A number between words before it (where there are any) and behind it. */
function aroundNumber([before, behind]: readonly [before: string, behind: string]): string {
  return `${before && `(?:${before}) ${between}`}◆${behind}`;
}

const beforePattern = new LetterPattern(`(?<!\\p{L})(?:${deniedBefore.join('|')}) *:? *(?<![-–])${between}◆`);
const afterPattern = new LetterPattern(
  `◆,? ?(?:\\([^()]{0,80}\\) ?)?(?:(?:simply|also|so|which|that|die|der|das|qui|que|che|dat) ){0,2}(?:${deniedAfter.join('|')})(?!\\p{L})`,
);
const farDeniedPattern = new LetterPattern(`◆${betweenBoth}(?:${plainlyDenied.join('|')})(?!\\p{L})`);
const plainlyDeniedPattern = new LetterPattern(`◆,? (?:${plainlyDenied.join('|')})(?!\\p{L})`);
const avoided = [forbiddenKind, `(?:${citedByNothing}) ${between}◆`, ...byWordsBehind(takenOut).map(aroundNumber)];
const avoidedPattern = new LetterPattern(`(?<!\\p{L})(?:${avoided.join('|')})(?!\\p{L})`);
const told = [...citedOnce, ...byWordsBehind(metElsewhere).map(aroundNumber)];
const toldPattern = new LetterPattern(`(?<!\\p{L})(?:${told.join('|')})`);
const hitsPattern = new LetterPattern(`(?<!\\p{L})${hitsLead}`);
const askedAround = byWordsBehind(asked).map(([lead, tail]) => `(?:${lead}) *:? *${between}["“„«]?◆["”»]?${tail}`);
const askedPattern = new LetterPattern(`(?<!\\p{L})(?:${askedAround.join('|')})`);
const slipPattern = new LetterPattern(`(?<!\\p{L})(?:${slips.join('|')})(?!\\p{L})`);
const oncePattern = new LetterPattern(`(?<!\\p{L})(?:${onceBefore.join('|')})(?!\\p{L}).{0,160}◆`);
const movedPattern = new LetterPattern(
  `(?<!\\p{L})(?:${moveWords.join('|')})(?!\\p{L})[^.◆◇]{0,30}◆ ?(?:to|into|with|by|zu|auf|nach|in|durch|à|en|par|a|para|por|naar|door|con) ?◇`,
);
const stillPattern = new LetterPattern(`(?<!\\p{L})(?:${stillBefore.join('|')})(?!\\p{L}).{0,80}◆`);

/** "There is no A.8.35. Take A.8.35 out of the template.": what is said of a number once goes for its paragraph. */
function isSpokenOfBeside(reference: Reference, document: PolicyDocument, text: string): boolean {
  return repeatedBeside(reference, document, text).some((other) => {
    const passage = passageOf(other, document, text);
    return passage !== null && isDenied(passage);
  });
}

function isSpokenOf(passage: Passage): boolean {
  const sentence = withoutQuotes(collapsed(passage.sentence));
  return (
    isDeniedOrAsked(passage) ||
    passage.row.some((cell) => deniedInRow.test(cell)) ||
    slipPattern.test(sentence) ||
    movedPattern.test(passage.sentence) ||
    oncePattern.test(sentence) ||
    stillPattern.test(sentence) ||
    toldPattern.test(`${sentence} ${passage.next}`) ||
    isTakenOutInLog(passage, sentence) ||
    labelPair.test(`${passage.block} ${passage.nextItem}`) ||
    wrongHeader.test(passage.header.trim()) ||
    formerSummary.test(passage.summary)
  );
}

/** Whether a text says of what stands at the mark of a sentence that there is no such thing, or asks whether there is. */
export function isDeniedOrAsked(passage: Pick<Passage, 'sentence' | 'next'>): boolean {
  return isDenied(passage) || isAskedAbout(passage);
}

/** "There is no A.8.35.", "A.8.35 does not exist.", "… cites A.8.35. No such control exists." */
function isDenied({ sentence, next }: Pick<Passage, 'sentence' | 'next'>): boolean {
  const words = withoutQuotes(collapsed(sentence));
  if (beforePattern.test(words) || isDeniedBehind(words) || avoidedPattern.test(words)) return true;
  const rest = words.slice(words.indexOf(ownMark)).split('; ')[1];
  return noSuchThing.test(rest ?? next);
}

/** "Where has A.12.6.1 gone?", "Is A.8.35 a control? No." */
function isAskedAbout({ sentence, next }: Pick<Passage, 'sentence' | 'next'>): boolean {
  return askedPattern.test(collapsed(sentence)) || whatIsIt.test(next);
}

function isDeniedBehind(sentence: string): boolean {
  const match = afterPattern.exec(sentence) ?? plainlyDeniedPattern.exec(sentence) ?? farDeniedPattern.exec(sentence);
  return match !== null && !preposition.test(sentence.slice(0, match.index));
}

function isQuoted(passage: Passage): boolean {
  const { block, sentence, header, headers, headings, leadIn } = passage;
  return (
    isInQuotes(block) ||
    (passage.isQuoted && isOfSomebody(block, leadIn)) ||
    answerHeader.test(header) ||
    hitHeader.test(header.trim()) ||
    hitsPattern.test(sentence) ||
    isOfCorrections(header, headers) ||
    headings.some((heading) => quizHeading.test(heading) || namesHistory(heading)) ||
    trueOrFalse.test(block) ||
    otherSpeaker.test(collapsed(sentence))
  );
}

/** "Document history": what stands below it was written for the text of another day. */
function namesHistory(heading: string): boolean {
  return heading.match(/\p{L}+/gu)?.some((word) => historyWords.has(word)) ?? false;
}

/** Whether the mark stands between quotation marks. */
function isInQuotes(block: string): boolean {
  const before = block.slice(0, block.indexOf(ownMark));
  const after = block.slice(before.length);
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1 && after.includes('"')) return true;
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'), before.lastIndexOf('«'));
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'), before.indexOf('“', opened + 1));
  return opened > closed && /[”»“]/.test(after);
}

/** A quotation of somebody: it has quotation marks or a dash and a name, or the line before says who speaks. */
function isOfSomebody(block: string, leadIn: string): boolean {
  return /^["“„«]/.test(block.trim()) || /[—–] ?[\p{L}. ]{3,40}$/u.test(block.trim()) || speakerLeadIn.test(leadIn);
}

/** In a register of corrections: what was found, or what was done about it. */
function isOfCorrections(header: string, headers: readonly string[]): boolean {
  if (!findingHeader.test(header) && !correctionHeader.test(header)) return false;
  return headers.some((one) => findingHeader.test(one)) && headers.some((one) => correctionHeader.test(one));
}

/** One mark for a list of references: its own, where it is among them. */
function collapsed(sentence: string): string {
  return sentence.replace(list, (marks) => (marks.includes(ownMark) ? ownMark : otherMark));
}

function withoutQuotes(sentence: string): string {
  return sentence.replace(/["“”„«»]/g, ' ').replace(/ {2,}/g, ' ');
}
