/** `clausemark soa import`: an existing Statement of Applicability becomes a soa.yaml. Without --write nothing is changed. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Catalog, Standard } from '../../core/catalog/types.js';
import type { ScopedStandard } from '../../core/document.js';
import { managementStandards } from '../../core/soa/import/ids.js';
import { importStatement } from '../../core/soa/import/importStatement.js';
import { markdownSheets } from '../../core/soa/import/markdownSheets.js';
import { editionsMovedTo } from '../../core/soa/import/movedTo.js';
import { importOwnExport, readOwnExport } from '../../core/soa/import/ownExport.js';
import { type PreparedImport, prepareImport } from '../../core/soa/import/prepareImport.js';
import { importCounts, importReportMarkdown, importReportText } from '../../core/soa/import/report.js';
import type { ImportedStatement, ImportOptions } from '../../core/soa/import/types.js';
import { parseSoa } from '../../core/soa/parse.js';
import { safeJson, visible, visibleLine } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { loadedCatalog } from './loadedCatalog.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { selectFiles } from './root.js';

export interface SoaImportOptions extends OutputOptions {
  readonly standard?: string;
  readonly sheet?: string;
  readonly migrate?: boolean;
  readonly into?: string;
  readonly keep?: boolean;
  readonly write?: boolean;
  readonly format?: string;
  readonly config?: string;
}

const formats = ['stylish', 'markdown', 'json'] as const;

export async function soaImport(file: string, options: SoaImportOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const catalog = await loadedCatalog(options);
  if (options.keep && options.into === undefined)
    throw new UsageProblem('--keep is about the soa.yaml that is merged into: name it with --into.');
  const target = targetOf(options);
  const existing = target.into
    ? { path: target.name, text: readText(target.path), keepsExisting: options.keep ?? false }
    : null;
  const followed = existing ? parseSoa(existing.path, existing.text, catalog).standards : [];
  const statement = await readStatement(file, options, followed, catalog);
  if (statement.decisions.length === 0 && statement.own.length === 0) {
    process.stderr.write(visible(importReportText(prepareImport(statement, null, catalog), catalog)));
    throw new UsageProblem(`No decision on a control was found in ${visibleLine(file)}.`);
  }
  const prepared = prepareImport(statement, existing, catalog);
  if (options.write) write(prepared, target, existing?.text ?? null);
  const output = openOutput(options);
  if (format === 'json') await output.write(`${safeJson(toJson(prepared, options.write ?? false), 2)}\n`);
  else if (format === 'markdown') await output.write(visible(importReportMarkdown(prepared, catalog)));
  else if (options.write) await output.write(visible(importReportText(prepared, catalog)));
  else {
    // The result alone goes to stdout, so that it can be kept: `> soa.yaml`.
    process.stderr.write(visible(importReportText(prepared, catalog)));
    await output.write(visible(prepared.text));
  }
  await output.close();
  if (options.write)
    process.stderr.write(`Wrote ${visibleLine(target.name)}. Look through it before you rely on it.\n`);
  return exitCodes.clean;
}

/** @param followed the standards of the soa.yaml to merge into */
async function readStatement(
  file: string,
  options: SoaImportOptions,
  followed: readonly ScopedStandard[],
  catalog: Catalog,
): Promise<ImportedStatement> {
  const bytes = readBytes(file);
  // Loaded here and not at the top: nobody else needs it, and it is large.
  const { readSheetFile, textOf, UnreadableFile } = await import('../lazy/sheetFiles.js');
  const own = readOwnExport(parseJson(/\.json$/i.test(file) ? textOf(bytes) : null));
  if (own && (options.standard !== undefined || options.sheet !== undefined || options.migrate)) {
    throw new UsageProblem(
      `${visibleLine(file)} is an export of Clausemark, which says its standards itself: --standard, --sheet and --migrate are for tables. To move on to the next edition, import it and run “clausemark migrate”.`,
    );
  }
  if (own) return importOwnExport(basename(file), own, catalog);
  try {
    const sheets = await readSheetFile(basename(file), bytes, markdownSheets);
    const read: ImportOptions = {
      standards: standardsNamed(options.standard, catalog),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      migrates: options.migrate ?? false,
    };
    if (
      options.sheet !== undefined &&
      !sheets.sheets.some(({ name }) => name === options.sheet) &&
      !/^\d+$/.test(options.sheet)
    ) {
      const names = sheets.sheets.map(({ name }) => name || '(no name)').join(', ');
      throw new UsageProblem(`There is no sheet “${options.sheet}”. There are: ${names}.`);
    }
    const statement = importStatement(sheets, catalog, read);
    if (!read.migrates || read.standards.length > 0) return statement;
    const told = statement.standards.map(({ standard }) => standard);
    const standards = editionsMovedTo(told, followed, catalog);
    return standards ? importStatement(sheets, catalog, { ...read, standards }) : statement;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageProblem(`${file}: ${error.message}`);
    throw error;
  }
}

function readBytes(file: string): Uint8Array {
  const stats = statSync(resolve(file), { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new UsageProblem(`There is no file “${file}”.`);
  try {
    return readFileSync(resolve(file));
  } catch (error) {
    throw new UsageProblem(`“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readText(path: string): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(path));
  if (text.includes('\uFFFD')) throw new UsageProblem(`“${path}” is not saved as UTF-8.`);
  return text;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function standardsNamed(list: string | undefined, catalog: Catalog): Standard[] {
  const names = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const [standard = '', edition] = name.split(':');
    const found = catalog.edition(standard, edition);
    if (found && managementStandards(catalog).includes(found)) return found;
    const known = managementStandards(catalog).map((one) => `${one.standard}:${one.edition}`);
    throw new UsageProblem(
      `“${name}” is no standard with a statement of applicability. There are ${known.join(', ')}.`,
    );
  });
}

interface Target {
  readonly path: string;
  /** Relative to where the user is. */
  readonly name: string;
  readonly into: boolean;
}

function targetOf({ into, write }: SoaImportOptions): Target {
  const { root } = selectFiles([], process.cwd());
  const path = into === undefined ? join(root, 'soa.yaml') : resolve(into);
  const name = relative(process.cwd(), path).split(sep).join('/') || path;
  if (into === undefined && write && existsSync(path)) {
    throw new UsageProblem(`There is a ${name} already. Merge into it with --into ${name}, or move it away.`);
  }
  return { path, name, into: into !== undefined };
}

/** A new file is never written over another; an existing one only while it is as it was read. */
function write({ text }: PreparedImport, target: Target, before: string | null): void {
  try {
    if (before === null) writeFileSync(target.path, text, { flag: 'wx' });
    else if (readText(target.path) !== before) {
      throw new UsageProblem(`${target.name} was changed by somebody else meanwhile. Nothing was written.`);
    } else writeFileSync(target.path, text);
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    throw new UsageProblem(
      `${target.name} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What `--format json` prints: docs/schema/import.schema.json. */
function toJson({ statement, text, merge }: PreparedImport, isWritten: boolean) {
  return {
    file: statement.file,
    isWritten,
    counts: importCounts(statement),
    standards: statement.standards.map(({ standard, roles }) => ({
      standard: standard.standard,
      edition: standard.edition,
      roles,
    })),
    header: statement.header,
    tables: statement.tables,
    remarks: statement.remarks,
    decisions: statement.decisions.map(({ control, standard, fields, place }) => {
      return { control: `${standard.standard}:${control.id}`, edition: standard.edition, ...fields, place };
    }),
    own: statement.own,
    changes: merge?.changes.map(({ control, field, before, after }) => ({ control, field, before, after })) ?? null,
    text,
  };
}
