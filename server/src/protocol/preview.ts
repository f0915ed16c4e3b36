/** What the built-in Markdown preview shows of ours. */

/** Client → server: what the preview of a document shows beyond its text. Null where it is none of ours. */
export const previewRequest = 'clausemark/preview';

export interface PreviewParams {
  readonly uri: string;
}

export interface PreviewChipMessage {
  /** UTF-16 units from the beginning of the line. */
  readonly start: number;
  readonly end: number;
  /** `27001:2022 A.5.15 Access control`; empty where nothing is known of it. */
  readonly titles: readonly string[];
  readonly isTag: boolean;
  /** As in the core: `ReferenceState`. */
  readonly state: 'external' | 'ambiguous' | 'unknown' | 'superseded' | 'excluded' | 'uncovered' | null;
}

export interface PreviewMessage {
  /** Lines that hold references, with their text: a preview may show another version of the document. */
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly isFrontMatter: boolean;
    readonly chips: readonly PreviewChipMessage[];
  }[];
  /** Names of the core (`FieldName`) with their values. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
