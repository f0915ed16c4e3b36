/** What the pane with the preview of an import and the extension say to each other. Types only. */
import type { ImportPreview } from '../../../server/src/core/soa/import/previewTypes.js';

/** How the file is read, and what is to happen with what it says. */
export interface ImportChoices {
  /** Name of the only sheet that is read; null for all. */
  readonly sheet: string | null;
  /** Editions that the file is about: `27001:2022`; empty where the file itself tells. */
  readonly standards: readonly string[];
  /** Move ids of the edition before. */
  readonly migrates: boolean;
  /** A new soa.yaml, or the one that is there: only what it leaves open, or all that the file says. */
  readonly target: ImportTargetName;
}

export type ImportTargetName = 'new' | 'fill' | 'replace';

// ---- extension → pane ----

export interface PreviewMessage {
  readonly type: 'preview';
  readonly preview: ImportPreview | null;
  /** Why nothing can be written; null where something can. */
  readonly problem: string | null;
  readonly choices: ImportChoices;
  /** Whether there is a soa.yaml to merge into. */
  readonly hasExisting: boolean;
}

export interface WorkingMessage {
  readonly type: 'working';
}

/** It is written; from here on the pane only tells. */
export interface WrittenMessage {
  readonly type: 'written';
  readonly text: string;
}

export interface TellMessage {
  readonly type: 'tell';
  readonly text: string;
}

export type MessageToImport = PreviewMessage | WorkingMessage | WrittenMessage | TellMessage;

// ---- pane → extension ----

export type MessageFromImport =
  | { readonly type: 'ready' }
  /** Read the file again in another way. */
  | { readonly type: 'choose'; readonly choices: ImportChoices }
  | { readonly type: 'write' }
  /** Show the whole report as a page in Markdown. */
  | { readonly type: 'report' };
