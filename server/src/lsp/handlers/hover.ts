/** What is said of the control, clause or field under the mouse. */
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover as hoverAt } from '../../core/features/hover.js';
import { toRange } from '../convert.js';
import { linkMaker } from '../links.js';
import { offsetIn, type Session } from '../session.js';

export function hover(session: Session, params: HoverParams): Hover | null {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return null;
  const { snapshot, path, folder, lineStarts } = subject;
  const found = hoverAt(snapshot, path, offsetIn(subject, params.position), linkMaker(snapshot, folder));
  if (!found) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(lineStarts, found.span) };
}
