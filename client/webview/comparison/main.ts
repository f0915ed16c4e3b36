/** Entry of the pane with a comparison; the page around it comes from shared/shell.ts. */
import { startPage } from '../shared/page.js';
import type { ComparisonState, MessageFromComparison, MessageToComparison } from './messages.js';
import { ComparisonView } from './view.js';

startPage<MessageToComparison, MessageFromComparison, ComparisonState>((root, host) => new ComparisonView(root, host));
