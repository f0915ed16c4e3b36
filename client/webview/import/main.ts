/** Entry of the pane with the preview of an import; the page around it comes from shared/shell.ts. */
import { startPage } from '../shared/page.js';
import type { MessageFromImport, MessageToImport } from './messages.js';
import { ImportView } from './view.js';

startPage<MessageToImport, MessageFromImport, null>((root, host) => new ImportView(root, host));
