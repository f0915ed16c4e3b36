/** What a rule is, and what it reports. One rule per file; the code is file name, docs page and setting key. */
import type { PolicyDocument } from '../document.js';
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';

export interface TextEdit {
  readonly path: string;
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  /** Begins with a verb, names what will stand there: `Replace with A.8.8 (Management of technical vulnerabilities)`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that fix-all and the preferred-fix key may apply without asking: only where there is no doubt. */
  readonly isPreferred?: boolean;
  /** Whether asking for `edits` costs a parse of a whole file: for one place in an editor, not for hundreds of findings. */
  readonly isCostly?: boolean;
  /** A document that is to be made of the template of its type; such a fix has no edits. */
  readonly newDocument?: WantedDocument;
}

/** What is known of a document that is to be made. */
export interface WantedDocument {
  /** The name of its type. */
  readonly type: string;
  readonly id: string;
  /** Empty where it is not known. */
  readonly title: string;
  /** Empty where it is not known. */
  readonly owner: string;
}

export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule says of one place. Three duties of a message: what, why, what to do, naming the title. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** Where this place deserves another severity than the rule's own default; a setting of the user wins over both. */
  readonly severity?: Severity;
  /** `unnecessary` is shown faded, `deprecated` struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A report with its rule and place; its severity is settled. */
export interface Finding extends Report {
  readonly path: string;
  readonly code: string;
  readonly severity: Severity;
}

export interface Rule {
  /** Words joined by hyphens: `superseded-edition`. */
  readonly code: string;
  readonly defaultSeverity: Severity;
  /** One line for the settings page and the docs index: `A reference to an id that its standard does not have`. */
  readonly title: string;
  /**
   * Called for each document; must not look at other documents except through the snapshot. A rule that speaks of several places
   * in one report asks `isSilenced` of each and leaves those out: a comment above one control holds for that control alone.
   */
  checkDocument?(
    document: PolicyDocument,
    snapshot: Snapshot,
    report: (report: Report) => void,
    isSilenced: (place: Span) => boolean,
  ): void;
  /** Called for each management system; places are in its soa.yaml. Else like `checkDocument`. */
  checkSystem?(
    system: ManagementSystem,
    snapshot: Snapshot,
    report: (report: Report) => void,
    isSilenced: (place: Span) => boolean,
  ): void;
}
