/** The values of the citation grammar. */
import type { Mention } from '../text/mentions.js';
import type { Token } from '../text/tokens.js';

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
  /** Token index of the word (or the id) with which its list begins: `Clauses` in `Clauses 4.1 and 4.2`. */
  readonly head: number;
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
  /** A bare number below the heading of its clause: believed only where such a clause exists. */
  readonly isSection: boolean;
  /** A bare number alone in brackets: believed in a document that cites otherwise too and has no such sections itself. */
  readonly isParenthesis: boolean;
  /** "clause 9.2 of both standards": of each of those that are possible. */
  readonly ofEach: boolean;
  /** "§ 9.3 of the standard": the one that the surroundings name. */
  readonly ofStandard: boolean;
}

/** How bare numbers are to be read: not at all, or as the column or key says. */
export type BareNumbers = 'none' | 'control' | 'clause';

export interface Reader {
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
  readonly bracketed: ReadonlyMap<string, 'clause' | 'control' | 'either'>;
  /** First numbers of the clauses that the headings above name: below "Clause 9", 9.2 is a clause. */
  readonly sectionClauses: ReadonlySet<number>;
  /** First numbers of the controls that the headings above name: below "A.7", 7.9 is a control. */
  readonly sectionControls: ReadonlySet<number>;
  /** The document lists controls by bare numbers, and the number is one of their edition: it is one in brackets and ranges too. */
  readonly isListed?: (number: Token) => boolean;
  /** The headings above are headed "Clauses": whatever the word, the numbers are those of clauses. */
  readonly isHeadedClauses?: boolean;
  /** Bare numbers are clauses, controls have their letter: `A.6.3, 7.2` names a clause. */
  readonly bareIsClause?: boolean;
  /** Bare numbers count only where the text begins with them (items of a list, as opposed to cells of a column). */
  readonly onlyAtStart?: boolean;
  /** Whether a number is that of a clause in some edition in force; null where it is not to be asked. */
  readonly isClause?: ((number: Token) => boolean) | null;
  /** Whether the text is a cell of a table. */
  readonly isCell?: boolean;
  /** Whether a number is that of a control in some edition in force. */
  readonly isControl?: (number: Token) => boolean;
  /** Whether a number is that of a control of a withdrawn edition, and of no clause of today. */
  readonly isOldControl?: (number: Token) => boolean;
  /** The text, or the document as a whole, says that it speaks of a withdrawn edition. */
  readonly tellsOld?: () => boolean;
  readonly isAboutOld?: boolean;
  /** Whether a number of four parts is that of a clause in any edition. */
  readonly isDeepClause?: (number: Token) => boolean;
  /** Whether the text is an item of a list. */
  readonly isItem?: boolean;
  /** Whether that list stands below a heading that is nothing but the name of a standard. */
  readonly isBelowName?: boolean;
  /** What the number at the token is whose subject is named beside it: "internal audit 9.2", "(8.15 logging)". */
  readonly named?: ((token: number) => 'clause' | 'control' | null) | null;
  /** Whether the word for a control at the token ends what the clause of the number is about: "Change control (6.3)". */
  readonly endsSubject?: (token: number, number: Token) => boolean;
  /** Whether the token is the clause at the end of a heading, in a document whose headings end so: "### Scope 4.3". */
  readonly isHeaded?: (token: number) => boolean;
  /** Whether the token is the short name of a management system: "ISMS 4.1". */
  readonly isSystem?: (token: number) => boolean;
  /** Whether a title of several words may begin with the word. */
  readonly mayBeginTitle?: (word: Token) => boolean;
  /**
   * What a number is whose exact title stands behind it, asked of the catalog, also within a sentence; null where it is
   * not to be asked.
   */
  readonly titled: ((number: Token, isWithin: boolean) => 'clause' | 'control' | null) | null;
}

const noNumbers: ReadonlySet<never> = new Set();

export const noHints: NumberHints = {
  years: noNumbers,
  bracketed: new Map(),
  sectionClauses: noNumbers,
  sectionControls: noNumbers,
  titled: null,
};

export interface Head {
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
  readonly isSection?: boolean;
  readonly isParenthesis?: boolean;
}

export function mentionBeginningAt(mentions: readonly Mention[], token: number): Mention | null {
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

export function mentionEndingAt(mentions: readonly Mention[], token: number): Mention | null {
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
