/**
 * What the panes and the extension say to each other. Types only, and nothing is imported but types: both sides bundle
 * their own code.
 */

import type { AdditionalField, DecisionField, HeaderField } from '../../server/src/core/soa/fieldNames.js';
import type { PaneMatrix, Patch, SentModel, SoaTarget } from '../../server/src/core/soa/paneTypes.js';
import type { ReuseMatrix } from '../../server/src/core/soa/reuseTypes.js';

// ---- extension → pane ----

/** The statement to show; sent after `ready` and whenever it has changed. */
export interface ModelMessage {
  readonly type: 'model';
  /** Null where there is nothing to show: no folder is open, or the server has not answered yet. */
  readonly model: SentModel | null;
  /** What the extension needs to restore the pane after a restart of the window; kept in `PaneState` as it is. */
  readonly source?: string;
  /** Why nothing can be decided here, in words for the reader; null or absent where it can. */
  readonly locked?: string | null;
  /** The lines that the problems of the model stand on, from one. */
  readonly problemLines?: readonly number[] | undefined;
}

/** Shows a row and puts the focus on it. A filter that hides it is cleared. */
export interface RevealMessage {
  readonly type: 'reveal';
  /** `PaneRow.key` */
  readonly key: string;
}

/** A view beside the table of controls; sent after `view`, and whole after `ready`. Null where there is none. */
export type ViewMessage =
  | { readonly type: 'view'; readonly view: 'clauses'; readonly data: PaneMatrix | null }
  | { readonly type: 'view'; readonly view: 'reuse'; readonly data: ReuseMatrix | null };

/** What has changed of what was sent before; nothing is sent twice. */
export interface PatchMessage {
  readonly type: 'patch';
  readonly view: 'controls' | 'clauses' | 'reuse';
  readonly patch: Patch;
  /** As in `ModelMessage`. */
  readonly locked?: string | null;
  /** As in `ModelMessage`. */
  readonly problemLines?: readonly number[];
}

/** What became of an edit. The new model comes in a message of its own. */
export interface EditedMessage {
  readonly type: 'edited';
  /** Of the `EditMessage`. */
  readonly id: number;
  /** What was refused, by its place among the changes, and why. */
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
  /** How many changes were made. */
  readonly made: number;
  /** Whether `undo` would take something back now. */
  readonly canUndo: boolean;
}

/** The standards that can come into scope; sent after `offered`. */
export interface OfferedMessage {
  readonly type: 'offered';
  readonly standards: readonly { readonly standard: string; readonly name: string }[];
}

/** A word for the reader, after copying or undoing. */
export interface TellMessage {
  readonly type: 'tell';
  readonly text: string;
  readonly canUndo: boolean;
}

/** Goes to the next control that nobody has decided on, as the command of that name asks for. */
export interface NextUndecidedMessage {
  readonly type: 'nextUndecided';
}

export type MessageToPane =
  | ModelMessage
  | PatchMessage
  | RevealMessage
  | ViewMessage
  | EditedMessage
  | OfferedMessage
  | TellMessage
  | NextUndecidedMessage;

// ---- pane → extension ----

/** The pane listens now. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** Open what was clicked. Where it stands is found at that moment, because places move with every edit. */
export interface OpenMessage {
  readonly type: 'open';
  readonly target: SoaTarget;
}

/** Run a command of ours. The extension must check the name: a pane is never trusted with any command. */
export interface CommandMessage {
  readonly type: 'command';
  readonly command: PaneCommand;
}

export type PaneCommand =
  | 'clausemark.createSoa'
  | 'clausemark.exportSoa'
  | 'clausemark.compareSoa'
  | 'clausemark.releaseSoa'
  | 'clausemark.moveToNextEdition'
  | 'workbench.trust.manage';

export type { AdditionalField } from '../../server/src/core/soa/fieldNames.js';

/** The fields of a decision that the pane sets. */
export type EditableField = DecisionField;

