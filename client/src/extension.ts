/** Everything that the extension consists of, put together. What each part does stands in its own file. */
import { type Disposable, type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands/register.js';
import { followActiveDocument } from './documents/activeDocument.js';
import { ComparisonPanes } from './panes/comparisonPanes.js';
import { SoaPanes } from './panes/soaPanes.js';
import { type MarkdownIt, PreviewPages } from './preview/previewPages.js';
import { type CreateClient, ServerConnection } from './server/serverConnection.js';
import { showStatus } from './status/statusItems.js';
import { CoverageView } from './views/coverageView.js';
import { DocumentsSource } from './views/documentsSource.js';
import { documentViews } from './views/documentsView.js';
import { decorateOverdue } from './views/overdueDecorations.js';
import { followSystems } from './views/welcome.js';

export interface Extension {
  /** Ends the server. */
  stop(): Promise<void>;
  /** What VS Code's Markdown preview asks of us. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/**
 * Registers everything and starts the server without waiting for it.
 * @param hasNode whether the server that `createClient` starts runs in Node
 */
export function startExtension(context: ExtensionContext, createClient: CreateClient, hasNode: boolean): Extension {
  const output = window.createOutputChannel('Clausemark', { log: true });
  const server = new ServerConnection(createClient, output);
  const panes = new SoaPanes(context.extensionUri, server);
  const comparisons = new ComparisonPanes(context.extensionUri, server, panes);
  const coverage = new CoverageView(server);
  const documents = new DocumentsSource(server);
  const previews = new PreviewPages(server);
  const parts: Disposable[] = [
    output,
    server,
    panes,
    comparisons,
    coverage,
    documents,
    previews,
    ...documentViews(documents),
    decorateOverdue(documents),
    showStatus(server),
    followActiveDocument(),
    followSystems(server),
    registerCommands({ context, output, server, panes, comparisons, coverage, hasNode }),
  ];
  context.subscriptions.push(...parts);
  void server.start();
  return { stop: () => server.stop(), extendMarkdownIt: (md) => previews.extend(md) };
}
