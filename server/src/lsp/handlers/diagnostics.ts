/** Findings for editors that ask for them: of one file at once, of the whole folder when everything is checked. */
import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { settingsFileName } from '../../workspace/paths.js';
import { settingsDiagnostics, toDiagnostic } from '../convert.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import type { Worker } from '../worker.js';

/** So many files are looked at before waiting messages have their turn. */
const filesBetweenPauses = 20;

export function registerDiagnosticRequests(session: Session, guard: Guard, worker: Worker): void {
  if (!session.client.pullsDiagnostics) return;
  const { diagnostics } = session.connection.languages;
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  diagnostics.on(guard.request('diagnostic', empty, (params) => ofDocument(session, params)));
  diagnostics.onWorkspace((params, token) =>
    guard.request('workspaceDiagnostic', { items: [] }, () => ofWorkspace(session, worker, params, token))(params),
  );
}

/** Of one file as it is now; a file that is none of ours has no findings. */
function ofDocument(
  session: Session,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
): DocumentDiagnosticReport {
  const items = diagnosticsOf(session, uri);
  // Checking has told the publisher, too.
  const resultId = session.publisher.resultIdOf(uri);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Of all files that have findings or had some when the editor asked before. */
async function ofWorkspace(
  session: Session,
  worker: Worker,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  await worker.whenSettled();
  const { publisher, documents, environment } = session;
  const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const uris = new Set([...publisher.uris(), ...before.keys()]);
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  let looked = 0;
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const version = documents.get(uri)?.version ?? null;
    if (publisher.resultIdOf(uri) === before.get(uri)) {
      items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: publisher.resultIdOf(uri) });
      continue;
    }
    const found = diagnosticsOf(session, uri);
    const resultId = publisher.resultIdOf(uri);
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: found });
    if (++looked % filesBetweenPauses === 0) await environment.pause();
  }
  return { items };
}

function diagnosticsOf(session: Session, uri: string) {
  const found = session.folderOf(uri);
  if (!found) return [];
  const { folder, path } = found;
  if (path === settingsFileName) return settingsDiagnostics(folder.settingsFile.text, folder.settingsFile.problems);
  const findings = folder.workspace?.findings(path) ?? [];
  const snapshot = folder.workspace?.snapshot();
  return snapshot ? findings.map((finding) => toDiagnostic(finding, snapshot, folder, session.client)) : [];
}
