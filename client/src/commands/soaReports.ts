/** Read-only reports on the statement: documents of our own scheme, which no editor can change and nobody is asked to save. */
import { commands, type Disposable, l10n, Uri, ViewColumn, window, workspace } from 'vscode';

const scheme = 'clausemark-report';
/** Reports of this session; older ones go, and say so where their tab is still open. */
const keptReports = 20;

const reports = new Map<string, string>();
let number = 0;

/** Serves the reports. */
export function provideReports(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) =>
      reports.get(uri.path) ?? l10n.t('This report is no longer kept. Make it again.'),
  });
}

/**
 * Shows a report in Markdown as a page, or as text where the preview of VS Code is switched off.
 * @param isBeside in the column beside the text that it is about
 */
export async function showReport(title: string, markdown: string, isBeside = false): Promise<void> {
  number++;
  const name = title.replace(/[^\p{L}\p{N} .,→()-]/gu, '_').slice(0, 100);
  const uri = Uri.from({ scheme, path: `/${number}/${name}.md` });
  reports.set(uri.path, markdown);
  for (const path of reports.keys()) {
    if (reports.size <= keptReports) break;
    reports.delete(path);
  }
  try {
    await commands.executeCommand(isBeside ? 'markdown.showPreviewToSide' : 'markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(uri, {
      preview: false,
      viewColumn: isBeside ? ViewColumn.Beside : ViewColumn.Active,
    });
  }
}
