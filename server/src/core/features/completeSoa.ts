/** Completion in soa.yaml: keys, standards, controls without a decision, values. */

import { entryKeyOf } from '../catalog/ids.js';
import { shortName } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { type DecisionField, decisionKeys, fieldNamed, type HeaderField, headerKeys } from '../soa/fieldNames.js';
import type { ManagementSystem } from '../soa/types.js';
import { documentStatuses } from '../soa/values.js';
import type { Completion } from './completionTypes.js';
import { keyChoices, valueChoices, yearsLater } from './support/choices.js';
import { type ChoiceContext, entriesToOffer, entryChoice, standardsToOffer } from './support/entryChoices.js';
import { decisionHelp, headerHelp } from './support/soaKeys.js';
import { usedPeople } from './support/usedValues.js';
import { type YamlPlace, yamlPlaceAt } from './support/yamlPlace.js';

/** What can stand at an offset of a soa.yaml. */
export function completeSoa(snapshot: Snapshot, system: ManagementSystem, text: string, offset: number): Completion[] {
  const place = yamlPlaceAt(text, 0, offset);
  const [first, second] = place.path;
  const section = first === undefined ? null : fieldNamed(headerKeys, first);
  if (first === undefined) return place.isKey ? completeHeaderKeys(text, place) : [];
  if (section === 'standards') return completeStandards(snapshot, system, place);
  if (section === 'controls') {
    if (place.isKey && second === undefined) return completeControls(snapshot, system, place, text);
    if (place.isKey)
      return place.path.length === 2 ? completeDecisionKeys(text, place, offset) : completeDrivers(place);
    return completeDecisionValue(snapshot, place);
  }
  return place.isKey || !section ? [] : completeHeaderValue(snapshot, section, place);
}

function hasColon(place: YamlPlace): boolean {
  return place.rest.trimStart().startsWith(':');
}

function completeHeaderKeys(text: string, place: YamlPlace): Completion[] {
  const keys = (Object.keys(headerKeys) as HeaderField[])
    .filter((name) => !headerKeys[name].some((key) => new RegExp(`^${key}\\s*:`, 'm').test(text)))
    .map((name) => ({ key: headerKeys[name][0]!, help: headerHelp[name] }));
  return keyChoices(keys, place.token, hasColon(place));
}

function completeHeaderValue(snapshot: Snapshot, field: HeaderField, place: YamlPlace): Completion[] {
  if (field === 'status') return valueChoices(documentStatuses, place.token);
  if (field === 'owner' || field === 'approvedBy') return valueChoices(usedPeople(snapshot), place.token, 'person');
  if (field === 'approved') return valueChoices([snapshot.today], place.token, 'date', () => 'today');
  if (field === 'nextReview')
    return valueChoices([yearsLater(snapshot.today, 1)], place.token, 'date', () => 'in one year');
  return [];
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
    const keys = [
      { key: 'edition', help: 'The year of the edition: 2022.' },
      { key: 'roles', help: 'For ISO/IEC 27701: controller, processor or both, in brackets.' },
    ];
    return keyChoices(keys, place.token, hasColon(place));
  }
  if (key === 'edition') {
    const editions = catalog.editions(standard).filter((one) => one.edition !== '');
    const help = new Map(editions.map((one) => [one.edition, `${shortName(one)}, ${one.status}`]));
    return valueChoices(
      editions.map((one) => one.edition),
      place.token,
      'value',
      (edition) => help.get(edition),
    );
  }
  return key === 'roles' ? valueChoices(['controller', 'processor'], place.token) : [];
}

/** Controls without a decision first; those that have one are left out, because a key may stand only once. */
function completeControls(snapshot: Snapshot, system: ManagementSystem, place: YamlPlace, text: string): Completion[] {
  const written = text.slice(place.token.start, place.token.end);
  const decided = new Set(system.decisions.filter((one) => one.written !== written).map((one) => one.entryKey));
  const completions: Completion[] = [];
  standardsToOffer(system.path, snapshot).forEach((standard, rank) => {
    entriesToOffer(standard, 'controls', system.path, snapshot).forEach((entry, position) => {
      if (decided.has(entryKeyOf(standard.key, entry.id))) return;
      const context: ChoiceContext = { snapshot, span: place.token, standard, rank, position, isTagged: false };
      const key = `${standard.standard}:${entry.id}`;
      const choice = entryChoice(entry, hasColon(place) ? key : `${key}:`, context);
      completions.push({ ...choice, label: key });
    });
  });
  return completions;
}

function completeDecisionKeys(text: string, place: YamlPlace, offset: number): Completion[] {
  const block = decisionBlock(text, offset, place.indent);
  const keys = (Object.keys(decisionKeys) as DecisionField[])
    .filter((name) => !decisionKeys[name].some((key) => new RegExp(`(?:^|[{,])\\s*${key}\\s*:`, 'm').test(block)))
    .map((name) => ({ key: decisionKeys[name][0]!, help: decisionHelp[name] }));
  return keyChoices(keys, place.token, hasColon(place));
}

/** The lines round the offset that belong to the same decision: those indented at least as far, and blank ones. */
function decisionBlock(text: string, offset: number, indent: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  let current = text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
  const belongs = (line: string) => line.trim() === '' || /^ */.exec(line)![0].length >= indent;
  const block = [lines[current]!];
  for (let i = current + 1; i < lines.length && belongs(lines[i]!); i++) block.push(lines[i]!);
  while (--current >= 0 && belongs(lines[current]!)) block.unshift(lines[current]!);
  return block.join('\n');
}

const driverKinds = ['risk', 'legal', 'contractual', 'business', 'baseline'];

function completeDrivers(place: YamlPlace): Completion[] {
  if (fieldNamed(decisionKeys, place.path[2] ?? '') !== 'drivers') return [];
  return keyChoices(
    driverKinds.map((key) => ({ key })),
    place.token,
    hasColon(place),
  );
}

function completeDecisionValue(snapshot: Snapshot, place: YamlPlace): Completion[] {
  const field = fieldNamed(decisionKeys, place.path[2] ?? '');
  const span = place.token;
  switch (field) {
    case 'applicable':
      return valueChoices(['true', 'false', 'undecided'], span);
    case 'status':
      return valueChoices(['not-assessed', 'not-started', 'planned', 'partial', 'implemented'], span);
    case 'drivers':
      return place.path.length === 3 ? valueChoices(driverKinds, span) : [];
    case 'owner':
    case 'decidedBy':
      return valueChoices(usedPeople(snapshot), span, 'person');
    case 'decided':
      return valueChoices([snapshot.today], span, 'date', () => 'today');
    case 'review':
      return valueChoices([yearsLater(snapshot.today, 1)], span, 'date', () => 'in one year');
    default:
      return [];
  }
}
