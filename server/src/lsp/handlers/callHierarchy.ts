/** The chain requirement → control → document → evidence as call hierarchy. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from 'vscode-languageserver';
import {
  type ChainItem,
  type ChainLink,
  type ChainSubject,
  chainAt,
  chainBackwards,
  chainOnwards,
} from '../../core/features/callHierarchy.js';
import type { Span } from '../../core/text.js';
import { lineStartsOf, toRange } from '../convert.js';
import { offsetIn, type Session, type Subject } from '../session.js';

const kinds: Readonly<Record<ChainSubject['kind'], SymbolKind>> = {
  entry: SymbolKind.Constant,
  document: SymbolKind.File,
  evidence: SymbolKind.Object,
  driver: SymbolKind.Event,
};

interface ItemData {
  readonly subject: ChainSubject;
  readonly span: Span;
}

export function prepareCallHierarchy(session: Session, params: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return null;
  const items = chainAt(subject.snapshot, subject.path, offsetIn(subject, params.position));
  return items.length > 0 ? items.map((item) => toItem(item, subject)) : null;
}

export function incomingCalls(
  session: Session,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] {
  const subject = session.subject(item.uri);
  if (!subject) return [];
  return chainBackwards(subject.snapshot, fromItem(item, subject)).map((link) => ({
    from: toItem(link.item, subject),
    fromRanges: rangesIn(link.item.path, link, subject),
  }));
}

export function outgoingCalls(
  session: Session,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] {
  const subject = session.subject(item.uri);
  if (!subject) return [];
  return chainOnwards(subject.snapshot, fromItem(item, subject)).map((link) => ({
    to: toItem(link.item, subject),
    fromRanges: rangesIn(subject.path, link, subject),
  }));
}

function rangesIn(path: string, { spans }: ChainLink, { snapshot }: Subject) {
  const lineStarts = lineStartsOf(path, snapshot);
  return spans.map((span) => toRange(lineStarts, span));
}

function toItem({ name, detail, subject, path, span }: ChainItem, { snapshot, folder }: Subject): CallHierarchyItem {
  const range = toRange(lineStartsOf(path, snapshot), span);
  const data: ItemData = { subject, span };
  return { name, detail, kind: kinds[subject.kind], uri: folder.uriOf(path), range, selectionRange: range, data };
}

function fromItem({ name, detail, data }: CallHierarchyItem, { path }: Subject): ChainItem {
  const { subject, span } = data as ItemData;
  return { name, detail: detail ?? '', subject, path, span };
}
