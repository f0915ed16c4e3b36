/** Opens what is clicked in a pane, beside it. */
import { commands, Range, type TextDocumentShowOptions, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { SoaTarget } from '../../../server/src/core/soa/paneTypes.js';
import {
  type RangeMessage,
  type SoaPlaceAnswer,
  type SoaPlaceParams,
  soaPlaceRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';

/**
 * @param uri of the soa.yaml, or of a folder without one
 * @returns false where the server does not know the place
 */
export async function openTarget(
  server: ServerConnection,
  panel: WebviewPanel,
  uri: string,
  target: SoaTarget,
): Promise<boolean> {
  const params: SoaPlaceParams = { uri, target };
  const place = await server.request<SoaPlaceAnswer>(soaPlaceRequest, params);
  if (!place) return false;
  await openRange(panel, place.uri, place.range);
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
