/** References before the workspace is known: what stands in the text, and what its surroundings say of its standard. */
import type {
  ControlField,
  FrontMatter,
  Heading,
  NamedEdition,
  ParseProblem,
  ResolvedBy,
  Suppression,
  Where,
} from '../document.js';
import type { Span } from '../text.js';
import type { CountStatement } from './counts.js';
import type { SpokenSystems } from './evidence/systemsOfSentence.js';
import type { Form, Member } from './grammar.js';
import type { LawReference } from './laws.js';
import type { NamedStandard } from './text/standardNames.js';

/** One layer of surroundings, from near to far. */
export interface Evidence {
  readonly by: ResolvedBy;
  readonly standards: readonly NamedStandard[];
  /** The standard stands right at the reference: it counts even where the id does not exist in it. */
  readonly tight: boolean;
  /** Joined by a slash: the reference means each of the standards. */
  readonly joined: boolean;
  /** A year that names an edition without its standard ("2013 mapping"). */
  readonly editionHint: string | null;
  /**
   * The year of `editionHint` stands without a word for an edition: `2025: A.5.18` may be a date, "Tested in 2025:" is one; that of
   * `A.9.2.3 (2013)` is told by its brackets, and names no standard.
   */
  readonly year?: 'either' | 'date' | 'own';
  /** The header of its column or the label of its row. */
  readonly isLabel?: boolean;
  /** Named by a lead-in that goes on to something else: "The audit followed ISO 19011. It found:" */
  readonly isInPassing?: boolean;
  /** That header or label is nothing but the name of the standard: what stands there is of it, whether it has it or not. */
  readonly isName?: boolean;
  /** That section has no other heading than the name of the standard: "## ISO/IEC 42001:2023". */
  readonly headsSection?: boolean;
  /** It begins its item or paragraph, as a label of all of it: "ISO/IEC 42001, internal audit: …". */
  readonly labelsItem?: boolean;
  /** Named by the heading of a section, or by the lead-in of a list or table: of what stands there, and not of the whole document. */
  readonly ofPart?: boolean;
  /** Named before the second heading, where a field says the standard ("Norm: ISO/IEC 27001:2022"), as a title may. */
  readonly isField?: boolean;
  /** Only named somewhere in the document, not in its title, preface or front matter. */
  readonly isFaint?: boolean;
  /** Named for what a standard builds on it: "the guidance related to ISO/IEC 27002". */
  readonly isExtended?: boolean;
  /** The document says that clauses are common to these: what all else leaves open between them is of each. */
  readonly isInCommon?: boolean;
  /** Those that the document says up front it is about, side by side: a clause that they have alike and that stays open is of each. */
  readonly areAll?: boolean;
  /** Says nothing of the others. */
  readonly onlyFor?: 'controls' | 'clauses';
  /** Named right at another reference of the line, which is not in one list with this: this one's may be a different standard. */
  readonly ofAnother?: 'before' | 'behind' | undefined;
  /** And that other one has brackets or a sentence to itself: "Logs are kept (ISO 27001 A.8.15). Data is prepared (A.7.6)." */
  readonly isAside?: boolean;
}

