/** The parts of a hover on a control or clause. */

import type { CatalogEntry, MappingView, Standard } from '../catalog/types.js';
import { clausesBelow } from '../clausesAbove.js';
import type { DocumentCoverage } from '../coverage.js';
import type { Reference } from '../document.js';
import { t } from '../l10n.js';
import { replacementOf, successorsOf } from '../rules/support/editions.js';
import { isClaimable } from '../rules/support/lookup.js';
import { decisionOn, documentsWithin, isForRoles, standardOf, systemOf } from '../rules/support/scope.js';
import { joinWords, shortNameOf, withTitle } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { coversEverything } from '../soa/coveredFolders.js';
import type { ListedFor } from '../soa/listedDocuments.js';
import type { ManagementSystem } from '../soa/types.js';
import { isInStatement, listedBeside, nameOfListed, namingAbove, placeOfListed } from './support/covering.js';
import { fileName, type LinkMaker, nameWithConcern, placeWords } from './support/documents.js';
import {
  decisionInWords,
  entryName,
  groupsOf,
  isUnofficial,
  kindTitle,
  relationInWords,
} from './support/entryWords.js';
import { escapeMarkdown, markdownLink, shorten } from './support/markdown.js';
import { claimingAndCiting, JoinedDocuments, joinedWith, type NamingDocuments } from './support/namingDocuments.js';

const mostDocuments = 6;
const mostMappingsOfOneStandard = 6;

/** What a hover needs to know beside the entry. */
export interface CardContext {
  readonly snapshot: Snapshot;
  /** The document or soa.yaml in which the reader stands; tells the management system. */
  readonly path: string;
  readonly link: LinkMaker;
}

