/** A lettered item of a clause beside the words of another one: the Statement of Applicability beside the wrong letter. */

import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { endOfBlock, farthest, isTitleOfStatement, namesStatement } from '../references/text/statement.js';
import { isTitleOf } from '../references/titles/titles.js';
import type { Snapshot } from '../snapshot.js';
import { splitItem } from './support/lookup.js';
import { replaceWithEntry } from './support/replace.js';
import { wordsBeside } from './support/titleBeside.js';
import { asMeant, usageOf } from './support/usage.js';
import { joinWords, quoted, shortName } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const clauseLetter: Rule = {
  code: 'clause-letter',
  defaultSeverity: 'warning',
  title: 'A lettered item of a clause beside the words of another item, such as the Statement of Applicability',
  checkDocument(document, snapshot, report) {
    let text: string | null = null;
    const isInStatement = isTitleOfStatement(document.headings[0]?.text ?? '');
    document.references.forEach((reference, index) => {
      const item = reference.kind === 'clause' && !reference.isCrosswalk ? splitItem(reference.id) : null;
      const standard =
        item && reference.standard ? snapshot.catalog.edition(reference.standard, reference.edition) : null;
      if (!item || !standard || reference.readings.length > 1 || !mayBeMistaken(reference, item.base, standard)) return;
      text ??= snapshot.textOf(document.path);
      if (text === null) return;
      const meant = itemMeant({ reference, base: item.base, standard, isInStatement }, text, snapshot.catalog);
      if (!meant || reference.ids.includes(meant.id) || isNamedNearby(meant, index, document, text)) return;
      const found = asMeant(
        reportLetter(meant, index, standard, document, snapshot),
        usageOf(reference, document, text),
      );
      if (found) report(found);
    });
  },
};

/** Whether anything can be said of the item at all; the text is only fetched where it can. */
function mayBeMistaken(reference: Reference, base: string, { soaItem }: Standard): boolean {
  return reference.titleSpan !== null || (soaItem !== undefined && splitItem(soaItem)?.base === base);
}

interface Item {
  readonly reference: Reference;
  /** `6.1.3` */
  readonly base: string;
  readonly standard: Standard;
  readonly isInStatement: boolean;
}

/** The item of the clause that the words beside the reference are about; null where they do not say. */
function itemMeant(
  { reference, base, standard, isInStatement }: Item,
  text: string,
  catalog: Catalog,
): CatalogEntry | null {
  const statement = standard.soaItem ? catalog.find(standard.key, standard.soaItem) : undefined;
  if (statement && splitItem(statement.id)?.base === base && namesStatement(reference.span, text, isInStatement))
    return statement;
  const words = wordsBeside(reference, text);
  const items = catalog.children(standard.key, base).filter((entry) => entry.kind === 'item');
  return items.find((entry) => isTitleOf(entry, words)) ?? null;
}

/** The right item in the same paragraph: the text tells the two apart itself. */
function isNamedNearby(meant: CatalogEntry, index: number, document: PolicyDocument, text: string): boolean {
  const { references } = document;
  const { span, standard } = references[index]!;
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < references.length; at += step) {
      const other = references[at]!.span;
      if (Math.abs(other.start - span.start) > 2 * farthest) break;
      if (endOfBlock.test(text.slice(Math.min(span.end, other.end), Math.max(span.start, other.start)))) break;
      if (references[at]!.standard === standard && references[at]!.ids.includes(meant.id)) return true;
    }
  }
  return false;
}

const certain: ReadonlySet<Reference['resolvedBy']> = new Set([
  'tag',
  'line',
  'block',
  'heading',
  'front-matter',
  'document',
  'workspace',
]);

function reportLetter(
  meant: CatalogEntry,
  index: number,
  standard: Standard,
  document: PolicyDocument,
  { catalog }: Snapshot,
): Report {
  const reference = document.references[index]!;
  const cited = catalog.find(standard.key, reference.id);
  const elsewhere = catalog.standards.filter(
    (other) => other.status === 'current' && other.key !== standard.key && other.soaItem === reference.id,
  );
  const isStatement = meant.id === standard.soaItem;
  const beside = [document.references[index - 1], document.references[index + 1]];
  const isShared = beside.some((other) => other?.span.start === reference.span.start);
  // Letters that our catalog has from one source only, and standards that were only guessed, are worth a hint at most.
  const isCertain = meant.note === undefined && certain.has(reference.resolvedBy) && reference.edition !== null;
  return {
    span: reference.span,
    message: [
      t('In {0} {1} is {2}.', shortName(standard), quoted(meant.title), meant.id),
      cited ? t('{0} is about something else: {1}.', cited.id, quoted(cited.title)) : '',
      isStatement && elsewhere.length > 0
        ? t('{0} is its place in {1}.', reference.id, joinWords(elsewhere.map(shortName)))
        : '',
      t('Cite the letter of the standard that is meant.'),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    ...(isCertain ? {} : { severity: 'information' as const }),
    fixes: isShared || reference.ids.length > 1 ? [] : [replaceWithEntry(document, reference, meant)],
  };
}
