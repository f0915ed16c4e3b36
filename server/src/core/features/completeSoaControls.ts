/** Completion of the ids below `controls:` of a soa.yaml, with their standard or grouped below its number. */

import { entryKeyOf } from '../catalog/ids.js';
import type { Snapshot } from '../snapshot.js';
import { fieldNamed, headerKeys } from '../soa/fieldNames.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import type { Completion } from './completionTypes.js';
import { type ChoiceContext, entriesToOffer, entryChoice, standardsToOffer } from './support/entryChoices.js';
import { hasColon, type YamlPlace } from './support/yamlPlace.js';

/** Where the id of a decision is being written. */
interface IdPlace {
  readonly span: Span;
  /** The one standard whose ids can stand there; null where every one can. */
  readonly standard: string | null;
  /** Whether the number of that standard stands above, so that the ids need none. */
  readonly isGrouped: boolean;
}

/** The place with `27001:` and the id grouped below it taken for one key, which they are to the reader of decisions. */
export function belowOneKey(place: YamlPlace, snapshot: Snapshot): YamlPlace {
  const standard = groupOf(place, snapshot);
  const [section, , id, ...below] = place.path;
  return standard === null || id === undefined ? place : { ...place, path: [section!, `${standard}:${id}`, ...below] };
}

/** The standard below whose number a place stands, or null. */
function groupOf({ path }: YamlPlace, { catalog }: Snapshot): string | null {
  const [section, standard] = path;
  if (section === undefined || standard === undefined || fieldNamed(headerKeys, section) !== 'controls') return null;
  return catalog.edition(standard.trim().toLowerCase()) ? standard.trim() : null;
}

/**
 * Controls without a decision; those that have one are left out, because a key may stand only once. Null where no id is
 * being written.
 */
export function completeControls(
  snapshot: Snapshot,
  system: ManagementSystem,
  place: YamlPlace,
  text: string,
  offset: number,
): Completion[] | null {
  const at = idPlaceAt(snapshot, place, text, offset);
  if (!at) return null;
  const inGroup = at.isGrouped ? `${at.standard}:` : '';
  const written = inGroup + text.slice(at.span.start, at.span.end);
  const decided = new Set(system.decisions.filter((one) => one.written !== written).map((one) => one.entryKey));
  const completions: Completion[] = [];
  standardsToOffer(system.path, snapshot).forEach((standard, rank) => {
    if (at.standard !== null && at.standard.toLowerCase() !== standard.standard) return;
    entriesToOffer(standard, 'controls', system.path, snapshot).forEach((entry, position) => {
      if (decided.has(entryKeyOf(standard.key, entry.id))) return;
      const context: ChoiceContext = { snapshot, span: at.span, standard, rank, position, isTagged: false };
      const key = at.isGrouped ? entry.id : `${standard.standard}:${entry.id}`;
      const choice = entryChoice(entry, hasColon(place) ? key : `${key}:`, context);
      completions.push({ ...choice, label: key });
    });
  });
  return completions;
}

function idPlaceAt(snapshot: Snapshot, place: YamlPlace, text: string, offset: number): IdPlace | null {
  const depth = place.path.length;
  if (place.isKey && depth === 1) return { span: place.token, standard: null, isGrouped: false };
  const standard = depth === 2 ? groupOf(place, snapshot) : null;
  if (standard === null) return null;
  if (place.isKey) return { span: place.token, standard, isGrouped: true };
  const start = offset - standard.length - 1;
  if (text.slice(start, offset) !== `${standard}:` || hasSomethingBelow(place, text)) return null;
  return { span: { start, end: place.token.end }, standard, isGrouped: false };
}

/** Whether a key has a value, behind it or further in on the next lines: `27001:` then is a whole key and no beginning. */
function hasSomethingBelow({ token, rest, indent }: YamlPlace, text: string): boolean {
  if (rest.trim() !== '' && !rest.startsWith(':')) return true;
  const lines = text.slice(token.end, token.end + 2000).split(/\r\n|\r|\n/);
  for (const line of lines.slice(1)) {
    const content = line.trimStart();
    if (content !== '' && !content.startsWith('#')) return line.length - content.length > indent;
  }
  return false;
}
