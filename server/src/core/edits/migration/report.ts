/** The report of a migration: what it changed, and what needs a person. The same on the command line and in the editor. */

import type { CatalogEntry, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { joinSome } from '../../rules/support/wording.js';
import { tableAsMarkdown } from '../../table.js';
import { findLineStarts, positionAt } from '../../text.js';
import { movedOffset } from '../applyEdits.js';
import type { FileMigration } from '../migrateAll.js';
import type { MigrationEntry, MigrationOutcome } from './types.js';

export interface Migration {
  readonly from: Standard;
  readonly to: Standard;
  /** Whether the files are as the migration makes them: places are then those after the change. */
  readonly isWritten: boolean;
  readonly files: readonly FileMigration[];
  readonly counts: Readonly<Record<MigrationOutcome, number>>;
}

export function countsOf(files: readonly FileMigration[]): Record<MigrationOutcome, number> {
  const counts: Record<MigrationOutcome, number> = { changed: 0, 'needs-person': 0, 'left-alone': 0 };
  for (const { entries } of files) for (const { outcome } of entries) counts[outcome]++;
  return counts;
}

const lineStartsOf = new WeakMap<FileMigration, { isWritten: boolean; lineStarts: Uint32Array }>();

/** Where an entry is, in zero-based lines and UTF-16 characters of the text as it was, or as it is when written. */
export function rangeIn({ span }: MigrationEntry, file: FileMigration, isWritten: boolean) {
  let known = lineStartsOf.get(file);
  if (known?.isWritten !== isWritten) {
    known = { isWritten, lineStarts: findLineStarts(isWritten ? file.newText : file.text) };
    lineStartsOf.set(file, known);
  }
  const { lineStarts } = known;
  const place = (offset: number) => positionAt(lineStarts, isWritten ? movedOffset(offset, file.edits) : offset);
  return { start: place(span.start), end: place(span.end) };
}

/**
 * The entries of a file as people read them: those that share the reason of the whole document (a record, a document that is no longer in
 * force) are one, at the first place, with all that stood there.
 */
export function shownEntries({ entries }: FileMigration): readonly MigrationEntry[] {
  const ofAll = entries.filter(({ isOfAll }) => isOfAll);
  const [first] = ofAll;
  if (!first) return entries;
  const texts = [...new Set(ofAll.map(({ text }) => text))];
  const one = { ...first, text: joinSome(texts, 6), before: [], after: [] };
  return entries.flatMap((entry) => (entry === first ? [one] : entry.isOfAll ? [] : [entry]));
}

/** `A.8.8 (Management of technical vulnerabilities), …` */
export function withTitles(entries: readonly CatalogEntry[]): string {
  return entries.map(({ id, title }) => `${id} (${title})`).join(', ');
}

/** Markdown with a table for what changed, one for what needs a person, and one for what was left alone. */
export function migrationReport(migration: Migration): string {
  const { from, to, files, isWritten } = migration;
  const sections: [MigrationOutcome, string][] = [
    ['changed', isWritten ? t('Changed') : t('To change')],
    ['needs-person', t('For a person')],
    ['left-alone', t('Left alone')],
  ];
  const parts = [`# ${t('From {0} to {1}', from.name, to.name)}\n`];
  for (const [outcome, title] of sections) {
    const rows = files.flatMap((file) =>
      shownEntries(file)
        .filter((entry) => entry.outcome === outcome)
        .map((entry) => {
          const { line } = rangeIn(entry, file, isWritten).start;
          const old = entry.before.length > 0 ? withTitles(entry.before) : entry.text;
          const now = entry.after.length > 0 ? withTitles(entry.after) : (entry.newText ?? '');
          return [entry.path, line + 1, old, now, entry.reason];
        }),
    );
    if (rows.length === 0) continue;
    const columns = [
      t('File'),
      t('Line'),
      t('Before'),
      outcome === 'changed' ? t('After') : t('Possible'),
      t('Remark'),
    ];
    parts.push(tableAsMarkdown({ title, columns, rows }).replace(/^# /, '## '));
  }
  if (parts.length === 1) parts.push(`${t('Nothing names {0}.', from.name)}\n`);
  return parts.join('\n');
}
