/** What a hover says about the control, clause, decision or field under the cursor. */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { lookUp } from '../rules/support/lookup.js';
import { isClaimedWithin, isForRoles, requiredControls, standardOf } from '../rules/support/scope.js';
import { prefixSpan } from '../rules/support/source.js';
import { suggestEntries } from '../rules/support/suggest.js';
import { countOfControls, joinWords, shortName, shortNameOf, withTitle } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { listedFor } from '../soa/listedDocuments.js';
import type { ManagementSystem } from '../soa/types.js';
import { touches } from '../text.js';
import { type CardContext, entryCard } from './hoverCard.js';
import { hoverFrontMatter } from './hoverFrontMatter.js';
import type { Hover } from './hoverTypes.js';
import { decisionKeyAt, entriesOf, referencesAt, systemAtPath } from './support/at.js';
import type { LinkMaker } from './support/documents.js';
import { entryName } from './support/entryWords.js';
import { escapeMarkdown } from './support/markdown.js';
import { soaKeyHelpAt } from './support/soaKeys.js';

export type { Hover } from './hoverTypes.js';

/**
 * The hover at an offset of a document or a soa.yaml, or null where there is nothing to say.
 * @param link makes the address of a place; without it places are named, not linked
 */
export function hover(snapshot: Snapshot, path: string, offset: number, link: LinkMaker = () => null): Hover | null {
  const context: CardContext = { snapshot, path, link };
  const system = systemAtPath(path, snapshot);
  if (system) return hoverSystem(system, offset, context);
  const document = snapshot.documents.get(path);
  if (!document) return null;
  const text = snapshot.textOf(path);
  const references = referencesAt(document, offset, text);
  if (references.length === 0)
    return hoverLaw(document, offset, context) ?? hoverFrontMatter(snapshot, document, offset);
  const parts = references.map((reference) => describeReference(reference, context)).filter((one) => one !== null);
  if (parts.length === 0) return null;
  const [first] = references;
  const start = text === null ? first!.span.start : prefixSpan(text, first!).start;
  return { span: { start, end: first!.span.end }, markdown: parts.join('\n\n---\n\n') };
}

function describeReference(reference: Reference, context: CardContext): string | null {
  if (reference.kind === 'external') return null;
  const entries = entriesOf(reference, context.snapshot);
  if (reference.readings.length > 1) {
    const names = entries.map((entry) => `- ${describe(entry, context)}`);
    const lead = t('**{0} can mean more than one thing** here:', escapeMarkdown(reference.id));
    return names.length === 0 ? null : `${lead}\n${names.join('\n')}`;
  }
  if (reference.ids.length > 1) return describeSeveral(reference, entries, context);
  return entries[0] ? entryCard(entries[0], context) : describeUnknown(reference, context.snapshot);
}

/** Of a range or list the titles, at most twenty. */
function describeSeveral(
  reference: Reference,
  entries: readonly CatalogEntry[],
  { snapshot }: CardContext,
): string | null {
  const names = entries.slice(0, 20).map((entry) => `- ${escapeMarkdown(`${entryName(entry)} ${entry.title}`)}`);
  if (entries.length > names.length) names.push(`- ${t('and {0} more', entries.length - names.length)}`);
  const standard = entries[0] ? shortNameOf(entries[0], snapshot.catalog) : '';
  const lead = t(
    '**{0}** stands for {1} entries of {2}:',
    escapeMarkdown(reference.text),
    reference.ids.length,
    escapeMarkdown(standard),
  );
  return names.length === 0 ? null : `${lead}\n${names.join('\n')}`;
}

/** An article of a law with what it is mapped to. */
function hoverLaw(document: PolicyDocument, offset: number, context: CardContext): Hover | null {
  const law = document.laws?.find((one) => touches(one.span, offset));
  const entry = law && context.snapshot.catalog.entry(law.key);
  return law && entry ? { span: law.span, markdown: entryCard(entry, context) } : null;
}

function describe(entry: CatalogEntry, { snapshot }: CardContext): string {
  const intent = entry.intent ? `: ${escapeMarkdown(entry.intent)}` : '';
  const name = `${shortNameOf(entry, snapshot.catalog)} ${withTitle(entry)}`;
  return `**${escapeMarkdown(name)}**${intent}`;
}

function describeUnknown(reference: Reference, snapshot: Snapshot): string | null {
  const looked = lookUp(reference, snapshot.catalog)[0];
  if (looked?.state !== 'unknown') return null;
  const nearest = suggestEntries(looked.id, null, looked.standard, snapshot.catalog).map(({ entry }) =>
    withTitle(entry),
  );
  const lead = t('{0} has no {1}.', escapeMarkdown(shortName(looked.standard)), escapeMarkdown(looked.id));
  return nearest.length === 0 ? lead : `${lead} ${t('Near it: {0}.', escapeMarkdown(joinWords(nearest)))}`;
}

function hoverSystem(system: ManagementSystem, offset: number, context: CardContext): Hover | null {
  const decision = decisionKeyAt(system, offset);
  if (decision) {
    const entry = decision.entryKey ? context.snapshot.catalog.entry(decision.entryKey) : undefined;
    return entry ? { span: decision.keySpan, markdown: entryCard(entry, context) } : null;
  }
  const standard = system.standards.find((one) => touches(one.span, offset));
  const help = soaKeyHelpAt(context.snapshot.textOf(system.path), offset);
  if (help) return help;
  return standard ? hoverStandard(standard, system, context.snapshot) : null;
}

function isCovered(entryKey: string, system: ManagementSystem, snapshot: Snapshot): boolean {
  return isClaimedWithin(entryKey, system, snapshot) || listedFor(entryKey, [system], snapshot).length > 0;
}

/** The standard with its counts, as the statement counts: how many controls, decided, excluded, covered. */
function hoverStandard(
  scoped: ManagementSystem['standards'][number],
  system: ManagementSystem,
  snapshot: Snapshot,
): Hover | null {
  const standard = standardOf(scoped, snapshot.catalog);
  if (!standard) return null;
  const controls = requiredControls(scoped, snapshot.catalog);
  const all = snapshot.catalog.controls(standard.key);
  const left = all.filter((entry) => !isForRoles(entry, scoped.roles)).length;
  const lines = [
    `**${escapeMarkdown(standard.name)}**  \n${escapeMarkdown(standard.fullTitle)}`,
    countsInWords(controls, system, snapshot) +
      (left > 0 ? ` ${t('{0} more are for roles that this organisation does not have.', left)}` : ''),
  ];
  if (standard.soaItem)
    lines.push(t('The Statement of Applicability is required by {0}.', escapeMarkdown(standard.soaItem)));
  return { span: scoped.span, markdown: lines.join('\n\n') };
}

/** What is excluded needs no document: it is no part of what is to be covered. */
function countsInWords(controls: readonly CatalogEntry[], system: ManagementSystem, snapshot: Snapshot): string {
  const applicable = new Map(system.decisions.map((one) => [one.entryKey, one.applicable.value]));
  const decided = controls.filter(({ key }) => (applicable.get(key) ?? 'undecided') !== 'undecided').length;
  const toCover = controls.filter(({ key }) => applicable.get(key) !== 'no');
  const covered = toCover.filter(({ key }) => isCovered(key, system, snapshot)).length;
  const excluded = controls.length - toCover.length;
  const all = countOfControls(controls.length);
  if (excluded === 0) return t('{0}: {1} decided, {2} covered by a document.', all, decided, covered);
  return t(
    '{0}: {1} decided, {2} of them excluded; of the other {3}, documents cover {4}.',
    all,
    decided,
    excluded,
    toCover.length,
    covered,
  );
}
