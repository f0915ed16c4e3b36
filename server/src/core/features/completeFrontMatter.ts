/** Completion in front matter: keys, values of document control fields, tags. */
import type { FieldName, PolicyDocument } from '../document.js';
import { isoDateOf } from '../rules/support/dates.js';
import { filledField } from '../rules/support/fields.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { completeTags, wantedOfKey } from './completeEntries.js';
import type { Completion } from './completionTypes.js';
import { keyChoices, valueChoices, yearsLater } from './support/choices.js';
import { fieldHelp } from './support/fieldHelp.js';
import { usedFieldValues, usedPeople } from './support/usedValues.js';
import { type YamlPlace, yamlPlaceAt } from './support/yamlPlace.js';

const commonTypes = ['policy', 'procedure', 'standard', 'guideline', 'plan', 'record', 'impact assessment'];
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
  if (place.isKey) return place.path.length === 0 && place.indent === 0 ? completeKeys(snapshot, path, place) : [];
  const wanted = [...place.path]
    .reverse()
    .map((key) => wantedOfKey(key, snapshot))
    .find((one) => one !== null);
  if (wanted) {
    const isQuoted = /["']/.test(text[place.token.start - 1] ?? '');
    return completeTags(snapshot, path, wanted, {
      span: place.token,
      isQuoted,
      keyEnd: keyEndOf(snapshot, path, place),
    });
  }
  const field = place.path.length === 1 ? fieldOfKey(place.path[0]!, snapshot) : null;
  return field ? completeValue(snapshot, path, field, place) : [];
}

function completeKeys(snapshot: Snapshot, path: string, place: YamlPlace): Completion[] {
  const document = snapshot.documents.get(path);
  const present = new Set(document?.frontMatter?.keys.map((key) => normaliseKey(key.name)));
  const { fieldKeys, controlKeys, clauseKeys } = snapshot.settings;
  const keys: { key: string; help?: string }[] = [];
  for (const name of Object.keys(fieldKeys) as FieldName[]) {
    const [first] = fieldKeys[name];
    if (first && !fieldKeys[name].some((key) => present.has(normaliseKey(key))))
      keys.push({ key: first, help: fieldHelp[name] });
  }
  if (controlKeys[0] && !controlKeys.some((key) => present.has(normaliseKey(key)))) {
    keys.push({ key: controlKeys[0], help: 'The controls that this document fulfils: 27001:A.5.15, 42001:A.3.2.' });
  }
  if (clauseKeys[0] && !clauseKeys.some((key) => present.has(normaliseKey(key)))) {
    keys.push({ key: clauseKeys[0], help: 'The clauses of the standards that this document fulfils: 27001:5.2.' });
  }
  return keyChoices(keys, place.token, place.rest.trimStart().startsWith(':'));
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
  const withUsed = (common: readonly string[]) => [...new Set([...usedFieldValues(snapshot, [field]), ...common])];
  switch (field) {
    case 'status':
      return valueChoices(snapshot.settings.statusValues, span);
    case 'type':
      return valueChoices(withUsed(commonTypes), span);
    case 'classification':
      return valueChoices(withUsed(commonClassifications), span);
    case 'owner':
    case 'approvedBy':
      return valueChoices(usedPeople(snapshot), span, 'person');
    case 'approved':
      return valueChoices([snapshot.today], span, 'date', () => 'today');
    case 'nextReview':
      return reviewDates(snapshot, path, place);
    default:
      return [];
  }
}

/** One, two and three years after the approval, or after today. */
function reviewDates(snapshot: Snapshot, path: string, place: YamlPlace): Completion[] {
  const document = snapshot.documents.get(path);
  const approved = document && filledField(document, 'approved');
  const approvedOn = approved ? isoDateOf(approved.value) : null;
  const from = approvedOn ?? snapshot.today;
  const after = approvedOn ? 'after the approval' : 'from today';
  const dates = [1, 2, 3].map((years) => yearsLater(from, years));
  const words = [`one year ${after}`, `two years ${after}`, `three years ${after}`];
  return valueChoices(dates, place.token, 'date', (date) => words[dates.indexOf(date)]);
}
