/** Our tokens as HTML for the preview. Everything that comes from a document is escaped. No editor in here. */
import { l10n } from 'vscode';
import type { Chip, ControlTable } from './decorate.js';

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A reference: what it means is its title, what is wrong with it is said there, too, and never by colour alone. */
export function chipHtml(chip: Chip): string {
  const words = [...chip.titles, ...(chip.state ? [stateWords(chip.state)] : [])].join('\n');
  const title = words === '' ? '' : ` title="${escapeHtml(words)}"`;
  const state = chip.state ? ` clausemark-${chip.state}` : '';
  return `<span class="clausemark-chip${state}"${title}>${escapeHtml(chip.text)}</span>`;
}

/** The tags of a section. */
export function tagsHtml(chips: readonly Chip[]): string {
  const label = escapeHtml(l10n.t('This section covers'));
  return `<p class="clausemark-tags"><span class="clausemark-label">${label}</span> ${chips.map(chipHtml).join(' ')}</p>\n`;
}

/** Front matter as a table of document control. */
export function tableHtml({ fields, tags }: ControlTable): string {
  const rows = fields.map(({ name, value }) => row(fieldLabel(name), escapeHtml(value)));
  if (tags.length > 0) rows.push(row(l10n.t('Covers'), tags.map(chipHtml).join(' ')));
  const caption = escapeHtml(l10n.t('Document control'));
  return `<table class="clausemark-control"><caption>${caption}</caption><tbody>${rows.join('')}</tbody></table>\n`;
}

function row(label: string, html: string): string {
  return `<tr><th scope="row">${escapeHtml(label)}</th><td>${html}</td></tr>`;
}

function stateWords(state: NonNullable<Chip['state']>): string {
  switch (state) {
    case 'external':
      return l10n.t('Of a standard that the catalog does not hold.');
    case 'ambiguous':
      return l10n.t('Can mean more than one control or clause.');
    case 'unknown':
      return l10n.t('The standard has no such number.');
    case 'superseded':
      return l10n.t('Of an edition that has been replaced.');
    case 'excluded':
      return l10n.t('The Statement of Applicability excludes it.');
    case 'uncovered':
      return l10n.t('No document claims it.');
  }
}

function fieldLabel(name: string): string {
  const labels: Readonly<Record<string, string>> = {
    id: l10n.t('Document id'),
    title: l10n.t('Title'),
    type: l10n.t('Type'),
    owner: l10n.t('Owner'),
    version: l10n.t('Version'),
    status: l10n.t('Status'),
    classification: l10n.t('Classification'),
    approvedBy: l10n.t('Approved by'),
    approved: l10n.t('Approved on'),
    nextReview: l10n.t('Next review'),
  };
  return labels[name] ?? name;
}
