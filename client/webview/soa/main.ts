/** Entry of the pane with the Statement of Applicability; the page around it comes from shared/shell.ts. */
import type { MessageFromPane, MessageToPane, PaneState } from '../messages.js';
import { startPage } from '../shared/page.js';
import { SoaView } from './view.js';

startPage<MessageToPane, MessageFromPane, PaneState>((root, host) => new SoaView(root, host));
