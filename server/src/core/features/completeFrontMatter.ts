/** Completion in front matter: keys, values of document control fields, tags. */

import { yearsLater } from '../dates/calendar.js';
import { isoDateOf } from '../dates/writtenDates.js';
import { type FieldName, fieldOf, type PolicyDocument } from '../document.js';
import { documentTypeNamed, documentTypeOf, requiredFieldsOf } from '../documentTypes/documentTypes.js';
import { proposeId } from '../documentTypes/proposeId.js';
import { templateKey, templateName } from '../documentTypes/templateRecord.js';
import { fieldValues } from '../fieldValues.js';
import { t } from '../l10n.js';
import { namesDocuments } from '../relatedDocuments.js';
import { filledField } from '../rules/support/fields.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { completeTags, wantedOfKey } from './completeEntries.js';
import type { Completion } from './completionTypes.js';
import { keyChoices, valueChoices } from './support/choices.js';
import { personChoices, todayChoice } from './support/commonChoices.js';
import { documentsOf } from './support/documentIds.js';
import { titleOf } from './support/documents.js';
import { fieldHelp } from './support/fieldHelp.js';
import { usedFieldValues } from './support/usedValues.js';
import { hasColon, type YamlPlace, yamlPlaceAt } from './support/yamlPlace.js';

const commonClassifications = ['public', 'internal', 'confidential', 'restricted'];

/**
 * Where the front matter begins that holds the offset, or null. Reads the text itself: while the front matter is being
 * typed its end is often missing.
 */
export function frontMatterStart(text: string, document: PolicyDocument | undefined, offset: number): number | null {
  const known = document?.frontMatter;
  if (known && known.container !== 'json' && offset >= known.contentSpan.start && offset <= known.contentSpan.end) {
    return known.contentSpan.start;
  }
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/.exec(text);
  if (!opening || offset < opening[0].length) return null;
  const isClosed = /^(?:---|\.\.\.)[ \t]*$/m.test(text.slice(opening[0].length, offset));
  return isClosed || offset > 20_000 ? null : opening[0].length;
}

