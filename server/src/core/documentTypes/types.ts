/** What a kind of document is to state: its fields and its sections. */
import type { FieldName } from '../document.js';

/** A section of the outline. */
export interface OutlineSection {
  /** The heading that a template writes. */
  readonly title: string;
  /** Other words that say the same; a heading that holds one of them is this section. */
  readonly also: readonly string[];
  /** Whether a document of the type must have it (rule `missing-section`); a template has it in any case. */
  readonly isRequired: boolean;
  /** Whether a text between the title and the first section can say it as well. */
  readonly mayOpen: boolean;
  /** What the section is to say: a sentence for the writer, put into the template as a comment. */
  readonly hint: string;
  /** The version of the template that brought the section; 1 for what was always there. */
  readonly since: number;
}

export interface DocumentType {
  /** As the field `type` states it: `policy`. */
  readonly name: string;
  /** Other words for it: `guide` for a guideline. */
  readonly also: readonly string[];
  /** How its ids begin: `POL`. */
  readonly idPrefix: string;
  /** Where new ones are put, relative to the root; `''` for the root. */
  readonly folder: string;
  /** Fields that its documents must state; null: those that the settings ask of every document. */
  readonly requiredFields: readonly FieldName[] | null;
  /** Of its template, counted from 1: documents made from it record it. */
  readonly version: number;
  /** In the order of the template. */
  readonly sections: readonly OutlineSection[];
}
