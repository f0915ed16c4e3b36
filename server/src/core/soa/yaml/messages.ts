/** The YAML parser's messages in the words of somebody who writes policies and not programs. */
import { t } from '../../l10n.js';
import { explainYamlError } from '../../markdown/yamlMessages.js';
import type { Span } from '../../text.js';

/**
 * A sentence for an error or warning of the `yaml` package.
 * @param error its English message tells a missing colon from a missing quote, where the code does not
 * @param text what was parsed
 */
export function plainYamlMessage(
  error: { code: string; message: string; pos: [number, number] },
  text: string,
): string {
  const { code, message, pos } = error;
  // Whatever the parser makes of such a line, the tab is what has to go.
  if (tabAt(text, pos[0])) return explainYamlError('TAB_AS_INDENT', text, pos[0]);
  if (message.includes('map values') || code === 'MULTILINE_IMPLICIT_KEY')
    return t('The colon behind this key is missing.');
  if (message.includes('Missing closing')) return t('The closing quote is missing.');
  const bracket = /(?:end with an?|expected to end with) ([\]}])/.exec(message);
  return bracket ? t('The closing bracket `{0}` is missing.', bracket[1]!) : explainYamlError(code, text, pos[0]);
}

/** The tabs at the start of the line of an offset, behind spaces or not; null where there are none. */
export function tabAt(text: string, at: number): Span | null {
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  let start = lineStart;
  while (text[start] === ' ') start++;
  let end = start;
  while (text[end] === '\t') end++;
  return end > start ? { start, end } : null;
}
