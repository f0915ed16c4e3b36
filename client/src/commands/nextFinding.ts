/** Goes from finding to finding through all files. */
import { type Diagnostic, l10n, languages, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import { clientId } from '../server/clientOptions.js';
import { nextStop, type Stop } from './findingOrder.js';

interface FindingStop extends Stop {
  readonly range: Range;
}

/** Opens the next (1) or the one before (-1) and puts the cursor there. */
export async function goToFinding(step: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  const here = editor && stopOf(editor.document.uri, new Range(editor.selection.start, editor.selection.start));
  const found = nextStop(allFindings(), here ?? null, step);
  if (!found) {
    window.setStatusBarMessage(l10n.t('Clausemark has nothing to report.'), 4000);
    return;
  }
  const shown = await window.showTextDocument(Uri.parse(found.uri), { preview: true });
  shown.selection = new Selection(found.range.start, found.range.start);
  shown.revealRange(found.range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Hints are left out: they are shown at their place only, and nobody wants to be led to them. */
function allFindings(): FindingStop[] {
  return languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    return diagnostics.filter(isOurs).map(({ range }) => stopOf(uri, range));
  });
}

function isOurs({ source, severity }: Diagnostic): boolean {
  return source === clientId && severity < 3;
}

function stopOf(uri: Uri, range: Range): FindingStop {
  return { uri: uri.toString(), line: range.start.line, character: range.start.character, range };
}
