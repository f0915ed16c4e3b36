/**
 * What the panes and the extension say to each other. Types only, and nothing is imported but types: both sides bundle
 * their own code.
 */
import type { SoaModel } from '../../server/src/core/soa/modelTypes.js';

/** UTF-16 offsets into the text of the file. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
}

// ---- extension → pane ----

/** The statement to show; sent after `ready` and whenever it has changed. */
export interface ModelMessage {
  readonly type: 'model';
  /** Null where there is nothing to show: no folder is open, or the server has not answered yet. */
  readonly model: SoaModel | null;
  /** What the extension needs to restore the pane after a restart of the window; kept in `PaneState` as it is. */
  readonly source?: string;
}

/** Shows a row and puts the focus on it. A filter that hides it is cleared. */
export interface RevealMessage {
  readonly type: 'reveal';
  /** `SoaRow.key` */
  readonly key: string;
}

export type MessageToPane = ModelMessage | RevealMessage;

// ---- pane → extension ----

/** The pane listens now. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** Open a file at a place. */
export interface OpenMessage {
  readonly type: 'open';
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly span: OffsetSpan;
}

/** Run a command of ours. The extension must check the name: a pane is never trusted with any command. */
export interface CommandMessage {
  readonly type: 'command';
  readonly command: PaneCommand;
}

export type PaneCommand = 'clausemark.createSoa';

export type MessageFromPane = ReadyMessage | OpenMessage | CommandMessage;

/** What the pane keeps with `setState`, and what a serializer of the extension is given. */
export interface PaneState {
  readonly source: string | null;
  readonly filter: PaneFilter;
  /** Keys of the standards whose themes are shown in the summary. */
  readonly expanded: readonly string[];
  readonly scrollTop: number;
}

/** Which rows are shown; an empty string means all. */
export interface PaneFilter {
  /** Standard key. */
  readonly standard: string;
  /** `yes`, `no`, `undecided`, `outside` */
  readonly applicability: string;
  /** A status of implementation, or `none`. */
  readonly status: string;
  /** A gap code, or `any`. */
  readonly gap: string;
  readonly text: string;
}
