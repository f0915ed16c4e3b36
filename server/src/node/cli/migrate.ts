/** `clausemark migrate`: from one edition of a standard to the next. Without --write nothing is changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { Catalog, CatalogEntry, Standard } from '../../core/catalog/types.js';
import type { MigrationEntry, MigrationOutcome } from '../../core/edits/migrate.js';
import { type FileMigration, migrateAll, migrationProblem } from '../../core/edits/migrateAll.js';
import {
  countsOf,
  type Migration,
  migrationReport,
  rangeIn,
  shownEntries,
  withTitles,
} from '../../core/edits/migration/report.js';
import { safeJson, visibleLine } from '../../core/visible.js';
import { settingsFileName } from '../../workspace/paths.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import type { RangeJson } from './places.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectOptions, warn } from './project.js';

export interface MigrateOptions extends ProjectOptions, OutputOptions {
  readonly from: string;
  readonly to: string;
  readonly write?: boolean;
  readonly format?: string;
}

/** One line of the report as `--format json` prints it: docs/schema/migration.schema.json. */
export interface MigrationEntryJson {
  readonly file: string;
  /** Where it is: after the change with --write, else before it. */
  readonly range: RangeJson;
  readonly outcome: MigrationOutcome;
  readonly text: string;
  readonly newText: string | null;
  readonly before: readonly EntryNameJson[];
  readonly after: readonly EntryNameJson[];
  readonly reason: string;
}

interface EntryNameJson {
  readonly id: string;
  readonly title: string;
}

const formats = ['stylish', 'json', 'markdown'] as const;

export async function migrate(paths: readonly string[], options: MigrateOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const project = await openProject(paths, options);
  const { snapshot, documents, systems } = project;
  const [from, to] = [
    editionNamed(options.from, '--from', snapshot.catalog),
    editionNamed(options.to, '--to', snapshot.catalog),
  ];
  const problem = migrationProblem(from, to, snapshot);
  if (problem) throw new UsageProblem(problem);
  const files = migrateAll(snapshot, from, to, { documents, systems });
  const namesOld = snapshot.settings.standards.includes(`${from.standard}:${from.edition}`);
  if (namesOld)
    warn(
      `The settings (${settingsFileName} or --standards) still say ${from.standard}:${from.edition}: change them, too.`,
    );
  if (options.write) writeFiles(files, project);
  const result: Migration = { from, to, isWritten: options.write ?? false, files, counts: countsOf(files) };
  const output = openOutput(options);
  await output.write(printers[format](result, output.hasColour));
  await output.close();
  return result.counts['needs-person'] > 0 || namesOld ? exitCodes.findings : exitCodes.clean;
}

function editionNamed(written: string, option: string, catalog: Catalog): Standard {
  const [standard = '', edition] = written.trim().split(':');
  const found = edition ? catalog.edition(standard, edition) : undefined;
  if (found) return found;
  const known = catalog.standards
    .filter((one) => one.type === 'management-system')
    .map((one) => `${one.standard}:${one.edition}`);
  throw new UsageProblem(
    `${option} takes a standard with its edition, not “${written}”. There are ${known.join(', ')}.`,
  );
}

/** All or nothing: first every file is looked at again, then they are written. */
function writeFiles(files: readonly FileMigration[], { root }: Project): void {
  const changed = files.filter(({ text, newText }) => text !== newText);
  for (const { path, text } of changed) {
    if (readNow(join(root, path)) !== text) {
      throw new UsageProblem(
        `${path} was changed by somebody else meanwhile. Nothing was written: run the command again.`,
      );
    }
  }
  writeAll(changed, (path, newText) => writeFileSync(join(root, path), newText));
}

/**
 * Writes one file after the other.
 * @throws UsageProblem for the first that cannot be written, with the names of those that were
 */
export function writeAll(
  files: readonly Pick<FileMigration, 'path' | 'newText'>[],
  write: (path: string, newText: string) => void,
): void {
  for (const [index, { path, newText }] of files.entries()) {
    try {
      write(path, newText);
    } catch (error) {
      const before = files.slice(0, index).map((one) => one.path);
      const written = before.length === 0 ? 'Nothing was written' : `Written before it: ${before.join(', ')}`;
      throw new UsageProblem(
        `${path} could not be written: ${error instanceof Error ? error.message : String(error)}. ${written}.`,
      );
    }
  }
}

function readNow(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const printers: Record<(typeof formats)[number], (result: Migration, hasColour: boolean) => string> = {
  stylish,
  json: (result) => safeJson(toJson(result), 2) + '\n',
  markdown: (result) => migrationReport(result),
};

function toJson({ from, to, isWritten, files, counts }: Migration) {
  return {
    from: `${from.standard}:${from.edition}`,
    to: `${to.standard}:${to.edition}`,
    isWritten,
    entries: files.flatMap((file) => file.entries.map((entry) => entryJson(entry, file, isWritten))),
    summary: {
      files: files.filter(({ edits }) => edits.length > 0).length,
      changed: counts.changed,
      needsPerson: counts['needs-person'],
      leftAlone: counts['left-alone'],
    },
  };
}

function entryJson(entry: MigrationEntry, file: FileMigration, isWritten: boolean): MigrationEntryJson {
  return {
    file: entry.path,
    range: rangeIn(entry, file, isWritten),
    outcome: entry.outcome,
    text: entry.text,
    newText: entry.newText ?? null,
    before: entry.before.map(nameOf),
    after: entry.after.map(nameOf),
    reason: entry.reason,
  };
}

function nameOf({ id, title }: CatalogEntry): EntryNameJson {
  return { id, title };
}

function stylish(result: Migration, hasColour: boolean): string {
  const { files, isWritten, counts } = result;
  const colours = picocolors.createColors(hasColour);
  const words = {
    changed: colours.green('changed'),
    'needs-person': colours.yellow('person '),
    'left-alone': 'stays  ',
  };
  const parts: string[] = [];
  for (const file of files) {
    const shown = shownEntries(file).filter(({ outcome, isOfAll }) => outcome !== 'left-alone' || isOfAll);
    if (shown.length === 0) continue;
    parts.push(`${colours.underline(visibleLine(file.path))}\n`);
    for (const entry of shown) {
      const { line, character } = rangeIn(entry, file, isWritten).start;
      parts.push(
        `  ${`${line + 1}:${character + 1}`.padEnd(8)}${words[entry.outcome]}  ${visibleLine(describe(entry))}\n`,
      );
    }
    parts.push('\n');
  }
  const left = counts['left-alone'] > 0 ? `, ${counts['left-alone']} left alone (--format markdown lists them)` : '';
  const total = `${counts.changed} ${isWritten ? 'changed' : 'to change'}, ${counts['needs-person']} for a person${left}.`;
  const hint = !isWritten && counts.changed > 0 ? ' Nothing was written: add --write.' : '';
  return `${parts.join('')}${total}${hint}\n`;
}

/** `A.12.6.1 (Management of …) → A.8.8 (Management of …)`, or the place with the reason. */
function describe({ outcome, text, newText, before, after, reason }: MigrationEntry): string {
  const old = before.length > 0 ? withTitles(before) : text;
  if (outcome !== 'changed') return `${old}: ${reason}`;
  if (newText === '') return `${old}: ${reason}`;
  return `${old} → ${after.length > 0 ? withTitles(after) : newText}`;
}
