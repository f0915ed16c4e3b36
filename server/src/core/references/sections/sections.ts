/** What the headings above a place say of the numbers that stand there. */
import type { Catalog } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { isOneOf } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import {
  annexOfSomeKindWords,
  annexWords,
  appendixWords,
  clauseWords,
  contractWords,
  controlWords,
  partWords,
  sectionWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord } from '../text/tokens.js';
import { isMostlyOwn, listsOwnItems, numbersOwnItems } from './letteredSections.js';

const none: ReadonlySet<number> = new Set();
const allClauses: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 10]);

/** So many blocks of a section are looked at to tell whose appendix it is. */
const mostBlocks = 200;

export class Sections {
  /** Per section the number with which its heading begins, if any. */
  private readonly numbers: (string | undefined)[] = [];
  private readonly clauses = new Map<number, ReadonlySet<number>>();
  private readonly controls = new Map<number, ReadonlySet<number>>();
  private readonly ownLetters = new Map<number, string | null>();
  private standardIsNamed: boolean | undefined;

  /** @param frontMatterNamesStandard whether a standard of ISO is named in the front matter, which is no block */
  constructor(
    private readonly runs: Runs,
    private readonly scope: ScopeFinder,
    private readonly headingBlocks: readonly number[],
    private readonly frontMatterNamesStandard: boolean,
    private readonly catalog: Catalog,
  ) {}

  /** Takes note of a reference in the heading of a section; `startsHeading` where the heading begins with it. */
  note(section: number, raw: RawReference, startsHeading: boolean): void {
    const { parts, to } = raw.members[0]!;
    // "Clauses 8 and 9": both.
    const clauses = this.clauses.get(section);
    if (raw.form === 'clause' && (startsHeading || clauses))
      this.clauses.set(section, new Set([...(clauses ?? []), ...firstNumbers(raw)]));
    if (startsHeading && raw.form === 'annex') this.numbers[section] = raw.letter + parts.join('.');
    if (raw.form === 'annex' && parts.length === 1 && to === null) this.controls.set(section, firstNumbers(raw));
  }

  /** First numbers of the clauses that the nearest heading with any names: below "Clause 9", 9.2 is a clause. */
  clausesAbove(section: number, isProse: boolean): ReadonlySet<number> {
    for (let above = section; above >= 0; above = this.scope.parentSection(above)) {
      const clauses = this.clauses.get(above);
      if (clauses) return clauses;
      if (isProse && isHeadedClauses(this.runs.of(this.headingBlocks[above]!))) return allClauses;
    }
    return none;
  }

  /** Whether the nearest heading that says anything of clauses is headed by the word alone: "Clauses". */
  isHeadedClauses(section: number): boolean {
    return this.clausesAbove(section, true) === allClauses;
  }

  /** The groups of controls that the heading names: below "What was asked in A.7", 7.9 is a control. */
  controlsAbove(section: number): ReadonlySet<number> {
    for (let above = section; above >= 0; above = this.scope.parentSection(above)) {
      const controls = this.controls.get(above);
      if (controls) return controls;
    }
    return none;
  }

  /** The numbers with which the sections above a section begin, inner first. */
  numbersAbove(section: number): string[] {
    const numbers: string[] = [];
    for (let above = this.scope.parentSection(section); above >= 0; above = this.scope.parentSection(above)) {
      const number = this.numbers[above];
      if (number) numbers.push(number);
    }
    return numbers;
  }

  /** The letter of the document's own appendix or part in which a section stands: its items A.5.1, A.5.2 are no controls. */
  ownLetterAbove(section: number): string | null {
    if (section < 0) return null;
    let letter = this.ownLetters.get(section);
    if (letter === undefined) {
      letter = this.ownLetter(section) ?? this.ownLetterAbove(this.scope.parentSection(section));
      this.ownLetters.set(section, letter);
    }
    return letter;
  }

  private ownLetter(section: number): string | null {
    const heading = this.headingBlocks[section]!;
    const { tokens, mentions } = this.runs.of(heading);
    const lone = sectionLetter(this.runs.of(heading));
    if (lone) return numbersOwnItems(this.runs, heading, lone, this.catalog) ? lone : null;
    // "4. Appendix A: Forms" is the same as "Appendix A: Forms".
    const [word, letter, next] = tokens.slice(tokens.findIndex(({ kind }) => kind === 'word'));
    if (!word || mentions.length > 0) return null;
    // "Anhang: Verweise", "Anlagen"
    if (letter?.kind !== 'word' || letter.text.length !== 1) {
      const isAppendix = isWord(word, appendixWords) || isWord(word, annexWords);
      return isAppendix && this.listsLetter(section) ? 'A' : null;
    }
    if (isWord(word, appendixWords)) {
      const isMapping = tokens.some((token) => isWord(token, mappingWords)) && this.namesStandard();
      return isMapping && !numbersOwnItems(this.runs, heading, letter.text, this.catalog) ? null : letter.text;
    }
    // "Příloha A", "Załącznik A. Formularze"
    if (isWord(word, annexOfSomeKindWords) && isMostlyOwn(this.runs, heading, letter.text, this.catalog))
      return letter.text;
    // "Annex A – Schedule" may as well be the annex of the standard: its items tell.
    const isTitled = next !== undefined && !tokens.some((token) => isWord(token, controlWords));
    if (!isWord(word, annexWords) || !isTitled) return null;
    const isOwn = listsOwnItems(this.runs, this.blocksOf(section), letter.text, this.catalog);
    return isOwn || !this.namesStandard() ? letter.text : null;
  }

