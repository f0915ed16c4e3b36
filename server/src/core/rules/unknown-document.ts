/** Front matter that names a document by an id which no document has. */
import { distance } from 'fastest-levenshtein';
import type { PolicyDocument } from '../document.js';
import { documentTypeNamed } from '../documentTypes/documentTypes.js';
import { isSlipOf, lettersAndNumbers, schemeOf } from '../documentTypes/idScheme.js';
import { isInEntry, removeValue } from '../edits/frontMatterList.js';
import { documentsOf } from '../features/support/documentIds.js';
import { titleOf } from '../features/support/documents.js';
import { fieldValues } from '../fieldValues.js';
import { t } from '../l10n.js';
import { type RelatedId, relatedIds } from '../relatedDocuments.js';
import type { Snapshot } from '../snapshot.js';
import { touches } from '../text.js';
import { filledField, isPlaceholder, isTemplate, stateOf } from './support/fields.js';
import { joinOr, quoted } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

/** Fewer ids are no scheme: the other one may be of somebody else. */
const fewestOfScheme = 2;
const mostNeighbours = 3;

export const unknownDocument: Rule = {
  code: 'unknown-document',
  defaultSeverity: 'information',
  title: 'Front matter that names a document by an id which no document has',
  checkDocument(document, snapshot, report) {
    const related = relatedIds(document);
    if (related.length === 0 || document.problems.length > 0 || isTemplate(document)) return;
    // A window without a folder sees the open documents alone.
    if (/^[a-z][a-z0-9+.-]+:/i.test(document.path)) return;
    const known = fieldValues(snapshot, 'id');
    for (const one of related) {
      if (known.has(one.id.toLowerCase()) || known.has(one.scalar.text.trim().toLowerCase())) continue;
      if (isPlaceholder(one.id) || isOfStandard(one, document)) continue;
      const found = judge(one, document, snapshot);
      if (found) report({ span: one.span, ...found });
    }
  },
};

/** A clause, a law or a standard is no document of the workspace. */
function isOfStandard({ span }: RelatedId, { references, named, laws }: PolicyDocument): boolean {
  const places = [...references, ...(named ?? []), ...(laws ?? [])];
  return places.some((place) => touches(place.span, span.start) || touches(place.span, span.end));
}

type Judgement = Omit<Report, 'span'>;

function judge(one: RelatedId, document: PolicyDocument, snapshot: Snapshot): Judgement | null {
  const { bySpelling, byScheme, all } = idsOf(snapshot);
  const respelled = bySpelling.get(lettersAndNumbers(one.id)) ?? [];
  if (respelled.length > 0) return describeMisspelt(respelled, one, document, snapshot);
  const scheme = schemeOf(one.id);
  const alike = (scheme !== null && byScheme.get(scheme)) || [];
  if (alike.length < fewestOfScheme) {
    const meant = all.filter((id) => isSlipOf(one.id, id));
    return meant.length > 0 ? describeMisspelt(meant, one, document, snapshot) : null;
  }
  // What was replaced, and what a retired document names, may have been removed on purpose.
  return one.isFormer || stateOf(document) === 'retired' ? null : describeUnknown(alike, one, document, snapshot);
}

interface Ids {
  readonly all: readonly string[];
  readonly bySpelling: ReadonlyMap<string, string[]>;
  readonly byScheme: ReadonlyMap<string, string[]>;
}

const gathered = new WeakMap<Snapshot, Ids>();

/** The ids of a snapshot, gathered when the first one is missing. In lower case, in the order of the alphabet. */
function idsOf(snapshot: Snapshot): Ids {
  const made = gathered.get(snapshot);
  if (made) return made;
  const all = [...fieldValues(snapshot, 'id').keys()].filter((id) => !isPlaceholder(id)).sort();
  const bySpelling = new Map<string, string[]>();
  const byScheme = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const id of all) {
    add(bySpelling, lettersAndNumbers(id), id);
    const scheme = schemeOf(id);
    if (scheme !== null) add(byScheme, scheme, id);
  }
  const ids = { all, bySpelling, byScheme };
  gathered.set(snapshot, ids);
  return ids;
}

