/** Marks overdue documents wherever VS Code shows files: in the explorer, in tabs, in lists. */
import {
  Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  l10n,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { DocumentMessage } from '../../../server/src/protocol.js';
import { reviewWords } from './documentNodes.js';
import type { DocumentsSource } from './documentsSource.js';

const setting = 'clausemark.fileDecorations';

export function decorateOverdue(source: DocumentsSource): Disposable {
  const emitter = new EventEmitter<Uri[]>();
  let overdue = new Map<string, DocumentMessage>();
  const update = async () => {
    const before = overdue;
    overdue = isWanted() ? await overdueDocuments(source) : new Map();
    const changed = [...new Set([...before.keys(), ...overdue.keys()])].filter(
      (uri) => before.get(uri)?.review !== overdue.get(uri)?.review,
    );
    if (changed.length > 0) emitter.fire(changed.map((uri) => Uri.parse(uri)));
  };
  const provider: FileDecorationProvider = {
    onDidChangeFileDecorations: emitter.event,
    provideFileDecoration: (uri) => {
      const document = overdue.get(uri.toString());
      return document && decorationOf(document);
    },
  };
  return Disposable.from(
    emitter,
    window.registerFileDecorationProvider(provider),
    source.onDidChange(() => void update()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && void update()),
  );
}

function isWanted(): boolean {
  return workspace.getConfiguration('clausemark').get('fileDecorations', true);
}

async function overdueDocuments(source: DocumentsSource): Promise<Map<string, DocumentMessage>> {
  const folders = await source.documents();
  const overdue = folders.flatMap(({ documents }) => documents.filter(({ state }) => state === 'overdue'));
  // Both spellings of a URI are the same file; VS Code asks with its own.
  return new Map(overdue.map((document) => [Uri.parse(document.uri).toString(), document]));
}

function decorationOf(document: DocumentMessage): FileDecoration {
  // A clock cannot be a badge in every font; “!” stands beside the colour, so that colour is not all that tells.
  const decoration = new FileDecoration(
    '!',
    l10n.t('Clausemark: {0}', reviewWords(document)),
    new ThemeColor('list.warningForeground'),
  );
  decoration.propagate = false;
  return decoration;
}
