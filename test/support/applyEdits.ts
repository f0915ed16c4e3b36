/** Applying edits to texts. */
import type { TextEdit } from '../../server/src/core/rules/types.js';
import type { Span } from '../../server/src/core/text.js';

/** The text after non-overlapping replacements; throws where two overlap, as an editor would refuse them. */
export function applyEdits(text: string, edits: readonly { readonly span: Span; readonly newText: string }[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at) throw new Error(`Edits overlap at offset ${span.start}.`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The text of one path after those of the edits that belong to it. */
export function applyTo(path: string, text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.filter((edit) => edit.path === path),
  );
}