  /** Whether any standard of ISO is named in the document: without one an annex is its own. */
  private namesStandard(): boolean {
    if (this.frontMatterNamesStandard) return true;
    this.standardIsNamed ??= this.runs.blocks.some((_, i) =>
      this.runs.of(i).mentions.some(({ standards }) => standards.some(({ looksLikeIso }) => looksLikeIso)),
    );
    return this.standardIsNamed;
  }

  /** Whether the section lists what belongs to its letter A: a line "A. Contracts", and one such as "A.1 Hosting", as no control has. */
  private listsLetter(section: number): boolean {
    const kinds = new Set<string>();
    for (const i of this.blocksOf(section)) {
      const { tokens } = this.runs.of(i);
      for (let at = 0; at + 2 < tokens.length; at++) {
        const next = tokens[at + 2]!;
        if (tokens[at]!.gap < 2 || tokens[at]!.text !== 'A' || !isMark(tokens[at + 1], '.')) continue;
        if (next.kind === 'word' ? next.gap === 1 : next.parts.length === 1) kinds.add(next.kind);
      }
    }
    return kinds.size === 2;
  }

  /** The blocks right below the heading of a section, so many as are looked at. */
  private blocksOf(section: number): number[] {
    const from = this.headingBlocks[section]! + 1;
    const end = this.headingBlocks[section + 1] ?? this.runs.blocks.length;
    return Array.from({ length: Math.min(end - from, mostBlocks) }, (_, i) => from + i);
  }
}

function firstNumbers(raw: RawReference): Set<number> {
  const numbers = new Set<number>();
  for (const { parts, to } of raw.members) {
    const last = Math.min(18, to?.[0] ?? parts[0]!);
    for (let number = parts[0]!; number <= last; number++) numbers.add(number);
  }
  return numbers;
}

/**
 * A heading that is little more than the word, behind a number of its own perhaps: "Clauses", "3. Mandatory clauses", "Part A – Management
 * clauses (common)".
 */
function isHeadedClauses({ tokens: all }: Run): boolean {
  // "Feststellungen zu den Normabschnitten"
  if (all.some((token) => isWord(token, clauseWords) && token.lower.startsWith('norm'))) return true;
  const dash = isWord(all[0], partWords) ? all.findIndex((token) => isOneOf(token, '–—-:.')) + 1 : 0;
  const gloss = all.findIndex((token) => isMark(token, '('));
  const tokens = all.slice(
    all[0]?.kind === 'number' ? all.findIndex(({ kind }) => kind === 'word') : dash,
    gloss < 0 ? undefined : gloss,
  );
  if (tokens.length === 0 || tokens.length > 3) return false;
  const isOfContract = tokens.some((token) => isWord(token, contractWords) || token.lower.startsWith('contract'));
  return (
    !isOfContract && tokens.some((token) => isWord(token, clauseWords)) && tokens.every(({ kind }) => kind === 'word')
  );
}

/** "Appendix A: Compliance matrix": what stands there is cited. */
const mappingWords: ReadonlySet<string> = new Set(
  'mapping mappings matrix crosswalk traceability compliance coverage controls zuordnung zuordnungstabelle umsetzungsmatrix konformität maßnahmen massnahmen correspondance conformité matrice correspondencia conformidad matriz correspondência conformidade corrispondenza conformità overzicht beheersmaatregelen'.split(
    ' ',
  ),
);

/** The letter with which a heading numbers its section; null where it has none, or speaks of controls or a standard. */
function sectionLetter({ tokens, mentions }: Run): string | null {
  const isPart = isWord(tokens[0], partWords) || isWord(tokens[0], sectionWords);
  const [letter, mark, number] = tokens.slice(isPart ? 1 : 0);
  if (letter?.text !== 'A' && letter?.text !== 'B') return null;
  // "A.5 Organizational controls"
  if ((isMark(mark, '.') ? number : mark)?.kind === 'number' || mentions.length > 0) return null;
  return tokens.some((token) => isWord(token, controlWords) || isWord(token, annexWords)) ? null : letter.text;
}
