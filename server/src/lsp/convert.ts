/** The core's types → the protocol's. The only file that knows both. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type TextEdit as ProtocolEdit,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { NewFile, Refactoring } from '../core/features/refactorTypes.js';
import type { Finding, Fix, TextEdit } from '../core/rules/types.js';
import type { Severity } from '../core/settings.js';
import type { Snapshot } from '../core/snapshot.js';
import { findLineStarts, positionAt, type Span } from '../core/text.js';
import { rulePage } from '../workspace/links.js';
import type { SettingsProblem } from '../workspace/settings.js';

/** How a path of the workspace is called in the editor. */
export interface Naming {
  uriOf(path: string): string;
  /** The version of an open document, null for others. */
  versionOf(path: string): number | null;
}

/** What the client can take. */
export interface ClientAbilities {
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** Offsets → lines and characters. */
export function toRange(lineStarts: Uint32Array, span: Span): Range {
  return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}

/** Edits of a text, as the messages of our own client have them. */
export function toTextEdits(
  edits: readonly Pick<TextEdit, 'span' | 'newText'>[],
  text: string,
): { range: Range; newText: string }[] {
  const lineStarts = findLineStarts(text);
  return edits.map(({ span, newText }) => ({ range: toRange(lineStarts, span), newText }));
}

/** Where the lines of a file of the workspace begin; that of an empty file where it is not known. */
export function lineStartsOf(path: string, snapshot: Snapshot): Uint32Array {
  const lineStarts = snapshot.lineStartsOf ? snapshot.lineStartsOf(path) : snapshot.documents.get(path)?.lineStarts;
  if (lineStarts) return lineStarts;
  const system = snapshot.systems.find((candidate) => candidate.path === path);
  return system?.lineStarts ?? findLineStarts(snapshot.textOf(path) ?? '');
}

/** Of a span of any file. Its beginning needs no lines: the file may be no text, and large. */
export function rangeIn(path: string, span: Span, snapshot: Snapshot): Range {
  return toRange(span.end === 0 ? startOfFile : lineStartsOf(path, snapshot), span);
}

const startOfFile = Uint32Array.of(0);

export function toLocation(path: string, span: Span, snapshot: Snapshot, naming: Naming): Location {
  return { uri: naming.uriOf(path), range: rangeIn(path, span, snapshot) };
}

/** Several places; of those in one file, one behind the other, the file is looked at once. */
export function toLocations(
  places: readonly { readonly path: string; readonly span: Span }[],
  snapshot: Snapshot,
  naming: Naming,
): Location[] {
  let path: string | null = null;
  let file: { uri: string; lineStarts: Uint32Array } = { uri: '', lineStarts: new Uint32Array() };
  return places.map((place) => {
    if (place.path !== path) file = { uri: naming.uriOf(place.path), lineStarts: lineStartsOf(place.path, snapshot) };
    path = place.path;
    return { uri: file.uri, range: toRange(file.lineStarts, place.span) };
  });
}

export function toDiagnostic(
  finding: Finding,
  snapshot: Snapshot,
  naming: Naming,
  client: ClientAbilities,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(lineStartsOf(finding.path, snapshot), finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: { href: rulePage(finding.code) },
    source: 'clausemark',
    message: finding.message,
  };
  if (finding.tag) diagnostic.tags = [tags[finding.tag]];
  if (client.relatedInformation && finding.related && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ path, span, message }) => {
      return { location: toLocation(path, span, snapshot, naming), message };
    });
  }
  return diagnostic;
}

/** What is wrong in `.clausemark.yaml`; problems of other settings have no place to be shown at. */
export function settingsDiagnostics(text: string, problems: readonly SettingsProblem[]): Diagnostic[] {
  const lineStarts = findLineStarts(text);
  return problems.flatMap(({ span, message }) => {
    if (!span) return [];
    const range = toRange(lineStarts, span);
    return [{ range, severity: DiagnosticSeverity.Warning, code: 'settings', source: 'clausemark', message }];
  });
}

/** A fix as the editor offers it below the light bulb. */
export function toQuickFix(
  fix: Fix,
  diagnostic: Diagnostic,
  snapshot: Snapshot,
  naming: Naming,
  client: ClientAbilities,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.isPreferred ?? false,
    edit: toWorkspaceEdit(fix.edits, snapshot, naming, client),
  };
}

/** A refactoring; one that makes a file makes it first, and refuses to write over another. */
export function toCodeAction(
  { title, kind, edits, newFile }: Refactoring,
  snapshot: Snapshot,
  naming: Naming,
  client: ClientAbilities,
): CodeAction {
  const edit = toWorkspaceEdit(edits, snapshot, naming, client);
  if (newFile) edit.documentChanges?.push(...makingFile(newFile, naming));
  return { title, kind: `${CodeActionKind.Refactor}.${kind}`, edit };
}

/** The changes that make a file; for clients that can create files and take edits of versions. */
export function makingFile({ path, text }: NewFile, naming: Naming): NonNullable<WorkspaceEdit['documentChanges']> {
  const uri = naming.uriOf(path);
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

export function toWorkspaceEdit(
  edits: readonly TextEdit[],
  snapshot: Snapshot,
  naming: Naming,
  client: ClientAbilities,
): WorkspaceEdit {
  const byPath = new Map<string, ProtocolEdit[]>();
  for (const { path, span, newText } of edits) {
    const edit = { range: toRange(lineStartsOf(path, snapshot), span), newText };
    const others = byPath.get(path);
    if (others) others.push(edit);
    else byPath.set(path, [edit]);
  }
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [naming.uriOf(path), list])) };
  }
  const documentChanges = [...byPath].map(([path, list]) => {
    return { textDocument: { uri: naming.uriOf(path), version: naming.versionOf(path) }, edits: list };
  });
  return { documentChanges };
}
