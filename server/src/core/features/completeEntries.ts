/** Completion of control and clause ids in tags: in front matter and in section comments. */
import type { Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { tagStyleOf } from '../edits/frontMatterList.js';
import { KeptRuns } from '../references/text/run.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { meet, type Span } from '../text.js';
import type { Completion } from './completionTypes.js';
import { entriesToOffer, entryChoices, standardsToOffer, type Wanted } from './support/entryChoices.js';
import { referencesOnceWritten } from './support/readingAt.js';
import { endOfRange, lastTagStart, tagOfEdition } from './support/tagParts.js';

/** The place of a tag that is being written. */
export interface TagPlace {
  /** The text between two commas, quotes or brackets. */
  readonly span: Span;
  readonly isQuoted: boolean;
  /** The end of the key above it in the front matter, which tells the list whose style counts; null in comments. */
  readonly keyEnd: number | null;
  /** Whether a key above it, or the map round it, may name the standard of the ids: `frameworks.iso42001.controls`. */
  readonly mayNameStandard?: boolean;
}

/** Tags for a place in the front matter or a section comment, in the style of the tags that stand there. */
export function completeTags(
  snapshot: Snapshot,
  path: string,
  wanted: Wanted,
  { text, offset }: { readonly text: string; readonly offset: number },
  place: TagPlace,
): Completion[] {
  const start = place.span.start + lastTagStart(text.slice(place.span.start, offset));
  const span = { start, end: place.span.end };
  const written = text.slice(start, offset);
  const known = standardsToOffer(path, snapshot);
  const mayBeNamed = place.mayNameStandard === true && !/^\d+:/.test(written);
  const named = mayBeNamed ? standardNamedNear(snapshot, path, text, span, wanted, known) : null;
  const standards = named ? [named] : known;
  const special = endOfRange(written, wanted, standards, snapshot.catalog) ?? tagOfEdition(written, snapshot.catalog);
  if (special) {
    const { textOf } = special;
    const inTag = { start: start + special.start, end: span.end };
    return entryChoices(snapshot, path, { wanted, span: inTag, standards: special.standards, textOf });
  }
  const document = snapshot.documents.get(path);
  // What is being written is no example of the style: `A.5` on its way to `A.5.15` reads as a tag of its own.
  const others = document && { ...document, references: document.references.filter((one) => !meet(one.span, span)) };
  const isFirst = named !== null && !hasTags(others, place.keyEnd);
  const style = others && place.keyEnd !== null && !isFirst ? tagStyleOf(others, place.keyEnd) : null;
  // Quotes stand round a whole value only.
  const isWithinText = place.isQuoted || start > place.span.start;
  return entryChoices(snapshot, path, {
    wanted,
    span,
    standards,
    textOf(entry, standard) {
      const tag = isFirst ? entry.id : style ? style(entry, standard) : `${standard.standard}:${entry.id}`;
      return isWithinText || !/^\d+(\.\d+)?$/.test(tag) ? tag : `"${tag}"`;
    },
  });
}

/** The standard as of which an id without one would be read there, because a key above it or the map round it says so. */
function standardNamedNear(
  snapshot: Snapshot,
  path: string,
  text: string,
  span: Span,
  wanted: Wanted,
  known: readonly Standard[],
): Standard | null {
  const isOpen = /\[[^\]\r\n]*$/.test(text.slice(Math.max(0, span.start - 2000), span.start));
  const isClosed = /^[^[\r\n]*\]/.test(text.slice(span.end, span.end + 2000));
  // The list as it will be once it is closed.
  const closed = isOpen && !isClosed ? `${text.slice(0, span.end)}]${text.slice(span.end)}` : text;
  const runs = new KeptRuns();
  for (const standard of known) {
    const [entry] = entriesToOffer(standard, wanted, path, snapshot);
    const found = entry ? referencesOnceWritten(snapshot, path, closed, span, entry.id, runs) : [];
    if (found.length === 1 && isNamedNear(found[0]!, standard)) return standard;
  }
  return null;
}

function isNamedNear({ standard, edition, resolvedBy }: Reference, named: Standard): boolean {
  const isNear = resolvedBy === 'line' || resolvedBy === 'block';
  return isNear && standard === named.standard && edition === named.edition;
}

/** Whether the list below the key has tags, whose style others follow. */
function hasTags(document: PolicyDocument | undefined, keyEnd: number | null): boolean {
  const scalars = document?.frontMatter?.scalars.filter((one) => one.keySpan.end === keyEnd) ?? [];
  return scalars.some(({ span }) => document!.references.some((one) => one.isTag && meet(one.span, span)));
}

/** `<!-- controls: …|`: the tag being written; null outside comments, empty in comments that hold no tags. */
export function completeComment(snapshot: Snapshot, path: string, text: string, offset: number): Completion[] | null {
  const from = Math.max(0, offset - 2000);
  const open = text.lastIndexOf('<!--', offset - 1);
  if (open < from || text.slice(open, offset).includes('-->')) return null;
  const match = /^<!--\s*([\w -]+?)\s*:/.exec(text.slice(open, offset));
  const wanted = match ? wantedOfKey(match[1]!, snapshot) : null;
  // Other comments are not read, so there is nothing to complete in them.
  if (!match || !wanted) return [];
  let start = offset;
  while (start > open + match[0].length && !/[,;\r\n]/.test(text[start - 1]!)) start--;
  while (start < offset && /\s/.test(text[start]!)) start++;
  const end = offset + /^[\w.:]*/.exec(text.slice(offset, offset + 40))![0].length;
  const found = completeTags(
    snapshot,
    path,
    wanted,
    { text, offset },
    { span: { start, end }, isQuoted: true, keyEnd: null },
  );
  return found.length > 0 && isReadAsTag(snapshot, path, text, found[0]!) ? found : [];
}

/** Whether a tag at that place of a comment would count: it does not in a block of code. */
function isReadAsTag(snapshot: Snapshot, path: string, text: string, { span, newText }: Completion): boolean {
  const following = text.slice(span.end, span.end + 2000);
  const [end, next] = [following.indexOf('-->'), following.indexOf('<!--')];
  const isClosed = end >= 0 && (next < 0 || end < next);
  // The comment as it will be once it is closed; what is half typed before the place may not be read yet.
  const closed = text.slice(0, span.end) + (isClosed ? '' : ' -->') + text.slice(span.end);
  return referencesOnceWritten(snapshot, path, closed, span, newText).some(({ isTag }) => isTag);
}

/** Whether a front matter key or comment word claims controls or clauses. */
export function wantedOfKey(key: string, snapshot: Snapshot): Wanted | null {
  const normalised = normaliseKey(key);
  if (snapshot.settings.clauseKeys.includes(normalised)) return 'clauses';
  return snapshot.settings.controlKeys.includes(normalised) ? 'controls' : null;
}
