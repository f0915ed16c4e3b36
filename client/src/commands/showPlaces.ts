/** Shows places beside a line, as the editor shows references: what a click on a lens does. */
import { commands, Location, Position, Range, Uri } from 'vscode';
import type { PlaceMessage, RangeMessage } from '../../../server/src/protocol.js';

export interface LocationMessage {
  readonly uri: string;
  readonly range: RangeMessage;
}

export async function showPlaces(
  uri: string,
  position: PlaceMessage,
  places: readonly LocationMessage[],
): Promise<void> {
  const locations = places.map(({ uri: target, range: { start, end } }) => {
    return new Location(Uri.parse(target), new Range(start.line, start.character, end.line, end.character));
  });
  const at = new Position(position.line, position.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, locations);
}