/** Everything we know of an entry, as Markdown paragraphs. */
export function entryCard(entry: CatalogEntry, context: CardContext): string {
  const parts = [
    headline(entry, context),
    entry.intent ? escapeMarkdown(entry.intent) : '',
    ...remarks(entry, context),
    decisionLine(entry, context),
    coverageList(entry, context),
    editionLine(entry, context),
    mappingList(entry, context),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headline(entry: CatalogEntry, { snapshot }: CardContext): string {
  const { catalog } = snapshot;
  const standard = catalog.standard(entry.standardKey);
  const facts = [
    kindTitle(entry, catalog),
    standard?.name ?? entry.standardKey,
    ...groupsOf(entry, catalog)
      .slice(0, 2)
      .map((group) => (group.kind === 'clause' ? `${group.id} ${group.title}` : group.title)),
  ];
  if (entry.role === 'controller') facts.push(t('for controllers of personal data'));
  if (entry.role === 'processor') facts.push(t('for processors of personal data'));
  if (entry.isNew) facts.push(t('new in this edition'));
  if (standard?.status === 'withdrawn') facts.push(`**${t('withdrawn edition')}**`);
  const title = `**${escapeMarkdown(entryName(entry))} — ${escapeMarkdown(entry.title)}**`;
  return `${title}  \n${facts.map((fact) => (fact.startsWith('**') ? fact : escapeMarkdown(fact))).join(' · ')}`;
}

function remarks(entry: CatalogEntry, { snapshot }: CardContext): string[] {
  const { catalog } = snapshot;
  const lines: string[] = [];
  if (entry.note) lines.push(`*${escapeMarkdown(entry.note)}*`);
  if (entry.deleted) lines.push(t('*No longer in force.*'));
  const explained = entry.explains ? catalog.find(entry.standardKey, entry.explains) : undefined;
  if (explained) lines.push(t('Guidance for {0}; not a control itself.', escapeMarkdown(withTitle(explained))));
  if (entry.kind === 'theme' || entry.kind === 'objective') {
    const controls = catalog.children(entry.standardKey, entry.id).filter((child) => child.kind === 'control');
    const names = controls.slice(0, 12).map((control) => escapeMarkdown(withTitle(control)));
    if (names.length > 0) {
      const left = controls.length - names.length;
      const list = left > 0 ? t('{0} and {1} more', names.join(', '), left) : names.join(', ');
      lines.push(t('Not a control itself. Its controls: {0}.', list));
    }
  }
  return lines;
}

function decisionLine(entry: CatalogEntry, { snapshot, path, link }: CardContext): string {
  const system = systemOf(path, snapshot);
  if (!system || entry.kind !== 'control') return '';
  const decision = decisionOn(entry.key, system);
  if (decision && !isInStatement(entry, system, snapshot)) {
    const words = t('{0} is not in scope: this decision counts for nothing', shortNameOf(entry, snapshot.catalog));
    return t('**Statement of Applicability:** {0}', markdownLink(words, link(system.path, decision.keySpan)));
  }
  if (!decision) {
    const scoped = system.standards.find((one) => standardOf(one, snapshot.catalog)?.key === entry.standardKey);
    if (!scoped) return '';
    return isForRoles(entry, scoped.roles)
      ? t('**Statement of Applicability:** no decision yet')
      : t('**Statement of Applicability:** made for a role that this organisation does not have');
  }
  const words = markdownLink(decisionInWords(decision), link(system.path, decision.keySpan));
  const reason = decision.justification ? `: ${escapeMarkdown(shorten(decision.justification.value, 200))}` : '';
  return t('**Statement of Applicability:** {0}', words) + reason;
}

function coverageList(entry: CatalogEntry, context: CardContext): string {
  const { snapshot } = context;
  const system = systemOf(context.path, snapshot);
  let own = documentsWithin(entry.key, system, snapshot);
  if (!isClaimable(entry)) {
    // A tag of a group or of guidance covers nothing: it cites it.
    const naming = new JoinedDocuments().add(own, 'claims').add(own, 'mentions');
    return naming.size > 0 ? `**${t('Cited in')}**\n${documentLines(naming, context)}` : '';
  }
  const above = namingAbove(entry, system, snapshot);
  const listed = listedBeside(entry, system, snapshot);
  if (listed.length > 0) {
    const paths = new Set(listed.map(({ path }) => path));
    if (own.some(({ path }) => paths.has(path))) own = own.filter(({ path }) => !paths.has(path));
  }
  const { claiming, citing } = above.length > 0 ? joinedWith(above, own) : claimingAndCiting(own);
  if (claiming.size + listed.length === 0) return uncoveredList(entry, own, citing, system, context);
  const parts = [`**${t('Covered by')}**\n${documentLines(claiming, context, { listed })}`];
  if (citing.size > 0) parts.push(citedIn(citing, context));
  return parts.join('\n\n');
}

/** Who claims parts of a clause that nobody claims as a whole, and who cites it. */
function uncoveredList(
  entry: CatalogEntry,
  own: readonly DocumentCoverage[],
  citing: NamingDocuments,
  system: ManagementSystem | null,
  context: CardContext,
): string {
  const { snapshot } = context;
  const below = clausesBelow(entry, snapshot.catalog).map(({ key }) => documentsWithin(key, system, snapshot));
  const partly = new JoinedDocuments();
  for (const documents of below) partly.add(documents, 'claims');
  if (partly.size > 0) {
    const others = new JoinedDocuments().add(own, 'mentions', partly);
    const list = `**${t('Covered in parts by')}**\n${documentLines(partly, context, { wordsOf: ({ text }) => text })}`;
    return others.size > 0 ? `${list}\n\n${citedIn(others, context)}` : list;
  }
  if (citing.size > 0) return `${t('**Covered by:** no document claims it')}\n\n${citedIn(citing, context)}`;
  if (entry.kind !== 'control' && entry.kind !== 'clause') return '';
  return system && !coversEverything(system, snapshot.systems)
    ? t('**Covered by:** no document of this management system')
    : t('**Covered by:** no document of this workspace');
}

function citedIn(citing: NamingDocuments, context: CardContext): string {
  return `**${t('Also cited in')}**\n${documentLines(citing, context)}`;
}

interface LineOptions {
  /** Follow the documents that have places of their own. */
  readonly listed?: readonly ListedFor[];
  /** What a place is called; else where it stands. */
  readonly wordsOf?: (reference: Reference) => string;
}

function documentLines(
  groups: NamingDocuments,
  context: CardContext,
  { listed = [], wordsOf }: LineOptions = {},
): string {
  const { snapshot, link } = context;
  const lines: string[] = [];
  for (const [path, occurrences] of groups.first(mostDocuments)) {
    const document = snapshot.documents.get(path);
    if (!document) continue;
    const places = new Map<string, string>();
    for (const { reference } of occurrences) {
      const words = wordsOf?.(reference) ?? placeWords(document, reference);
      if (!places.has(words)) places.set(words, markdownLink(words, link(path, reference.span)));
    }
    const name = markdownLink(nameWithConcern(document, snapshot.today), link(path, occurrences[0]!.reference.span));
    lines.push(`- ${name}: ${[...places.values()].slice(0, 4).join(', ')}`);
  }
  lines.push(...listed.slice(0, mostDocuments - lines.length).map((one) => listedLine(one, context)));
  const size = groups.size + listed.length;
  if (size > mostDocuments) lines.push(`- ${t('and {0} more documents', size - mostDocuments)}`);
  return lines.join('\n');
}

/** `[POL-01 Backup](…): listed in [soa.yaml](…)` */
function listedLine(one: ListedFor, { snapshot, link }: CardContext): string {
  const place = placeOfListed(one, snapshot);
  const name = markdownLink(nameOfListed(one, snapshot.today), place && link(place.path, place.span));
  const statement = markdownLink(fileName(one.system.path), link(one.system.path, one.written.span));
  const words = one.isOutside ? t('listed in {0}, outside of the workspace', statement) : t('listed in {0}', statement);
  return `- ${name}: ${words}`;
}

/** What the entry was called in the edition before, or is called in the one that replaced it. */
function editionLine(entry: CatalogEntry, { snapshot }: CardContext): string {
  const { catalog } = snapshot;
  const standard = catalog.standard(entry.standardKey);
  const newest = standard ? replacementOf(standard, catalog) : null;
  if (standard && newest) {
    const successors = successorsOf(entry, newest, catalog);
    const now = successors.map((one) => `${entryName(one)} (${one.title})`);
    if (now.length === 0) return t('**Since {0}:** nothing in its place', escapeMarkdown(newest.edition));
    return t('**Since {0}:** {1}', escapeMarkdown(newest.edition), escapeMarkdown(joinWords(now)));
  }
  const before = catalog.predecessors(entry.key).filter((one) => one.kind === 'control' || one.id !== entry.id);
  if (before.length === 0) return '';
  const words = before.map((one) => `${entryName(one)} (${one.title})`);
  return t(
    '**Before, in {0}:** {1}',
    escapeMarkdown(shortNameOf(before[0]!, catalog)),
    escapeMarkdown(joinWords(words)),
  );
}

function mappingList(entry: CatalogEntry, { snapshot }: CardContext): string {
  const { catalog } = snapshot;
  const own = catalog.standard(entry.standardKey);
  const groups = new Map<Standard, MappingView[]>();
  for (const view of catalog.mappings(entry.key)) {
    const target = catalog.entry(view.target);
    const standard = target && catalog.standard(target.standardKey);
    // Other editions of the same standard have a line of their own, and a withdrawn one helps nobody.
    if (!standard || standard.standard === own?.standard || standard.status === 'withdrawn') continue;
    const group = groups.get(standard);
    if (group) group.push(view);
    else groups.set(standard, [view]);
  }
  const order = (standard: Standard) => catalog.standards.indexOf(standard);
  const sorted = [...groups].sort((a, b) => order(a[0]) - order(b[0]));
  const lines = sorted.map(
    ([standard, views]) => `- ${escapeMarkdown(standard.name)}: ${mappedEntries(views, snapshot)}`,
  );
  return lines.length === 0 ? '' : `**${t('In other standards and laws')}**\n${lines.join('\n')}`;
}

/** The entries of one standard, grouped by relation: `A.3.5 (…), A.3.6 (…) – overlaps`. */
function mappedEntries(views: readonly MappingView[], snapshot: Snapshot): string {
  const byRelation = new Map<string, string[]>();
  const sorted = [...views].sort((a, b) => Number(isUnofficial(a)) - Number(isUnofficial(b)));
  const seen = new Set<string>();
  for (const view of sorted) {
    const target = snapshot.catalog.entry(view.target);
    if (!target || seen.has(target.key)) continue;
    seen.add(target.key);
    if (seen.size > mostMappingsOfOneStandard) continue;
    const relation = relationInWords(view);
    const title = target.id === '*' ? '' : ` (${shorten(target.title, 80)})`;
    const names = byRelation.get(relation) ?? [];
    names.push(escapeMarkdown(`${entryName(target)}${title}`));
    byRelation.set(relation, names);
  }
  const parts = [...byRelation].map(([relation, names]) => `${names.join(', ')} – *${escapeMarkdown(relation)}*`);
  const left = seen.size - mostMappingsOfOneStandard;
  return parts.join('; ') + (left > 0 ? `; ${t('and {0} more', left)}` : '');
}
