/** From a reference to its decision, to all other references of the control, and to files that are evidence. */
import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentLink,
  type DocumentLinkParams,
  type ImplementationParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definition as definitionAt } from '../../core/features/definition.js';
import { documentHighlight } from '../../core/features/documentHighlight.js';
import { documentLinks as linksOf } from '../../core/features/documentLinks.js';
import { implementationsOf } from '../../core/features/implementation.js';
import { referencesOf } from '../../core/features/references.js';
import { lineStartsOf, toLocations, toRange } from '../convert.js';
import { offsetIn, type Session } from '../session.js';

export function definition(session: Session, params: DefinitionParams): Location[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { snapshot, path, folder } = subject;
  const places = definitionAt(snapshot, path, offsetIn(subject, params.position));
  return toLocations(places, snapshot, folder);
}

/** From a control to the places of the documents that claim it. */
export function implementations(session: Session, params: ImplementationParams): Location[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { snapshot, path, folder } = subject;
  const places = implementationsOf(snapshot, path, offsetIn(subject, params.position));
  return toLocations(places, snapshot, folder);
}

export function references(session: Session, params: ReferenceParams): Location[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { snapshot, path, folder } = subject;
  const places = referencesOf(snapshot, path, offsetIn(subject, params.position), params.context.includeDeclaration);
  return toLocations(places, snapshot, folder);
}

export function highlights(session: Session, params: DocumentHighlightParams): DocumentHighlight[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  return documentHighlight(subject.snapshot, subject.path, offsetIn(subject, params.position)).map(({ span, kind }) => {
    const range = toRange(subject.lineStarts, span);
    return { range, kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read };
  });
}

export function documentLinks(session: Session, params: DocumentLinkParams): DocumentLink[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { snapshot, folder, lineStarts } = subject;
  return linksOf(snapshot, subject.path).map(({ span, path, target }) => {
    const uri = folder.uriOf(path);
    if (!target) return { range: toRange(lineStarts, span), target: uri };
    // Editors take what stands behind `#` for a line and a character, both counted from one.
    const { line, character } = toRange(lineStartsOf(path, snapshot), target).start;
    return { range: toRange(lineStarts, span), target: `${uri}#L${line + 1},${character + 1}` };
  });
}
