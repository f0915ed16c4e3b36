/** What a parsed policy is: an immutable value, made from a text and nothing else. All spans are UTF-16 offsets. */
import type { CountStatement } from './references/counts.js';
import type { LawReference } from './references/laws.js';
import type { Span } from './text.js';

/** Where in a document a reference stands. */
export type Where = 'front-matter' | 'comment' | 'heading' | 'table' | 'list' | 'paragraph';

export type ReferenceKind = 'control' | 'clause' | 'theme' | 'objective' | 'guidance' | 'external';

/**
 * What told us the standard of a reference, nearest first:
 * `tag` its own prefix (27001:A.5.15), `line` the same line or sentence, `block` the table, its header, the list or its
 * lead-in, `heading` a heading above, `front-matter`, `document` its title, preface or other text, `workspace` the standards in scope,
 * `siblings` the other references of the document, `catalog` no standard but one has such an id, `none` still open.
 */
export type ResolvedBy =
  | 'tag'
  | 'line'
  | 'block'
  | 'heading'
  | 'front-matter'
  | 'document'
  | 'workspace'
  | 'siblings'
  | 'catalog'
  | 'none';

/** One way to read an ambiguous reference. */
export interface Reading {
  readonly standard: string;
  readonly edition: string;
}

/** A place in a text that names a clause or control, resolved as far as its surroundings allow. */
export interface Reference {
  readonly span: Span;
  /** The source characters of the span. */
  readonly text: string;
  /** Short name (`27001`), the number of an unknown standard (`22301`), or null while ambiguous. */
  readonly standard: string | null;
  /** Null where nothing tells the edition. */
  readonly edition: string | null;
  /** Normalised: `A.5.15`, `6.1.3 d`. Of a range or shorthand list the first. */
  readonly id: string;
  /** All ids that a range or a shorthand list stands for; of a plain reference just its id. */
  readonly ids: readonly string[];
  readonly kind: ReferenceKind;
  readonly where: Where;
  readonly resolvedBy: ResolvedBy;
  /** True for control tags: front matter keys that claim coverage, and section comments. */
  readonly isTag: boolean;
  /** Index into `headings` of the section it stands in; -1 before the first heading. */
  readonly section: number;
  /** More than one where the reference is ambiguous, else empty. */
  readonly readings: readonly Reading[];
  /** The words beside the id that look like its title (`A.8.22 (Web filtering)`), if any. */
  readonly titleSpan: Span | null;
  /** Catalog key of the entry whose title those words are, where that is another one; absent or null otherwise. */
  readonly titledAs?: string | null;
  /** True where the id was written as an unquoted YAML number (5.10 would be read as 5.1 by other tools). */
  readonly isUnquotedNumber: boolean;
  /** True where the text cites the older edition on purpose (a crosswalk column, "formerly A.12.6.1"). */
  readonly isCrosswalk: boolean;
  /** True where nothing tells the edition and the one in force was taken; else absent. */
  readonly isEditionAssumed?: true;
}

/** Whether a reference stands in a comment that is no tag: an author's note, which no reader of the text sees. */
export function isNote(reference: Pick<Reference, 'where' | 'isTag'>): boolean {
  return reference.where === 'comment' && !reference.isTag;
}

export interface Heading {
  /** The whole heading line(s). */
  readonly span: Span;
  /** The text without markers. */
  readonly text: string;
  readonly depth: number;
  /** End of the section: the next heading of the same or a higher level, or the end of the document. */
  readonly sectionEnd: number;
}

/** A scalar leaf of the front matter, in source form: `5.10` stays `5.10`, a date stays its characters. */
export interface FrontMatterScalar {
  /** Keys and list indexes from the root: ['frameworks', 'iso27001', 'controls', 0]. */
  readonly path: readonly (string | number)[];
  /** Span of the innermost mapping key above it. */
  readonly keySpan: Span;
  /** Span of the value as written, quotes included; empty span after the colon for an empty value. */
  readonly span: Span;
  /** Span of the characters inside the quotes (equals `span` for a plain scalar). */
  readonly contentSpan: Span;
  /** The characters between the quotes (plain: as written). Escapes are not resolved. */
  readonly text: string;
  readonly quoted: boolean;
}

export type FrontMatterContainer = 'yaml' | 'unfenced' | 'comment' | 'json';

export interface FrontMatter {
  readonly container: FrontMatterContainer;
  /** With fences or comment marks. */
  readonly span: Span;
  /** Without them. */
  readonly contentSpan: Span;
  readonly scalars: readonly FrontMatterScalar[];
  /** Keys of the top level in their order, with the span of the key. */
  readonly keys: readonly { readonly name: string; readonly span: Span }[];
}

export type ParseProblemCode = 'malformed-front-matter' | 'script-front-matter' | 'unclosed-front-matter' | 'too-large';

/** Something wrong with the text itself: data, never an exception. */
export interface ParseProblem {
  readonly code: ParseProblemCode;
  readonly span: Span;
  /** The detail for the reader, one sentence (for YAML: the parser's message in plain words). */
  readonly detail: string;
}

/** `<!-- clausemark-disable… -->` */
export interface Suppression {
  readonly span: Span;
  /** Rule codes; empty means every rule. */
  readonly codes: readonly string[];
  /** The part of the document in which findings are silent. */
  readonly scope: Span;
  readonly reason: string | null;
}

/** A document control field found in front matter, a metadata table or bold label lines. */
export interface ControlField {
  readonly name: FieldName;
  readonly value: string;
  /** Span of the value (quotes excluded). */
  readonly span: Span;
  readonly keySpan: Span;
  /** The key or label as written: `review_date` says less than `next_review`. Absent in values made by hand. */
  readonly key?: string;
}

/** The document control fields by the field's own names; which keys mean them is a setting. */
export type FieldName =
  | 'id'
  | 'title'
  | 'type'
  | 'owner'
  | 'version'
  | 'status'
  | 'classification'
  | 'approvedBy'
  | 'approved'
  | 'nextReview';

/** `ISO/IEC 27001:2013` somewhere in a text. */
export interface NamedEdition {
  readonly standard: string;
  readonly edition: string;
  readonly span: Span;
}

export interface PolicyDocument {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly lineStarts: Uint32Array;
  readonly lineEnding: '\n' | '\r\n';
  readonly frontMatter: FrontMatter | null;
  readonly fields: readonly ControlField[];
  readonly headings: readonly Heading[];
  /** In the order of the text; resolved against the standards in scope. */
  readonly references: readonly Reference[];
  /** Editions of standards that the document names with their year, each at its first place; absent in values made by hand. */
  readonly named?: readonly NamedEdition[];
  /** Articles and annexes of laws; absent in values made by hand. */
  readonly laws?: readonly LawReference[];
  /** Statements of how many controls, themes or objectives there are; absent in values made by hand. */
  readonly counts?: readonly CountStatement[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly ParseProblem[];
}

/** A standard that the surroundings put in scope, with the edition where it is known. */
export interface ScopedStandard {
  readonly standard: string;
  readonly edition: string | null;
  readonly roles?: readonly ('controller' | 'processor')[];
}

/** The document's field by name, the first where it is given twice. */
export function fieldOf(document: PolicyDocument, name: FieldName): ControlField | undefined {
  return document.fields.find((field) => field.name === name);
}
