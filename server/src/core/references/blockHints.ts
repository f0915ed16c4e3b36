/** What the document and the place of a block tell about the bare numbers in it. */
import { isSystem } from './evidence/systems.js';
import type { BareNumbers, NumberHints } from './grammar.js';
import { isOldControl, tellsOld } from './past/history.js';
import type { BlockReader } from './readBlock.js';
import type { Run } from './text/run.js';
import type { Token } from './text/tokens.js';
import { endsSubject, namedForm } from './titles/subjects.js';
import { firstWordsOfTitles } from './titles/titles.js';
import { isClauseOfAny, isInForce, titledForm } from './titles/titlesBeside.js';

const noNumbers: ReadonlySet<number> = new Set();

/**
 * Hints are made for each block with a digit, and hardly any of them is asked: what takes time is found out when it is.
 */
export class BlockHints implements NumberHints {
  readonly years: NumberHints['years'];
  readonly bracketed: NumberHints['bracketed'];
  readonly isListed: NumberHints['isListed'];
  readonly isAboutOld: boolean;
  readonly bareIsClause: boolean;
  readonly onlyAtStart: boolean;
  readonly isCell: boolean;
  readonly isItem: boolean;
  readonly isClause: NumberHints['isClause'];
  private readonly isHeading: boolean;
  private clauses: ReadonlySet<number> | null = null;

  constructor(
    private readonly index: number,
    private readonly run: Run,
    private readonly section: number,
    bare: BareNumbers,
    private readonly reader: BlockReader,
  ) {
    const { kind, table, list } = reader.runs.blocks[index]!;
    const { years, bracketed, isListed, isAboutOld, isClause } = reader.hints;
    this.years = years;
    this.bracketed = bracketed;
    this.isListed = isListed;
    this.isAboutOld = isAboutOld ?? false;
    this.isHeading = kind === 'heading';
    this.isClause = this.isHeading ? null : isClause;
    this.isCell = table >= 0;
    this.bareIsClause = this.isCell && bare === 'clause';
    this.onlyAtStart = !this.isCell;
    this.isItem = list >= 0;
  }

  get sectionClauses(): ReadonlySet<number> {
    if (this.isHeading) return noNumbers;
    this.clauses ??= this.reader.sections.clausesAbove(this.section, !this.isCell);
    return this.clauses;
  }

  get sectionControls(): ReadonlySet<number> {
    return this.isHeading ? noNumbers : this.reader.sections.controlsAbove(this.section);
  }

  get isHeadedClauses(): boolean {
    return !this.isHeading && this.reader.sections.isHeadedClauses(this.section);
  }

  get isBelowName(): boolean {
    return this.isItem && this.reader.scope.isBelowName(this.section);
  }

  titled(number: Token, isWithin: boolean): 'clause' | 'control' | null {
    return titledForm(this.run, number, this.reader.catalog, { isHeading: this.isHeading, isWithin });
  }

  named(token: number): 'clause' | 'control' | null {
    return this.isHeading ? null : namedForm(this.run, token, this.reader.catalog);
  }

  endsSubject(token: number, number: Token): boolean {
    return endsSubject(this.run, token, number, this.reader.catalog);
  }

  mayBeginTitle({ lower }: Token): boolean {
    return firstWordsOfTitles(this.reader.catalog).has(lower);
  }

  isSystem(token: number): boolean {
    return isSystem(this.run, token, this.reader.names);
  }

  isControl(number: Token): boolean {
    return isInForce(number, 'control', this.reader.catalog);
  }

  isOldControl(number: Token): boolean {
    return isOldControl(number, this.reader.catalog);
  }

  tellsOld(): boolean {
    return !this.isHeading && tellsOld(this.run, this.reader.catalog);
  }

  isDeepClause(number: Token): boolean {
    return number.parts.length === 4 && isClauseOfAny(number, this.reader.catalog);
  }

  isHeaded(token: number): boolean {
    return this.reader.headed.get(this.index)?.includes(token) ?? false;
  }
}