export interface DraftReference {
  readonly span: Span;
  readonly text: string;
  readonly form: Form;
  readonly letter: 'A' | 'B';
  readonly members: readonly Member[];
  /** The number of the first member, `5.15`: what the catalog is asked for again and again. */
  readonly number: string;
  readonly wildcard: boolean;
  readonly needsScope: boolean;
  /** A bare number of a column or key: believed only where it exists. */
  readonly isBare: boolean;
  /** Of a bare number: the head of its column says whether it is a control or a clause. */
  readonly isTold: boolean;
  /** A bare number that may be a clause or, where there is no such clause, a control. */
  readonly isEither: boolean;
  /** A bare number below the heading of its clause. */
  readonly isSection: boolean;
  /** A bare number alone in brackets. */
  readonly isParenthesis: boolean;
  /** A word such as Kapitel makes it a clause, and no standard stands beside it. */
  readonly isChapter: boolean;
  /** The word for a control introduces it: "controls 5.15 and 5.39". */
  readonly isNamedControl: boolean;
  /** The block begins with it. */
  readonly startsBlock: boolean;
  /** The block is nothing but it. */
  readonly fillsBlock: boolean;
  readonly where: Where;
  readonly isTag: boolean;
  readonly section: number;
  /** Running number of its paragraph, item or cell. */
  readonly block: number;
  /** Running number of its sentence in the block. */
  readonly sentence: number;
  /** Of the references of its block that share it, nothing but commas stands between; absent where that is not known. */
  readonly list?: number;
  /** Running number of the list or table, or of the block outside of those: neighbours share it. */
  readonly group: number;
  /** Number of its column in the table, -1 outside of tables. */
  readonly column: number;
  readonly titleSpan: Span | null;
  /** The words of `titleSpan`, lower case, for comparing. */
  readonly titleWords: string | null;
  readonly isUnquotedNumber: boolean;
  /** Layers of the reference's own line, nearest first, then those that it shares with its neighbours. */
  readonly near: readonly Evidence[];
  readonly far: readonly Evidence[];
  /** The heading begins with it: it may be the number of the section. */
  readonly startsHeading: boolean;
  /** The ids with which the headings above begin (`A.9.2`), as written numbers. */
  readonly above: readonly string[];
  /** The Statement of Applicability is named right beside the lettered item. */
  readonly namesStatement: boolean;
  /** "of both standards": it means each of the standards that are possible. */
  readonly ofEach: boolean;
  /** "of the standard": the one that the surroundings name. */
  readonly ofStandard: boolean;
  /** The management system (ISMS, AIMS) of which the sentence or the section speaks: decides between standards. */
  readonly system: NamedStandard | null;
  /** What its sentence says of management systems; absent or null where it names none. */
  readonly spoken?: SpokenSystems | null;
  /** An id of the organisation's own, or of somebody else's list, as its words or the head of its column say. */
  readonly ofOthers: boolean;
  /** For clauses: the block in which a contract is named that it may be a clause of, -1 where none is. */
  readonly contract: number;
  /** Words such as "formerly" stand before it in its block. */
  readonly hasCrosswalkWord: boolean;
  /** A word says that it is the number of an older edition: "the old clause 5". */
  readonly isOld?: boolean;
  /** An arrow or a word such as "became" leads to it from the reference before it in its block. */
  readonly isMovedTo: boolean;
  /** Written without the letter with which its list begins: 10.2 of `A.5.24 and 10.2`. */
  readonly isShort: boolean;
  /** Of such a one what stands before its list, or beside it in the first cell of the row: "Awareness: A.6.3, 7.3". */
  readonly listSubject: readonly string[];
}

export interface DraftDocument {
  readonly path: string;
  readonly length: number;
  readonly lineStarts: Uint32Array;
  readonly lineEnding: '\n' | '\r\n';
  readonly frontMatter: FrontMatter | null;
  readonly fields: readonly ControlField[];
  readonly headings: readonly Heading[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly ParseProblem[];
  readonly drafts: readonly DraftReference[];
  readonly laws: readonly LawReference[];
  readonly counts: readonly CountStatement[];
  readonly named: readonly NamedEdition[];
  /** Numbers with which headings begin (`5.1`), and those of items below an annex of its own (`A.6`): the document's own sections. */
  readonly ownNumbers: ReadonlySet<string>;
  /** `section:first number` of the clauses that a section calls those of another text: "clauses 4.1 to 4.9 of the Schedule". */
  readonly ownClauses: ReadonlySet<string>;
  /** The clauses in brackets right behind words of their titles: "risks are assessed (6.1.2)". */
  readonly titledBrackets: ReadonlySet<string>;
  /** Its title says that it is a contract: its clauses are its own. */
  readonly isContract: boolean;
  /** Some word of it is about security, privacy, AI or controls. */
  readonly isOnSubject: boolean;
}

/** All layers of evidence, nearest first. */
export function layersOf(draft: DraftReference): readonly Evidence[] {
  return draft.far.length === 0 ? draft.near : draft.near.concat(draft.far);
}
