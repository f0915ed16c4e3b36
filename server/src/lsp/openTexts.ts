/**
 * The texts that the editor has open, kept up to date by its changes. A change that names no place (no numbers, negative ones,
 * half characters) would leave a text of nobody's, and so would all changes after it: the document keeps the last text that was
 * beyond doubt, until the editor sends the whole of it or opens it again.
 */
import {
  type Connection,
  type DidChangeTextDocumentParams,
  type Position,
  type Range,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The largest number that the protocol knows. */
const largestNumber = 2 ** 31 - 1;

/** `warn` is told of each document whose changes cannot be followed, once. */
export function openTexts(warn: (message: string) => void): TextDocuments<TextDocument> {
  /** Documents whose newest text we do not know. */
  const lost = new WeakSet<TextDocument>();
  const lose = (document: TextDocument) => {
    if (!lost.has(document))
      warn(
        `The editor sent a change of ${document.uri} without a valid place or text. Its changes are left out until the whole text comes, or it is opened again.`,
      );
    lost.add(document);
  };
  return new TextDocuments<TextDocument>({
    create: (uri, languageId, version, text) => {
      const document = TextDocument.create(uri, languageId, version, isText(text) ? text : '');
      if (!isText(text)) lose(document);
      return document;
    },
    update: (document, changes, version) => {
      for (const change of changes) {
        if (isWhole(change)) lost.delete(document);
        else if (!isPart(change)) lose(document);
        if (!lost.has(document)) TextDocument.update(document, [withinText(change, document)], version);
      }
      return document;
    },
  });
}

/** Listens for changes of any shape: what has none is a change without a place. */
export function listenForTexts(documents: TextDocuments<TextDocument>, connection: Connection): void {
  const sound = ({ textDocument, contentChanges }: DidChangeTextDocumentParams): DidChangeTextDocumentParams => ({
    textDocument: { ...textDocument, version: textDocument.version ?? documents.get(textDocument.uri)?.version ?? 0 },
    contentChanges: Array.isArray(contentChanges) ? contentChanges : [{} as TextDocumentContentChangeEvent],
  });
  const onDidChangeTextDocument: Connection['onDidChangeTextDocument'] = (take) =>
    connection.onDidChangeTextDocument((params) => take(sound(params)));
  documents.listen(Object.create(connection, { onDidChangeTextDocument: { value: onDidChangeTextDocument } }));
}

type Change = Partial<Record<'text' | 'range', unknown>> | null;

function isWhole(change: Change): boolean {
  return isText(change?.text) && change.range === undefined;
}

function isPart(change: Change): boolean {
  const range = change?.range as Partial<Range> | null | undefined;
  return isText(change?.text) && isPlace(range?.start) && isPlace(range?.end);
}

function isPlace(position: Partial<Position> | null | undefined): boolean {
  return isNumber(position?.line) && isNumber(position?.character);
}

function isNumber(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largestNumber;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The library loses count of the lines where a change begins or ends below the last one. */
function withinText(change: TextDocumentContentChangeEvent, document: TextDocument): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const within = (place: Position) =>
    place.line < document.lineCount ? place : document.positionAt(document.getText().length);
  return { text: change.text, range: { start: within(change.range.start), end: within(change.range.end) } };
}
