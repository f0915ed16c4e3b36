/** What the pane with a comparison and the extension say to each other. Types only. */
import type { ChangeKind, Comparison } from '../../../server/src/core/soa/compare/types.js';

// ---- extension → pane ----

/** What changed; sent after `ready` and whenever something else is compared. */
export interface ComparisonMessage {
  readonly type: 'comparison';
  readonly comparison: Comparison;
  /** What the extension needs to restore the pane after a restart of the window; kept in the state as it is. */
  readonly source: string;
}

/** The comparison is being made, anew or for the first time. */
export interface WorkingMessage {
  readonly type: 'working';
}

/** Why there is no comparison, in words for the reader. */
export interface ProblemMessage {
  readonly type: 'problem';
  readonly text: string;
}

/** The texts have changed since they were compared. */
export interface OutdatedMessage {
  readonly type: 'outdated';
}

export interface TellMessage {
  readonly type: 'tell';
  readonly text: string;
}

export type MessageToComparison = ComparisonMessage | WorkingMessage | ProblemMessage | OutdatedMessage | TellMessage;

// ---- pane → extension ----

export type Side = 'before' | 'after';

export type MessageFromComparison =
  | { readonly type: 'ready' }
  /** Compare with another version on this side. */
  | { readonly type: 'choose'; readonly side: Side }
  /** Compare the same two again. */
  | { readonly type: 'again' }
  /** Show the whole comparison as a page in Markdown, which can be saved. */
  | { readonly type: 'report' }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  /** Show the control in the statement as it is now. */
  | { readonly type: 'row'; readonly key: string }
  /** Go to the line of soa.yaml with the decision. */
  | { readonly type: 'decision'; readonly key: string }
  /** Open a policy where it cites the control; without a control at its beginning. */
  | { readonly type: 'policy'; readonly path: string; readonly key: string | null };

export interface ComparisonFilter {
  /** Kinds of change that are shown; all where it is empty. */
  readonly kinds: readonly ChangeKind[];
  /** `changed`, `added`, `removed`; empty for all. */
  readonly fate: string;
  /** Number of a standard; empty for all. */
  readonly standard: string;
  readonly text: string;
}

/** What the pane keeps with `setState`, and what a serializer of the extension is given. */
export interface ComparisonState {
  readonly source: string | null;
  readonly filter: ComparisonFilter;
  readonly scrollTop: number;
}