/** As `SoaValue` of the core. */
export type EditValue =
  | string
  | boolean
  | null
  | readonly (string | Readonly<Record<string, string>> | { readonly kind: string; readonly ids: readonly string[] })[];

/** A change of the soa.yaml, as `SoaChange` of the core. */
export type PaneChange =
  | {
      readonly kind: 'decision';
      /** Catalog key, or the id of a control of the organisation's own. */
      readonly control: string;
      readonly field: EditableField | AdditionalField;
      readonly value: EditValue;
    }
  | { readonly kind: 'header'; readonly field: HeadField; readonly value: string }
  | { readonly kind: 'addStandard' | 'removeStandard'; readonly standard: string }
  | {
      readonly kind: 'standard';
      readonly standard: string;
      readonly field: 'roles' | 'amendments';
      readonly value: readonly string[];
    }
  | { readonly kind: 'addOwn'; readonly control: string; readonly title: string; readonly source: string }
  | { readonly kind: 'rename'; readonly control: string; readonly to: string }
  | { readonly kind: 'remove'; readonly control: string };

/** The fields of the head that the pane sets. */
export type HeadField = Exclude<
  HeaderField,
  'standards' | 'folders' | 'controls' | 'additional' | 'history' | 'released'
>;

/** Write decisions into the soa.yaml: all changes are one step for undo. */
export interface EditMessage {
  readonly type: 'edit';
  /** Comes back with the answer. */
  readonly id: number;
  readonly changes: readonly PaneChange[];
}

/** Take the last edit of this pane back, where the file has not been changed since. */
export interface UndoMessage {
  readonly type: 'undo';
}

/** Put text on the clipboard. */
export interface CopyMessage {
  readonly type: 'copy';
  readonly text: string;
  /** What was copied, for the answer: `1 control`. */
  readonly what: string;
}

/** The pane shows a view whose data the extension must get. */
export interface AskViewMessage {
  readonly type: 'view';
  readonly view: 'clauses' | 'reuse' | null;
}

/** Asks which standards can come into scope. */
export interface AskOfferedMessage {
  readonly type: 'offered';
}

export type MessageFromPane =
  | ReadyMessage
  | OpenMessage
  | CommandMessage
  | EditMessage
  | UndoMessage
  | CopyMessage
  | AskViewMessage
  | AskOfferedMessage;

export type TabName = 'controls' | 'clauses' | 'coverage' | 'reuse';

/** In which order rows are shown within a standard. */
export interface PaneSort {
  /** `standard` is the order of the standard itself, with its themes. */
  readonly by: SortName;
  readonly isDescending: boolean;
}

export type SortName =
  | 'standard'
  | 'gaps'
  | 'id'
  | 'title'
  | 'applicable'
  | 'justification'
  | 'drivers'
  | 'status'
  | 'responsible'
  | 'documents'
  | 'evidence'
  | 'decided';

/** A row that is being edited, and texts in its fields that are not written yet. */
export interface PaneDraft {
  readonly key: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What the pane keeps with `setState`, and what a serializer of the extension is given. */
export interface PaneState {
  readonly source: string | null;
  readonly filter: PaneFilter;
  /** Keys of the standards whose themes are shown in the summary. */
  readonly expanded: readonly string[];
  readonly scrollTop: number;
  readonly tab?: TabName;
  readonly sort?: PaneSort;
  readonly draft?: PaneDraft | null;
  /** Texts of the head's editor that are not written yet; null or absent while it is closed. */
  readonly head?: Readonly<Record<string, string>> | null;
  /** Keys of the rows that are chosen for a bulk decision. */
  readonly selected?: readonly string[];
}

/** Which rows are shown; an empty string means all. */
export interface PaneFilter {
  /** Standard key. */
  readonly standard: string;
  /** Key of a theme or group. */
  readonly group: string;
  /** `yes`, `no`, `undecided`, `outside` */
  readonly applicability: string;
  /** A status of implementation, or `none`. */
  readonly status: string;
  /** A gap code, or `any`. */
  readonly gap: string;
  readonly text: string;
}
