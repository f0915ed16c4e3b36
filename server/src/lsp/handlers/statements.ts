/** Requests of the commands that import, compare and release the Statement of Applicability. Nothing is written here. */

import { t } from '../../core/l10n.js';
import type { Snapshot } from '../../core/snapshot.js';
import { compareStatements } from '../../core/soa/compare/compareStatements.js';
import { renderDiff } from '../../core/soa/compare/renderDiff.js';
import type { StatementSide } from '../../core/soa/compare/types.js';
import { comparisonOf } from '../../core/soa/compare/wording.js';
import { coveredFolders } from '../../core/soa/coveredFolders.js';
import { buildSoaModel } from '../../core/soa/model.js';
import { planRelease } from '../../core/soa/release/planRelease.js';
import type { ManagementSystem } from '../../core/soa/types.js';
import { nextVersion } from '../../core/soa/versions.js';
import {
  type CompareSoaAnswer,
  type CompareSoaParams,
  compareSoaRequest,
  type HistoryParams,
  type ImportSoaParams,
  importSoaRequest,
  type ReleaseDefaults,
  type ReleaseSoaAnswer,
  type ReleaseSoaParams,
  releaseDefaultsRequest,
  releaseSoaRequest,
  type SoaVersionsAnswer,
  soaVersionsRequest,
} from '../../protocol.js';
import { toRange, toTextEdits } from '../convert.js';
import type { Folder } from '../folder.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { systemFor } from '../soaModels.js';
import type { Cancellation, HistorySubject, StatementTools } from '../statementTools.js';
import { importSoa } from './statementImport.js';

export function registerStatementRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onRequest(
    importSoaRequest,
    guard.request(importSoaRequest, null, (params: ImportSoaParams) => importSoa(session, params)),
  );
  connection.onRequest(
    soaVersionsRequest,
    guard.request(soaVersionsRequest, null, (params: HistoryParams, token) => versions(session, params, token)),
  );
  connection.onRequest(
    compareSoaRequest,
    guard.request(compareSoaRequest, null, (params: CompareSoaParams, token) => compare(session, params, token)),
  );
  connection.onRequest(
    releaseDefaultsRequest,
    guard.request(releaseDefaultsRequest, null, (params: { uri: string }) => releaseDefaults(session, params.uri)),
  );
  connection.onRequest(
    releaseSoaRequest,
    guard.request(releaseSoaRequest, null, (params: ReleaseSoaParams) => release(session, params)),
  );
}

interface Subject {
  readonly folder: Folder;
  readonly snapshot: Snapshot;
  readonly system: ManagementSystem;
}

/** The management system that a document or folder belongs to. */
function subjectOf(session: Session, uri: string): Subject | null {
  const found = session.folderOf(uri);
  const folder = found?.folder ?? session.folders.find((one) => one.uri === uri);
  const snapshot = folder?.workspace?.snapshot();
  if (!folder || !snapshot) return null;
  const system = systemFor(found?.path ?? null, snapshot.systems);
  return system ? { folder, snapshot, system } : null;
}

// ---- comparison ----

/** By which git is ended when nobody waits for the answer any more. */
type Token = Cancellation | undefined;

const untrusted = () =>
  t('This folder is open in Restricted Mode, and git can be made to run programs by a folder: trust it first.');

async function versions(session: Session, params: HistoryParams, token: Token): Promise<SoaVersionsAnswer> {
  const asked = historyOf(session, params);
  const failed = (problem: string) => ({ problem, versions: [], tags: [], commits: [] });
  if (typeof asked === 'string') return failed(asked);
  const answer = await asked.tools.versions(asked.history, token);
  return 'problem' in answer ? failed(answer.problem) : { problem: null, ...answer };
}

async function compare(session: Session, params: CompareSoaParams, token: Token): Promise<CompareSoaAnswer> {
  const failed = (problem: string) => ({ problem, comparison: null, report: '', title: '' });
  const asked = historyOf(session, params);
  if (typeof asked === 'string') return failed(asked);
  const { tools, history, subject } = asked;
  const before = await tools.statement(history, params.before, token);
  if ('problem' in before) return failed(before.problem);
  const after =
    params.after === null ? { side: sideNow(subject) } : await tools.statement(history, params.after, token);
  if ('problem' in after) return failed(after.problem);
  const diff = compareStatements(before.side, after.side, subject.snapshot.catalog);
  const title = `${params.before} → ${params.after ?? t('now')}`;
  return { problem: null, comparison: comparisonOf(diff), report: renderDiff(diff, 'markdown'), title };
}

function sideNow({ snapshot, system }: Subject): StatementSide {
  return {
    label: t('the texts as they are now'),
    model: buildSoaModel(system, snapshot, 'all'),
    commit: null,
    date: null,
  };
}

interface AskedHistory {
  readonly tools: StatementTools;
  readonly history: HistorySubject;
  readonly subject: Subject;
}

/** What is needed to ask git, or why it is not asked. */
function historyOf(session: Session, { uri, isTrusted }: HistoryParams): AskedHistory | string {
  const tools = session.environment.statementTools;
  if (!tools) return t('The history of files cannot be read in a browser.');
  if (isTrusted !== true) return untrusted();
  const subject = subjectOf(session, uri);
  if (!subject) return t('There is no soa.yaml here yet.');
  const { folder, snapshot, system } = subject;
  return {
    tools,
    subject,
    history: { folderUri: folder.uri ?? '', path: system.path, folders: coveredFolders(system), snapshot },
  };
}

// ---- release ----

function releaseDefaults(session: Session, uri: string): ReleaseDefaults | null {
  const subject = subjectOf(session, uri);
  if (!subject) return null;
  const { folder, snapshot, system } = subject;
  const stated = system.version?.value ?? '';
  const lastReleased = system.released?.version?.value ?? null;
  const version = stated === '' ? '1.0' : stated === lastReleased ? (nextVersion(stated) ?? stated) : stated;
  return {
    uri: folder.uriOf(system.path),
    lastReleased,
    version,
    approvedBy: system.approvedBy?.value ?? '',
    today: snapshot.today,
  };
}

function release(session: Session, params: ReleaseSoaParams): ReleaseSoaAnswer | null {
  const subject = subjectOf(session, params.uri);
  const text = subject?.snapshot.textOf(subject.system.path) ?? null;
  if (!subject || text === null) return null;
  const planned = planRelease(text, subject.system, subject.snapshot, params);
  const { length } = text;
  if (planned.isRefused) {
    const { lineStarts } = subject.system;
    const reasons = planned.reasons.map(({ text: reason, offset }) => {
      return { text: reason, range: offset === null ? null : toRange(lineStarts, { start: offset, end: offset }) };
    });
    return { reasons, edits: [], length, warnings: 0 };
  }
  const warnings = planned.findings.filter(({ severity }) => severity === 'warning').length;
  return { reasons: [], edits: toTextEdits(planned.edits, text), length, warnings };
}
