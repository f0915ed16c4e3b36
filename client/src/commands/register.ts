/** Which command does what. The names are those of package.json; a test compares them. */
import { commands, Disposable, type Uri } from 'vscode';
import type { PlaceMessage } from '../../../server/src/protocol.js';
import type { CoverageNode } from '../views/coverageNodes.js';
import { checkWorkspace } from './checkWorkspace.js';
import { compareSoa } from './compareSoa.js';
import type { CommandContext } from './context.js';
import { createDocument } from './createDocument.js';
import { createSoa } from './createSoa.js';
import { exportSoa } from './exportSoa.js';
import { importSoa } from './importSoa.js';
import { insertReference } from './insertReference.js';
import { moveToNextEdition } from './moveToNextEdition.js';
import { goToFinding } from './nextFinding.js';
import { GapWalk } from './nextGap.js';
import { nodeOnlyCommands } from './nodeOnly.js';
import { openSoa, showNextUndecided } from './openSoa.js';
import { qualifyReference } from './qualifyReference.js';
import { releaseSoa } from './releaseSoa.js';
import { revealSoaRow } from './revealSoaRow.js';
import { type LocationMessage, showPlaces } from './showPlaces.js';
import { provideReports } from './soaReports.js';
import { getStarted, openDocumentation, reportIssue } from './support.js';

// biome-ignore lint/suspicious/noExplicitAny: what menus and other callers hand over is not known to the compiler.
type Handler = (...args: any[]) => unknown;

export function registerCommands(parts: CommandContext): Disposable {
  const handlers = Object.entries(commandHandlers(parts));
  const registered = handlers.map(([name, handler]) => commands.registerCommand(name, handler));
  return Disposable.from(provideReports(), ...registered);
}

function commandHandlers(parts: CommandContext): Readonly<Record<string, Handler>> {
  const { server, panes, comparisons, coverage, output } = parts;
  const gaps = new GapWalk(server, panes);
  const inNode = nodeOnlyCommands(parts.hasNode);
  return {
    'clausemark.openSoa': (uri?: Uri) => openSoa(panes, uri),
    'clausemark.nextUndecided': () => showNextUndecided(panes),
    'clausemark.revealSoaRow': (node?: CoverageNode) => revealSoaRow(server, panes, node),
    'clausemark.createSoa': () => createSoa(server),
    'clausemark.importSoa': inNode((file?: Uri) => importSoa(server, parts.context.extensionUri, file)),
    'clausemark.compareSoa': inNode((uri?: Uri) => compareSoa(server, comparisons, uri)),
    'clausemark.releaseSoa': (uri?: Uri) => releaseSoa(server, uri),
    'clausemark.exportSoa': (uri?: Uri) => exportSoa(server, parts.hasNode, panes.activeUri() ?? uri),
    'clausemark.createDocument': (wanted?: unknown) => createDocument(server, wanted),
    'clausemark.checkWorkspace': () => checkWorkspace(server),
    'clausemark.showCoverage': () => commands.executeCommand('clausemark.coverage.focus'),
    'clausemark.showOnlyGaps': () => coverage.showGapsOnly(true),
    'clausemark.showAllControls': () => coverage.showGapsOnly(false),
    'clausemark.nextFinding': () => goToFinding(1),
    'clausemark.previousFinding': () => goToFinding(-1),
    'clausemark.nextGap': () => gaps.next(),
    'clausemark.insertReference': () => insertReference(server),
    'clausemark.qualifyReference': () => qualifyReference(server),
    'clausemark.moveToNextEdition': () => moveToNextEdition(server),
    'clausemark.showPlaces': (uri: string, position: PlaceMessage, places: LocationMessage[]) =>
      showPlaces(uri, position, places),
    'clausemark.restartServer': () => server.restart(),
    'clausemark.showOutput': () => output.show(),
    'clausemark.openDocumentation': () => openDocumentation(),
    'clausemark.getStarted': () => getStarted(parts),
    'clausemark.reportIssue': () => reportIssue(parts),
  };
}
