/** Spreadsheets and git for the language server. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { spokenLanguage, spokenTranslations, t } from '../core/l10n.js';
import { markdownSheets } from '../core/soa/import/markdownSheets.js';
import type { Cancellation, HistorySubject, StatementTools, ToolProblem } from '../lsp/statementTools.js';
import { ignoreFileName } from '../workspace/paths.js';
import { GitProblem } from './git.js';
import { tagsOf, touchingCommits } from './gitRevisions.js';
import { namedStatement, type StatementContext, versionsOf } from './gitStatements.js';
import { whileWanted } from './programs.js';

export function createStatementTools(): StatementTools {
  return {
    readFile: async (name, bytes) => {
      // Loaded when somebody imports a file: the libraries in it are large.
      const { readSheetFile, speak, textOf, UnreadableFile } = await import('./lazy/sheetFiles.js');
      // A bundle of its own has words of its own.
      speak(spokenLanguage(), spokenTranslations());
      try {
        if (!/\.json$/i.test(name)) return { sheets: await readSheetFile(name, bytes, markdownSheets) };
        return { json: JSON.parse((textOf(bytes) ?? '').replace(/^\uFEFF/, '')) };
      } catch (error) {
        if (error instanceof UnreadableFile) return { problem: error.message };
        return { problem: t('The file cannot be read. Is it damaged?') };
      }
    },
    versions: (subject, token) =>
      withGit(subject, token, async (context) => {
        const touched = await touchingCommits(context.root, subject.path, subject.folders);
        return { versions: await versionsOf(context), tags: await tagsOf(context.root), commits: touched };
      }),
    statement: (subject, name, token) =>
      withGit(subject, token, async (context) => {
        return { side: await namedStatement(context, name) };
      }),
  };
}

async function withGit<T>(
  { folderUri, path, snapshot }: HistorySubject,
  token: Cancellation | undefined,
  ask: (context: StatementContext) => Promise<T>,
): Promise<T | ToolProblem> {
  const folder = URI.parse(folderUri);
  if (folder.scheme !== 'file') return { problem: t('Only folders on a disk have a history that can be read.') };
  const { catalog, settings, today } = snapshot;
  const root = folder.fsPath;
  try {
    return await whileWanted(token, () =>
      ask({ root, catalog, settings, today, path, ignoreText: ignoreTextOf(root) }),
    );
  } catch (error) {
    if (error instanceof GitProblem) return { problem: error.message };
    throw error;
  }
}

function ignoreTextOf(root: string): string {
  try {
    return readFileSync(join(root, ignoreFileName), 'utf8');
  } catch {
    return '';
  }
}