/** What can stand at an offset of the front matter that begins at `start`. */
export function completeFrontMatter(
  snapshot: Snapshot,
  path: string,
  text: string,
  start: number,
  offset: number,
): Completion[] {
  const place = yamlPlaceAt(text, start, offset);
  // Between fences, too, people write JSON, in which a key of our YAML would be none.
  const isJson = /^\s*\{/.test(text.slice(start, start + 200));
  if (place.isKey) {
    return place.path.length === 0 && place.indent === 0 && !isJson ? completeKeys(snapshot, path, place) : [];
  }
  const wanted = [...place.path]
    .reverse()
    .map((key) => wantedOfKey(key, snapshot))
    .find((one) => one !== null);
  if (wanted) {
    const isQuoted = /["']/.test(text[place.token.start - 1] ?? '');
    const mayNameStandard = place.path.length > 1 || /\d/.test(place.path[0]!);
    const tag = { span: place.token, isQuoted, keyEnd: keyEndOf(snapshot, path, place), mayNameStandard };
    return completeTags(snapshot, path, wanted, { text, offset }, tag);
  }
  const field = place.path.length === 1 ? fieldOfKey(place.path[0]!, snapshot) : null;
  if (field) return completeValue(snapshot, path, field, place);
  if (isTemplateKey(place.path)) return valueChoices(snapshot.settings.documentTypes.map(templateName), place.token);
  return namesDocuments(place.path) ? documentIdChoices(snapshot, path, place.token) : [];
}

function completeKeys(snapshot: Snapshot, path: string, place: YamlPlace): Completion[] {
  const document = snapshot.documents.get(path);
  const present = new Set(document?.frontMatter?.keys.map((key) => normaliseKey(key.name)));
  const { fieldKeys, controlKeys, clauseKeys } = snapshot.settings;
  const keys: { key: string; help?: string }[] = [];
  const type = document ? documentTypeOf(document, snapshot.settings) : null;
  const required = document ? requiredFieldsOf(document, snapshot.settings) : snapshot.settings.requiredFields;
  const names = Object.keys(fieldKeys) as FieldName[];
  // What the document must state comes first, in the usual order.
  for (const name of [...names].sort((a, b) => Number(required.includes(b)) - Number(required.includes(a)))) {
    const [first] = fieldKeys[name];
    if (!first || fieldKeys[name].some((key) => present.has(normaliseKey(key)))) continue;
    const word = type?.requiredFields ? t('Required for the type {0}.', type.name) : t('Required.');
    keys.push({ key: first, help: required.includes(name) ? `${word} ${fieldHelp(name)}` : fieldHelp(name) });
  }
  if (controlKeys[0] && !controlKeys.some((key) => present.has(normaliseKey(key)))) {
    keys.push({ key: controlKeys[0], help: t('The controls that this document fulfils: 27001:A.5.15, 42001:A.3.2.') });
  }
  if (clauseKeys[0] && !clauseKeys.some((key) => present.has(normaliseKey(key)))) {
    keys.push({ key: clauseKeys[0], help: t('The clauses of the standards that this document fulfils: 27001:5.2.') });
  }
  return keyChoices(keys, place.token, hasColon(place));
}

function isTemplateKey(path: readonly string[]): boolean {
  return path.length === 1 && normaliseKey(path[0]!) === templateKey;
}

function fieldOfKey(key: string, snapshot: Snapshot): FieldName | null {
  const normalised = normaliseKey(key);
  const { fieldKeys } = snapshot.settings;
  return (Object.keys(fieldKeys) as FieldName[]).find((name) => fieldKeys[name].includes(normalised)) ?? null;
}

/** The end of the key above the place, as the document has it: tells whose style to follow. */
function keyEndOf(snapshot: Snapshot, path: string, place: YamlPlace): number | null {
  const scalars = snapshot.documents.get(path)?.frontMatter?.scalars ?? [];
  let end: number | null = null;
  for (const scalar of scalars) if (scalar.keySpan.end <= place.token.start) end = scalar.keySpan.end;
  return end;
}

function completeValue(snapshot: Snapshot, path: string, field: FieldName, place: YamlPlace): Completion[] {
  const span = place.token;
  const used = () => usedFieldValues(snapshot, [field], { path, span });
  const withUsed = (common: readonly string[]) => [...new Set([...used(), ...common])];
  switch (field) {
    case 'status':
      return valueChoices(snapshot.settings.statusValues, span);
    case 'type':
      return valueChoices(withUsed(snapshot.settings.documentTypes.map(({ name }) => name)), span);
    case 'id':
      return idChoice(snapshot, path, span);
    case 'title':
      return titleChoice(snapshot, path, span);
    case 'classification':
      return valueChoices(withUsed(commonClassifications), span);
    case 'owner':
    case 'approvedBy':
      return personChoices(snapshot, path, span);
    case 'approved':
      return todayChoice(snapshot, span);
    case 'nextReview':
      return reviewDates(snapshot, path, place);
    default:
      return [];
  }
}

/** The next free id, in the manner of those in use. */
function idChoice(snapshot: Snapshot, path: string, span: Span): Completion[] {
  const document = snapshot.documents.get(path);
  const stated = document && fieldOf(document, 'type')?.value.trim();
  const type = stated ? documentTypeNamed(stated, snapshot.settings) : null;
  const title = (document && fieldOf(document, 'title')?.value) || document?.headings[0]?.text || '';
  const id = proposeId(snapshot, stated ?? '', type?.idPrefix ?? 'DOC', title);
  return valueChoices([id], span, 'value', () => t('the next free id'));
}

/** The first heading, which is the title for a reader. */
function titleChoice(snapshot: Snapshot, path: string, span: Span): Completion[] {
  const heading = snapshot.documents.get(path)?.headings[0]?.text;
  return heading ? valueChoices([heading], span, 'value', () => t('the first heading')) : [];
}

/** Longer lists are found by typing more. */
const mostIds = 500;

function documentIdChoices(snapshot: Snapshot, path: string, span: Span): Completion[] {
  const titles = new Map<string, string>();
  // The index of ids costs less than looking into every document of a large folder.
  for (const id of [...fieldValues(snapshot, 'id').keys()].sort()) {
    if (titles.size >= mostIds) break;
    const [document] = documentsOf(snapshot, id).filter((one) => one.path !== path);
    const written = document && filledField(document, 'id')?.value.trim();
    if (document && written) titles.set(written, titleOf(document));
  }
  return valueChoices([...titles.keys()], span, 'value', (id) => titles.get(id)).map((choice) => ({
    ...choice,
    filterText: `${choice.label} ${choice.detail ?? ''}`,
  }));
}

/** One, two and three years after the approval, or after today. */
function reviewDates(snapshot: Snapshot, path: string, place: YamlPlace): Completion[] {
  const document = snapshot.documents.get(path);
  const approved = document && filledField(document, 'approved');
  const approvedOn = approved ? isoDateOf(approved.value) : null;
  const from = approvedOn ?? snapshot.today;
  const dates = [1, 2, 3].map((years) => yearsLater(from, years));
  const words = approvedOn
    ? [t('one year after the approval'), t('two years after the approval'), t('three years after the approval')]
    : [t('one year from today'), t('two years from today'), t('three years from today')];
  return valueChoices(dates, place.token, 'date', (date) => words[dates.indexOf(date)]);
}