/** A known id as its document writes it, with the title. */
interface Known {
  readonly id: string;
  readonly title: string;
}

/** Several documents with one id, and ids too short to be looked for, are left out. */
function knownOf(ids: readonly string[], document: PolicyDocument, snapshot: Snapshot): Known[] {
  return ids.flatMap((id) => {
    const [other, ...more] = documentsOf(snapshot, id);
    if (!other || more.length > 0 || other.path === document.path) return [];
    return [{ id: filledField(other, 'id')!.value.trim(), title: titleOf(other) }];
  });
}

function describeMisspelt(
  ids: readonly string[],
  one: RelatedId,
  document: PolicyDocument,
  snapshot: Snapshot,
): Judgement | null {
  const meant = knownOf(ids, document, snapshot).slice(0, mostNeighbours);
  if (meant.length === 0) return null;
  const names = joinOr(meant.map(({ id, title }) => `${id} (${title})`));
  return {
    severity: 'warning',
    message: t(
      'No document has the id {0}. Probably {1} is meant: spelt in another way, nobody who follows the id arrives there.',
      one.id,
      names,
    ),
    fixes: meant.map((known) => replaceWith(known, one, document, meant.length === 1)),
  };
}

function describeUnknown(
  alike: readonly string[],
  one: RelatedId,
  document: PolicyDocument,
  snapshot: Snapshot,
): Judgement {
  const near = [...alike].sort((a, b) => farness(one.id, a) - farness(one.id, b) || (a < b ? -1 : 1));
  const neighbours = knownOf(near, document, snapshot).slice(0, mostNeighbours);
  const kept = t('If it is kept elsewhere, silence this finding for the line.');
  return {
    message: `${t(
      'No document here has the id {0}, though it looks like one of yours: a reader or auditor who follows it finds nothing. Correct the id, write the document, or take it out.',
      one.id,
    )} ${kept}`,
    fixes: [
      ...neighbours.map((known) => replaceWith(known, one, document, false)),
      ...creation(alike, one, document, snapshot),
      ...removal(one, document, snapshot),
    ],
  };
}

/** Other letters first, then the distance of the numbers. */
function farness(written: string, id: string): number {
  const lettersOf = (text: string) => text.toLowerCase().replace(/\d+/g, '');
  const numberOf = (text: string) => Number(/(\d{1,9})\D*$/.exec(text)?.[1] ?? 0);
  const apart = Math.abs(numberOf(written) - numberOf(id));
  return distance(lettersOf(written), lettersOf(id)) + apart / (apart + 1);
}

function replaceWith({ id, title }: Known, one: RelatedId, document: PolicyDocument, isPreferred: boolean): Fix {
  const edits = [{ path: document.path, span: one.span, newText: id }];
  return { title: t('Replace with {0}', `${id} (${title})`), edits, isPreferred };
}

/** A new document of the type that others with such an id have, else of the type whose ids begin like that. */
function creation(alike: readonly string[], one: RelatedId, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const { settings } = snapshot;
  const stated = documentsOf(snapshot, alike[0]!).map((other) => filledField(other, 'type')?.value.trim());
  const head = /^\p{L}+/u.exec(one.id)?.[0].toLowerCase();
  const type =
    documentTypeNamed(stated[0] ?? '', settings) ??
    settings.documentTypes.find(({ idPrefix }) => idPrefix.toLowerCase() === head);
  if (!type) return [];
  const owner = filledField(document, 'owner')?.value.trim() ?? '';
  const newDocument = { type: type.name, id: one.id, title: one.title, owner };
  return [{ title: t('Create {0} from the template {1}', one.id, quoted(type.name)), edits: [], newDocument }];
}

/** None for an entry with keys of its own, of which the others would be left. */
function removal(one: RelatedId, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const text = snapshot.textOf(document.path);
  if (text === null || isInEntry(one.scalar)) return [];
  const edit = removeValue(text, document, one.scalar, one.hasNeighbours ? one.entry : one.scalar.contentSpan);
  return edit ? [{ title: t('Remove {0}', one.id), edits: [{ path: document.path, ...edit }] }] : [];
}
