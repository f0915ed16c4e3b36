/** Completion in soa.yaml: keys, standards, controls without a decision, values. */

import type { Standard } from '../catalog/types.js';
import { t } from '../l10n.js';
import { shortName } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import {
  additionalKeys,
  decisionKeys,
  evidenceKeys,
  fieldNamed,
  headerKeys,
  historyKeys,
  releaseKeys,
} from '../soa/fieldNames.js';
import type { ManagementSystem } from '../soa/types.js';
import { driverKinds } from '../soa/values.js';
import { belowOneKey, completeControls } from './completeSoaControls.js';
import {
  completeDecisionValue,
  completeEvidencePath,
  completeHeaderValue,
  completeRecordValue,
} from './completeSoaValues.js';
import type { Completion } from './completionTypes.js';
import { keyChoices, valueChoices } from './support/choices.js';
import {
  additionalHelp,
  decisionHelp,
  evidenceHelp,
  headerHelp,
  historyHelp,
  releaseHelp,
  standardHelp,
} from './support/soaKeys.js';
import { hasColon, type YamlPlace, yamlPlaceAt } from './support/yamlPlace.js';

/** What can stand at an offset of a soa.yaml. */
export function completeSoa(snapshot: Snapshot, system: ManagementSystem, text: string, offset: number): Completion[] {
  const place = belowOneKey(yamlPlaceAt(text, 0, offset), snapshot);
  const [first, second] = place.path;
  const section = first === undefined ? null : fieldNamed(headerKeys, first);
  if (first === undefined) return place.isKey ? completeMissingKeys(headerKeys, headerHelp, text, place) : [];
  switch (section) {
    case 'standards':
      return completeStandards(snapshot, system, place);
    case 'controls':
      return (
        completeControls(snapshot, system, place, text, offset) ??
        completeInDecision(snapshot, system, place, text, offset)
      );
    case 'additional':
      return second === undefined ? [] : completeInDecision(snapshot, system, place, text, offset);
    case 'history':
      return completeListed(historyKeys, historyHelp, snapshot, system, place);
    case 'released':
      if (place.isKey) return completeMissingKeys(releaseKeys, releaseHelp, nearText(text, place, offset), place);
      return completeRecordValue(snapshot, system, fieldNamed(releaseKeys, second ?? '') ?? null, place);
    default:
      return place.isKey || !section ? [] : completeHeaderValue(snapshot, system, section, place);
  }
}

type Names<Field extends string> = Readonly<Record<Field, readonly string[]>>;
type Help<Field extends string> = Readonly<Record<Field, () => string>>;

/** The keys that do not stand in the text yet, each in its recommended spelling. */
function completeMissingKeys<Field extends string>(
  names: Names<Field>,
  help: Help<Field>,
  text: string,
  place: YamlPlace,
): Completion[] {
  const isTopLevel = place.path.length === 0;
  const isThere = (key: string) =>
    new RegExp(isTopLevel ? `^${key}\\s*:` : `(?:^|[{,])\\s*${key}\\s*:`, 'm').test(text);
  const keys = (Object.keys(names) as Field[])
    .filter((name) => !names[name].some(isThere))
    .map((name) => ({ key: names[name][0]!, help: help[name]() }));
  return keyChoices(keys, place.token, hasColon(place));
}

/** Keys and values of the mappings in a list. A new item is no key to the reader of places, as it can be plain words. */
function completeListed<Field extends string>(
  names: Names<Field>,
  help: Help<Field>,
  snapshot: Snapshot,
  system: ManagementSystem,
  place: YamlPlace,
): Completion[] {
  const last = place.path[place.path.length - 1] ?? '';
  const field = fieldNamed(names, last);
  if (field && !place.isKey) return completeRecordValue(snapshot, system, field, place);
  return completeMissingKeys(names, help, '', place);
}

/** Whether the word is the value of the decision's own key, where a mapping cannot begin: `evidence: $0`. */
function isBehindKey(text: string, { path, isKey, token }: YamlPlace): boolean {
  return !isKey && path.length === 3 && /:[ \t]+$/.test(text.slice(Math.max(0, token.start - 80), token.start));
}

function completeInDecision(
  snapshot: Snapshot,
  system: ManagementSystem,
  place: YamlPlace,
  text: string,
  offset: number,
): Completion[] {
  const field = fieldNamed(decisionKeys, place.path[2] ?? '');
  if (field === 'evidence' && !isBehindKey(text, place)) {
    const found = completeListed(evidenceKeys, evidenceHelp, snapshot, system, place);
    // An item can be a path alone as well as a mapping that begins with a key.
    const isItem = !place.isKey && place.path.length === 3;
    return isItem ? [...found, ...completeEvidencePath(snapshot, system, place)] : found;
  }
  if (!place.isKey) return completeDecisionValue(snapshot, system, place);
  if (place.path.length > 2) return field === 'drivers' ? completeDrivers(place) : [];
  const block = nearText(text, place, offset);
  const isOwn = fieldNamed(headerKeys, place.path[0]!) === 'additional';
  const own = isOwn ? completeMissingKeys(additionalKeys, additionalHelp, block, place) : [];
  return [...own, ...completeMissingKeys(decisionKeys, decisionHelp, block, place)];
}

function completeStandards(snapshot: Snapshot, system: ManagementSystem, place: YamlPlace): Completion[] {
  const { catalog } = snapshot;
  const [, standard, key] = place.path;
  if (standard === undefined && place.isKey) {
    const present = new Set(system.standards.map((one) => one.standard));
    const offered = catalog.standards.filter((one) => one.type === 'management-system' && one.status === 'current');
    const keys = offered
      .filter((one) => !present.has(one.standard))
      .map((one) => ({ key: one.standard, help: one.fullTitle }));
    return keyChoices(keys, place.token, hasColon(place));
  }
  if (standard === undefined) return [];
  if (key === undefined && place.isKey) {
    const keys = Object.entries(standardHelp).map(([name, help]) => ({ key: name, help: help() }));
    return keyChoices(keys, place.token, hasColon(place));
  }
  if (key === 'edition') {
    const editions = catalog.editions(standard).filter((one) => one.edition !== '');
    const help = new Map(editions.map((one) => [one.edition, editionHelp(one)]));
    return valueChoices(
      editions.map((one) => one.edition),
      place.token,
      'value',
      (edition) => help.get(edition),
    );
  }
  return key === 'roles' ? valueChoices(['controller', 'processor'], place.token) : [];
}

/** The lines round the offset that belong to the same mapping: those indented at least as far, and blank ones. */
function nearText(text: string, { indent }: YamlPlace, offset: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  let current = text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
  const belongs = (line: string) => line.trim() === '' || /^ */.exec(line)![0].length >= indent;
  const block = [lines[current]!];
  for (let i = current + 1; i < lines.length && belongs(lines[i]!); i++) block.push(lines[i]!);
  while (--current >= 0 && belongs(lines[current]!)) block.unshift(lines[current]!);
  return block.join('\n');
}

function completeDrivers(place: YamlPlace): Completion[] {
  return keyChoices(
    driverKinds.map((key) => ({ key })),
    place.token,
    hasColon(place),
  );
}

function editionHelp(standard: Standard): string {
  return standard.status === 'current'
    ? t('{0}, current', shortName(standard))
    : t('{0}, withdrawn', shortName(standard));
}
