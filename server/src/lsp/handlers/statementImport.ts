/** The request that reads an existing Statement of Applicability from a file. Nothing is written. */
import type { Catalog } from '../../core/catalog/types.js';
import { t } from '../../core/l10n.js';
import type { Snapshot } from '../../core/snapshot.js';
import { managementStandards } from '../../core/soa/import/ids.js';
import { importStatement } from '../../core/soa/import/importStatement.js';
import { importOwnExport, readOwnExport } from '../../core/soa/import/ownExport.js';
import { prepareImport } from '../../core/soa/import/prepareImport.js';
import { importPreview } from '../../core/soa/import/preview.js';
import { importCounts, importReportMarkdown } from '../../core/soa/import/report.js';
import type { SheetFile } from '../../core/soa/import/sheet.js';
import type { ImportedStatement, ImportOptions } from '../../core/soa/import/types.js';
import type { ImportSoaAnswer, ImportSoaParams } from '../../protocol.js';
import { toTextEdits } from '../convert.js';
import type { Session } from '../session.js';
import type { StatementTools } from '../statementTools.js';

/** What a file with a statement comes to, with a preview; null where this server cannot read spreadsheets. */
export async function importSoa(session: Session, params: ImportSoaParams): Promise<ImportSoaAnswer | null> {
  const folder = session.folders.find(({ uri }) => uri === params.folder);
  const snapshot = folder?.workspace?.snapshot();
  const tools = session.environment.statementTools;
  if (!folder || !snapshot || !tools) return null;
  const into =
    params.into === undefined ? null : snapshot.systems.find(({ path }) => folder.uriOf(path) === params.into);
  const uri = into ? params.into! : folder.uriOf('soa.yaml');
  const nothing = { preview: null, report: '', uri, text: '', edits: [], length: 0, controls: 0, lost: 0 };
  if (params.into !== undefined && !into) return { ...nothing, problem: t('The soa.yaml to merge into is gone.') };
  const read = await readStatement(params, tools, snapshot);
  if (typeof read === 'string') return { ...nothing, problem: read };
  const existing = into ? snapshot.textOf(into.path) : null;
  if (into && existing === null) return { ...nothing, problem: t('The soa.yaml cannot be read.') };
  const target =
    into && existing !== null
      ? { path: into.path, text: existing, keepsExisting: params.keepsExisting ?? false }
      : null;
  const prepared = prepareImport(read.statement, target, snapshot.catalog);
  const { controls, own, lost } = importCounts(prepared.statement);
  const report = importReportMarkdown(prepared, snapshot.catalog);
  const problem = controls + own === 0 ? t('No decision on a control was found in {0}.', params.fileName) : null;
  const edits = toTextEdits(prepared.edits, existing ?? '');
  return {
    problem,
    preview: importPreview(prepared, read.file, snapshot.catalog),
    report,
    uri,
    text: prepared.text,
    edits,
    length: existing?.length ?? 0,
    controls: controls + own,
    lost,
  };
}

interface ReadStatement {
  readonly statement: ImportedStatement;
  /** Null for an export of ours, which has no sheets. */
  readonly file: SheetFile | null;
}

/** The statement, or why there is none. */
async function readStatement(
  params: ImportSoaParams,
  tools: StatementTools,
  { catalog }: Snapshot,
): Promise<ReadStatement | string> {
  const { fileName } = params;
  const file = await tools.readFile(fileName, bytesOf(params.content));
  if ('problem' in file) return file.problem;
  if ('sheets' in file)
    return { statement: importStatement(file.sheets, catalog, optionsOf(params, catalog)), file: file.sheets };
  const own = readOwnExport(file.json);
  return own
    ? { statement: importOwnExport(fileName, own, catalog), file: null }
    : t('This JSON file is no export of a Statement of Applicability by Clausemark.');
}

/** Standards that the catalog does not have are left out. */
function optionsOf({ sheet, standards = [], migrates }: ImportSoaParams, catalog: Catalog): ImportOptions {
  const known = managementStandards(catalog).filter(({ standard, edition }) =>
    standards.includes(`${standard}:${edition}`),
  );
  return { standards: known, ...(sheet === undefined ? {} : { sheet }), migrates: migrates ?? false };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 → bytes, without Node: a server in a browser reads it, too. What is no digit is left out. */
function bytesOf(content: string): Uint8Array {
  const values = new Uint8Array(256).fill(255);
  for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
  const bytes = new Uint8Array(Math.floor((content.length * 3) / 4));
  let [length, bits, buffer] = [0, 0, 0];
  for (let i = 0; i < content.length; i++) {
    const value = values[content.charCodeAt(i) & 255]!;
    if (value === 255) continue;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (buffer >> bits) & 255;
  }
  return bytes.subarray(0, length);
}
