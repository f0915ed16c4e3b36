/** Names the standard of the reference at the cursor, which so far leaves it to its surroundings. */
import { l10n, Range, type TextEditor, window } from 'vscode';
import { type DocumentPlaceParams, type QualificationMessage, qualifyRequest } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';

export async function qualifyReference(server: ServerConnection): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const { version, uri } = editor.document;
  const params: DocumentPlaceParams = { uri: uri.toString(), position: { line, character } };
  const ways = (await server.request<QualificationMessage[]>(qualifyRequest, params)) ?? [];
  if (ways.length === 0) {
    window.setStatusBarMessage(l10n.t('There is no reference at the cursor that lacks its standard.'), 4000);
    return;
  }
  const way = ways.length === 1 ? ways[0] : await choose(ways);
  // An edit meant for another version of the text would land in the wrong place.
  if (way && editor.document.version === version) await apply(editor, way);
}

async function choose(ways: readonly QualificationMessage[]): Promise<QualificationMessage | undefined> {
  const items = ways.map((way) => ({ label: way.title, way }));
  return (await window.showQuickPick(items, { title: l10n.t('Which control is meant?') }))?.way;
}

async function apply(editor: TextEditor, { edits }: QualificationMessage): Promise<void> {
  await editor.edit((builder) => {
    for (const { range, newText } of edits) {
      builder.replace(new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
    }
  });
}
