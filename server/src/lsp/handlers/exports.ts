/** The request of the command that exports the Statement of Applicability. Nothing is written here. */
import { inEnglish, t } from '../../core/l10n.js';
import type { Snapshot } from '../../core/snapshot.js';
import { buildClauseMatrix } from '../../core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../core/soa/model.js';
import { parseSoa } from '../../core/soa/parse.js';
import { recordProblems } from '../../core/soa/recordProblems.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import type { ManagementSystem } from '../../core/soa/types.js';
import { type ExportSoaAnswer, type ExportSoaParams, exportSoaRequest } from '../../protocol.js';
import type { Folder } from '../folder.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { systemFor } from '../soaModels.js';
import type { Cancellation } from '../statementTools.js';

export function registerExportRequests(session: Session, guard: Guard): void {
  session.connection.onRequest(
    exportSoaRequest,
    guard.request(exportSoaRequest, null, (params: ExportSoaParams, token) => exportSoa(session, params, token)),
  );
}

async function exportSoa(
  session: Session,
  params: ExportSoaParams,
  token: Cancellation | undefined,
): Promise<ExportSoaAnswer | null> {
  const found = params.uri === undefined ? null : session.folderOf(params.uri);
  const folder = found?.folder ?? session.folders[0];
  const snapshot = folder?.workspace?.snapshot();
  const tools = session.environment.exportTools;
  if (!folder || !snapshot || !tools) return null;
  const system = systemFor(found?.path ?? null, snapshot.systems);
  const { model, matrix } = recordOf(system, snapshot);
  if (model.standards.length === 0) return { problem: t('No standard is in scope, so there is nothing to export.') };
  // The configuration of a repository can name programs, so git is asked only where the user trusts the folder.
  const git = params.isTrusted && folder.uri !== null ? await tools.commit(folder.uri, token) : null;
  const input: SoaExport = {
    model,
    matrix,
    provenance: {
      commit: git?.commit ?? null,
      isModified: git?.isModified ?? false,
      generator: `Clausemark ${session.environment.version}`,
    },
    folder: folderOfFile(params.target, folder),
  };
  const rendered = await tools.render(params.format, input, snapshot.catalog, token);
  return 'problem' in rendered ? rendered : { content: rendered.base64 };
}

/** A file is a record, which has one language whoever exports it. What was said of the text is said again. */
function recordOf(system: ManagementSystem | null, snapshot: Snapshot): Pick<SoaExport, 'model' | 'matrix'> {
  return inEnglish(() => {
    const text = system && snapshot.textOf(system.path);
    const model = buildSoaModel(system, snapshot, 'all');
    const matrix = buildClauseMatrix(system, snapshot, 'all');
    if (!system || text === null) return { model, matrix };
    return {
      model: { ...model, problems: recordProblems(parseSoa(system.path, text, snapshot.catalog), snapshot) },
      matrix,
    };
  });
}

/** The folder of the file in the workspace folder, by which links are written; its root for a file elsewhere. */
function folderOfFile(target: string | undefined, folder: Folder): string {
  const path = target === undefined ? null : folder.pathOf(target);
  return path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
