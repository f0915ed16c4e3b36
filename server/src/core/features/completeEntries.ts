/** Completion of control and clause ids: in tags, in section comments and in prose. */
import type { CatalogEntry, Standard } from '../catalog/types.js';
import { tagStyleOf } from '../edits/frontMatterList.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import type { Completion } from './completionTypes.js';
import {
  type ChoiceContext,
  entriesToOffer,
  entryChoice,
  standardsToOffer,
  taggedEntries,
  type Wanted,
} from './support/entryChoices.js';

/** Tags for a place in the front matter or a section comment, in the style of the tags that stand there. */
export function completeTags(
  snapshot: Snapshot,
  path: string,
  wanted: Wanted,
  place: { readonly span: Span; readonly isQuoted: boolean; readonly keyEnd: number | null },
): Completion[] {
  const document = snapshot.documents.get(path);
  // What is being written is no example of the style: `A.5` on its way to `A.5.15` reads as a tag of its own.
  const isElsewhere = ({ span }: { readonly span: Span }) => span.end < place.span.start || span.start > place.span.end;
  const others = document && { ...document, references: document.references.filter(isElsewhere) };
  const style = others && place.keyEnd !== null ? tagStyleOf(others, place.keyEnd) : null;
  const tagged = taggedEntries(document, snapshot);
  return chooseAll(snapshot, path, wanted, place.span, tagged, (entry, standard) => {
    const text = style ? style(entry, standard) : `${standard.standard}:${entry.id}`;
    return place.isQuoted || !/^\d+(\.\d+)?$/.test(text) ? text : `"${text}"`;
  });
}

function chooseAll(
  snapshot: Snapshot,
  path: string,
  wanted: Wanted,
  span: Span,
  tagged: ReadonlySet<string>,
  textOf: (entry: CatalogEntry, standard: Standard) => string | null,
  isOffered: (standard: Standard) => boolean = () => true,
): Completion[] {
  const completions: Completion[] = [];
  standardsToOffer(path, snapshot).forEach((standard, rank) => {
    if (!isOffered(standard)) return;
    entriesToOffer(standard, wanted, path, snapshot).forEach((entry, position) => {
      const newText = textOf(entry, standard);
      if (newText === null) return;
      const isTagged = tagged.has(entry.key);
      const context: ChoiceContext = { snapshot, span, standard, rank, position, isTagged };
      completions.push(entryChoice(entry, newText, context));
    });
  });
  return completions;
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
  return completeTags(snapshot, path, wanted, { span: { start, end }, isQuoted: true, keyEnd: null });
}

/** Whether a front matter key or comment word claims controls or clauses. */
export function wantedOfKey(key: string, snapshot: Snapshot): Wanted | null {
  const normalised = normaliseKey(key);
  if (snapshot.settings.clauseKeys.includes(normalised)) return 'clauses';
  return snapshot.settings.controlKeys.includes(normalised) ? 'controls' : null;
}

