/** Changes of a soa.yaml in words of the statement, not of YAML: what the pane, the fixes, import and release ask for. */
import type { Catalog } from '../../catalog/types.js';
import type { TextEdit } from '../../rules/types.js';
import type { AdditionalField, DecisionField, HeaderField } from '../../soa/fieldNames.js';
import type { DriverKind, ManagementSystem } from '../../soa/types.js';

/** A driver as it is to be written; a kind without ids says that there is one, and not which. */
export interface WrittenDriver {
  readonly kind: DriverKind;
  readonly ids: readonly string[];
}

/** `{ file: evidence/review.pdf, date: 2026-03-31 }`: keys in the order in which they are to be written. */
export type WrittenItem = Readonly<Record<string, string>>;

/**
 * What a field is to say. Texts are trimmed; `null`, an empty text and an empty list take the field away.
 * `applicable` takes booleans and `undecided`; `drivers` a list of drivers or of kinds; `evidence` and `history` lists
 * of texts and items.
 */
export type SoaValue = string | boolean | WrittenItem | readonly (string | WrittenItem | WrittenDriver)[] | null;

export type SoaChange =
  | {
      readonly kind: 'decision';
      /** Catalog key (`iso27001-2022:A.5.15`), or the key as it is written in the file. Written anew where it is missing. */
      readonly control: string;
      /** Title and source are those of a control of the organisation's own. */
      readonly field: DecisionField | AdditionalField;
      readonly value: SoaValue;
    }
  | { readonly kind: 'header'; readonly field: HeaderField; readonly value: SoaValue }
  /** One more item at the end of a list of the header. */
  | { readonly kind: 'append'; readonly list: 'history'; readonly item: WrittenItem }
  /** Gives a decision another key; `to` is a catalog key, or what is to be written. */
  | { readonly kind: 'rename'; readonly control: string; readonly to: string }
  /** Takes a decision away, with the comments inside of it. */
  | { readonly kind: 'remove'; readonly control: string }
  /** A control beyond those of the standards. `control` is its id; the source may be empty. */
  | { readonly kind: 'addOwn'; readonly control: string; readonly title: string; readonly source: string }
  /** A standard comes into scope, in its current edition unless one is named: `42001`, `42001:2023`. */
  | { readonly kind: 'addStandard'; readonly standard: string }
  /** A standard goes out of scope. Decisions on its controls stay in the file. */
  | { readonly kind: 'removeStandard'; readonly standard: string }
  /** What a standard says beside its edition; an empty list takes it away. */
  | {
      readonly kind: 'standard';
      /** Short name: `27701`. */
      readonly standard: string;
      readonly field: StandardField;
      readonly value: readonly string[];
    };

export type StandardField = 'roles' | 'amendments';

export interface SoaEditContext {
  /** Of the soa.yaml, for the edits. */
  readonly path: string;
  readonly catalog: Catalog;
  /** The text as it was parsed, where the caller has it; else it is parsed here. */
  readonly system?: ManagementSystem;
}

export interface RefusedChange {
  readonly change: SoaChange;
  /** One or two sentences for a compliance officer. */
  readonly reason: string;
}

export interface SoaEditResult {
  /** In the order of the text, not overlapping, minimal. */
  readonly edits: readonly TextEdit[];
  readonly refused: readonly RefusedChange[];
}
