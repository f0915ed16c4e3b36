/** Small completions: keys, values, dates. */
import type { Span } from '../../text.js';
import type { Completion, CompletionKind } from '../completionTypes.js';

/** Plain values in the given order. */
export function valueChoices(
  values: readonly string[],
  span: Span,
  kind: CompletionKind = 'value',
  helpOf: (value: string) => string | undefined = () => undefined,
): Completion[] {
  return values.map((value, index) => ({
    kind,
    label: value,
    detail: helpOf(value),
    span,
    newText: needsQuotes(value) ? JSON.stringify(value) : value,
    filterText: value,
    sortText: String(index).padStart(4, '0'),
  }));
}

/** A value that YAML would read as something else than its characters. */
function needsQuotes(value: string): boolean {
  return /^[\s&*!|>%@`"'#,[\]{}?-]|:\s|:$|\s#|^\s|\s$|[\u0000-\u001f\u007f"]/.test(value) || /^\d+\.\d+$/.test(value);
}

/** Keys that are not there yet; `key: ` is written, or the key alone where a colon follows already. */
export function keyChoices(
  keys: readonly { readonly key: string; readonly help?: string }[],
  span: Span,
  hasColon: boolean,
): Completion[] {
  return keys.map(({ key, help }, index) => ({
    kind: 'key',
    label: key,
    documentation: help,
    span,
    newText: hasColon ? key : `${key}: `,
    filterText: key,
    sortText: String(index).padStart(4, '0'),
  }));
}
