/** What the Markdown preview shows of a document beyond its text: references as chips, and the document control table. */
import type { FieldName, PolicyDocument } from '../document.js';
import { filledField } from '../rules/support/fields.js';
import { lookUp } from '../rules/support/lookup.js';
import { systemOf } from '../rules/support/scope.js';
import { prefixSpan } from '../rules/support/source.js';
import { shortNameOf } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { stateOf } from './support/referenceState.js';
import type { ReferenceState } from './support/tokenKinds.js';

export interface PreviewChip {
  readonly span: Span;
  /** The characters of the span. */
  readonly text: string;
  /** `27001:2022 A.5.15 Access control`, one for each entry that is meant; empty where none is known. */
  readonly titles: readonly string[];
  readonly isTag: boolean;
  readonly state: ReferenceState | null;
}

export interface PreviewPage {
  /** In the order of the text, none overlapping another; those in front matter among them. */
  readonly chips: readonly PreviewChip[];
  /** The fields of document control that the front matter fills in; others stand in the text and are seen there. */
  readonly fields: readonly { readonly name: FieldName; readonly value: string }[];
  /** Span of the front matter, or null without one. */
  readonly frontMatter: Span | null;
}

/** A title beyond so many entries says how many more there are. */
const mostTitles = 12;

const shownFields: readonly FieldName[] = [
  'id',
  'title',
  'type',
  'owner',
  'version',
  'status',
  'classification',
  'approvedBy',
  'approved',
  'nextReview',
];

/** What to show of the document of that path; null where there is none. */
export function previewPage(snapshot: Snapshot, path: string): PreviewPage | null {
  const document = snapshot.documents.get(path);
  if (!document) return null;
  return {
    chips: chipsOf(document, snapshot),
    fields: fieldsInFrontMatter(document),
    frontMatter: document.frontMatter?.span ?? null,
  };
}

function chipsOf(document: PolicyDocument, snapshot: Snapshot): PreviewChip[] {
  const system = systemOf(document.path, snapshot);
  const source = snapshot.textOf(document.path) ?? '';
  let end = 0;
  return document.references.flatMap((reference): PreviewChip[] => {
    const { isTag } = reference;
    // Tags are shown in a row of their own, where nothing else tells A.3.8 of one standard from that of another.
    const start = isTag ? prefixSpan(source, reference).start : reference.span.start;
    const span = { start, end: reference.span.end };
    if (start < end || span.end <= start) return [];
    end = span.end;
    const text = source.slice(start, reference.span.start) + reference.text;
    const titles = reference.readings.length > 1 ? [] : titlesOf(reference, snapshot);
    return [{ span, text, isTag, titles, state: stateOf(reference, snapshot, system) }];
  });
}

function titlesOf(reference: PolicyDocument['references'][number], snapshot: Snapshot): string[] {
  const { catalog } = snapshot;
  const titles = lookUp(reference, catalog).flatMap(({ entry, state }) => {
    return entry && state !== 'unknown' ? [`${shortNameOf(entry, catalog)} ${entry.id} ${entry.title}`] : [];
  });
  return titles.length <= mostTitles ? titles : [...titles.slice(0, mostTitles), '…'];
}

function fieldsInFrontMatter(document: PolicyDocument): PreviewPage['fields'] {
  const { frontMatter } = document;
  if (!frontMatter) return [];
  return shownFields.flatMap((name) => {
    const field = filledField(document, name);
    if (!field || field.span.start < frontMatter.span.start || field.span.end > frontMatter.span.end) return [];
    return [{ name, value: field.value.trim() }];
  });
}
