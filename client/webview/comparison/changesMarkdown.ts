/** Shown changes as a Markdown table, for an e-mail, a ticket or the minutes. No DOM here. */
import { markdownTable } from '../shared/markdown.js';
import { t } from '../shared/texts.js';
import type { ShownControl } from './filter.js';
import { documentName, fateLabels, nameOf, sentenceOf } from './words.js';

export function changesAsMarkdown(shown: readonly ShownControl[]): string {
  const heads = [t('Control'), t('Title'), '', t('What changed'), t('Cited by')];
  const rows = shown.map(({ control, changes }) => [
    [nameOf(control), ...(control.formerIds.length > 0 ? [t('was {0}', control.formerIds.join(', '))] : [])],
    [control.title],
    [fateLabels[control.kind]],
    changes.map(sentenceOf),
    control.citedBy.map(documentName),
  ]);
  return markdownTable(heads, rows);
}