/** Ids after `A.`, `27001:` or `Clause ` in running text; null where nothing of the kind is being written. */
export function completeProse(snapshot: Snapshot, path: string, text: string, offset: number): Completion[] | null {
  let lineStart = offset;
  while (lineStart > 0 && offset - lineStart < 400 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--;
  const before = text.slice(lineStart, offset);
  const end = offset + /^[\d.]*/.exec(text.slice(offset, offset + 20))![0].length;
  return (
    completePrefixed(snapshot, path, before, offset, end) ??
    completeLetter(snapshot, path, before, offset, end) ??
    completeClause(snapshot, path, before, offset, end)
  );
}

/** `27001:`, `27001:A.8.` */
function completePrefixed(
  snapshot: Snapshot,
  path: string,
  before: string,
  offset: number,
  end: number,
): Completion[] | null {
  const match = /(?:^|[^\w.:/-])(\d{4,5}):((?:[A-Z]\.?)?[\d.]*)$/.exec(before);
  const standard = match && snapshot.catalog.edition(match[1]!);
  if (!match || !standard || standard.type !== 'management-system') return null;
  const span = { start: offset - match[1]!.length - 1 - match[2]!.length, end };
  const isWanted = (one: Standard) => one.standard === standard.standard;
  const textOf = (entry: CatalogEntry, one: Standard) => `${one.standard}:${entry.id}`;
  const tagged = taggedEntries(snapshot.documents.get(path), snapshot);
  const controls = chooseAll(snapshot, path, 'controls', span, tagged, textOf, isWanted);
  if (/^[A-Z]/.test(match[2]!)) return controls;
  // A number may be the year of an edition (27001:2022) as well as a clause.
  const clauseText = (entry: CatalogEntry, one: Standard) =>
    entry.id.startsWith(match[2]!) ? textOf(entry, one) : null;
  const clauses = chooseAll(snapshot, path, 'clauses', span, tagged, clauseText, isWanted);
  return match[2] === '' ? [...controls, ...clauses] : clauses;
}

/** `A.`, `A.8.`, `Annex A.8`; the standard is the one named on the line, else the one in scope that has the id. */
function completeLetter(
  snapshot: Snapshot,
  path: string,
  before: string,
  offset: number,
  end: number,
): Completion[] | null {
  const match = /(?:^|[^\w.:/-])(annex[ .])?([A-Z]\.(?:\d[\d.]*)?)$/i.exec(before);
  if (!match || !/^[A-Z]/.test(match[2]!)) return null;
  const standards = standardsToOffer(path, snapshot);
  const named = standardNamedLast(before, standards);
  if (!named && !isScoped(path, snapshot)) return null;
  const span = { start: offset - match[2]!.length, end };
  const letter = match[2]![0]!;
  const tagged = taggedEntries(snapshot.documents.get(path), snapshot);
  const textOf = (entry: CatalogEntry, standard: Standard) => {
    if (!entry.id.startsWith(`${letter}.`)) return null;
    if (named || match[1] || !isShared(entry, standards, snapshot)) return entry.id;
    return `${standard.name} ${entry.id}`;
  };
  return chooseAll(snapshot, path, 'controls', span, tagged, textOf, (one) => !named || one === named);
}

/** `Clause `, `clauses 6.`, `§9` */
function completeClause(
  snapshot: Snapshot,
  path: string,
  before: string,
  offset: number,
  end: number,
): Completion[] | null {
  const match = /(?:^|\P{L})(?:clauses?|cl\.|klausel|clausules?|cláusula|clausola)\s+(\d[\d.]*)?$/iu.exec(before);
  if (!match) return null;
  const standards = standardsToOffer(path, snapshot);
  const named = standardNamedLast(before, standards);
  if (!named && !isScoped(path, snapshot)) return null;
  const span = { start: offset - (match[1] ?? '').length, end };
  const tagged = taggedEntries(snapshot.documents.get(path), snapshot);
  return chooseAll(
    snapshot,
    path,
    'clauses',
    span,
    tagged,
    (entry) => entry.id,
    (one) => !named || one === named,
  );
}

/** Without a standard on the line or in scope `A.` is most likely the end of a sentence or a heading of one's own. */
function isScoped(path: string, snapshot: Snapshot): boolean {
  const document = snapshot.documents.get(path);
  return (
    snapshot.systems.length > 0 || snapshot.settings.standards.length > 0 || (document?.references.length ?? 0) > 0
  );
}

function standardNamedLast(before: string, standards: readonly Standard[]): Standard | null {
  let best: Standard | null = null;
  let at = -1;
  for (const standard of standards) {
    const found = before.lastIndexOf(standard.standard);
    if (found > at) {
      at = found;
      best = standard;
    }
  }
  return best;
}

function isShared(entry: CatalogEntry, standards: readonly Standard[], snapshot: Snapshot): boolean {
  const owners = standards.filter((standard) => snapshot.catalog.find(standard.key, entry.id) !== undefined);
  return owners.length > 1;
}
