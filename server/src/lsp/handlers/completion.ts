/** Ids with their titles, front matter keys and values, soa.yaml keys and values. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import { completion as completionAt } from '../../core/features/completion.js';
import type { Completion, CompletionKind } from '../../core/features/completionTypes.js';
import { toRange } from '../convert.js';
import { offsetIn, type Session } from '../session.js';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  control: CompletionItemKind.Reference,
  clause: CompletionItemKind.Reference,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.Text,
  date: CompletionItemKind.Value,
  rule: CompletionItemKind.Constant,
};

export function completion(session: Session, params: CompletionParams): CompletionItem[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const found = completionAt(subject.snapshot, subject.path, offsetIn(subject, params.position));
  return found.map((item) => toItem(item, subject.lineStarts));
}

function toItem(completion: Completion, lineStarts: Uint32Array): CompletionItem {
  const { label, title, detail, documentation, newText, filterText, sortText } = completion;
  const item: CompletionItem = {
    label,
    kind: kinds[completion.kind],
    filterText,
    sortText,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: toRange(lineStarts, completion.span), newText },
  };
  if (title) item.labelDetails = { description: title };
  if (title || detail) item.detail = [title, detail].filter((part) => part).join(' · ');
  if (documentation) item.documentation = documentation;
  return item;
}
