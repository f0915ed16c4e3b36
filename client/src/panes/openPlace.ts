/** Opens what is clicked in a pane, beside it. */
import { commands, Range, type TextDocumentShowOptions, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type PlaceAnswer, type PlaceParams, placeRequest, type RangeMessage } from '../../../server/src/protocol.js';
import type { OffsetSpan } from '../../webview/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';

/**
 * @param folder URI of the workspace folder
 * @param span UTF-16 offsets; an empty one at the beginning opens the file where it was left
 * @returns false where the server does not know the place
 */
export async function openPlace(
  server: ServerConnection,
  panel: WebviewPanel,
  folder: string,
  path: string,
  span: OffsetSpan,
): Promise<boolean> {
  const params: PlaceParams = { folder, path, span };
  const place = await server.request<PlaceAnswer>(placeRequest, params);
  if (!place) return false;
  await openRange(panel, place.uri, span.end > 0 ? place.range : null);
  return true;
}

/** @param range what is selected in it; null for nothing */
export async function openRange(panel: WebviewPanel, uri: string, range: RangeMessage | null): Promise<void> {
  const options: TextDocumentShowOptions = { viewColumn: columnBeside(panel), preserveFocus: false };
  if (range) {
    const { start, end } = range;
    options.selection = new Range(start.line, start.character, end.line, end.character);
  }
  await commands.executeCommand('vscode.open', Uri.parse(uri), options);
}

/** In another column than the pane's own, one that has an editor already where there is one. */
function columnBeside({ viewColumn: own }: WebviewPanel): ViewColumn {
  const others = window.tabGroups.all.map((group) => group.viewColumn).filter((column) => column !== own);
  return others[0] ?? ViewColumn.Beside;
}
