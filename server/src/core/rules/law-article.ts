/** An article of a law that does not exist, was deleted, or has its number from a draft of the law. */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument } from '../document.js';
import type { LawReference } from '../references/laws.js';
import { normaliseTitle } from '../references/titles.js';
import { quoted } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const lawArticle: Rule = {
  code: 'law-article',
  defaultSeverity: 'warning',
  title: 'An article of a law that does not exist, was deleted, or carries the number of a draft',
  checkDocument(document, snapshot, report) {
    for (const reference of document.laws ?? []) {
      // Only where the law stands right beside the article: anything else may belong to another text.
      if (!reference.tight) continue;
      const found = judge(reference, document, snapshot.catalog);
      if (found) report(found);
    }
  },
};

function judge(reference: LawReference, document: PolicyDocument, catalog: Catalog): Report | null {
  const law = catalog.standard(reference.law);
  if (!law) return null;
  const entry = catalog.entry(reference.key);
  if (!entry) return reportMissing(reference, law, catalog);
  if (entry.deleted) {
    return {
      span: reference.span,
      message: `${nameOf(reference)} of the ${commonName(law)} no longer exists. ${entry.note ?? ''}`.trim(),
      tag: 'deprecated',
    };
  }
  return reportDraftNumber(reference, law, entry, document, catalog);
}

function reportMissing(reference: LawReference, law: Standard, catalog: Catalog): Report | null {
  const article = articleOf(reference, catalog);
  if (article) {
    const complete = law.completeParagraphs?.find((paragraph) => reference.id.startsWith(paragraph));
    if (!complete) return null;
    const points = law.entries.filter((entry) => entry.id.startsWith(`${complete}(`));
    const last = points[points.length - 1];
    return {
      span: reference.span,
      message: `The ${commonName(law)} has no Article ${reference.id}: Article ${complete} ends with ${last?.id ?? complete}.`,
    };
  }
  const articles = law.entries.filter((entry) => entry.kind === 'article');
  if (reference.id.startsWith('Annex')) {
    const annexes = law.entries.filter((entry) => entry.kind === 'annex');
    if (annexes.length === 0) return null;
    return {
      span: reference.span,
      message: `The ${commonName(law)} has no ${reference.id.split('(')[0]}: its last annex is ${annexes[annexes.length - 1]!.id}.`,
    };
  }
  const last = articles[articles.length - 1];
  if (!last) return null;
  return {
    span: reference.span,
    message: `The ${commonName(law)} has no Article ${reference.id.split('(')[0]}: its last is Article ${last.id} (${last.title}). Check the number.`,
  };
}

function articleOf(reference: LawReference, catalog: Catalog): CatalogEntry | undefined {
  const tail = reference.key.slice(reference.law.length + 1);
  return catalog.entry(`${reference.law}:${tail.split('.')[0]}`);
}

/**
 * Drafts of the AI Act had other numbers, and texts written then still quote them. It is said only where the words behind
 * the article are about the subject of today's article and not about that of the number cited.
 */
function reportDraftNumber(
  reference: LawReference,
  law: Standard,
  entry: CatalogEntry,
  document: PolicyDocument,
  catalog: Catalog,
): Report | null {
  const former = law.formerIds?.find((one) => one.id === reference.id);
  const now = former ? catalog.find(law.key, former.now) : undefined;
  if (!former || !now) return null;
  const following = significantWords(reference.following);
  const meansNow = share(following, significantWords(`${now.title} ${former.note ?? ''}`));
  const meansCited = share(following, significantWords(entry.title));
  if (meansNow < 2 || meansCited >= meansNow) return null;
  const fix: Fix = {
    title: `Replace with Article ${now.id} (${now.title})`,
    edits: [{ path: document.path, span: reference.numberSpan, newText: now.id }],
  };
  return {
    span: reference.span,
    message: `Article ${reference.id} of the ${commonName(law)} is ${quoted(entry.title)}. ${former.note ?? ''} The text seems to mean Article ${now.id} (${now.title}).`,
    fixes: [fix],
  };
}

const smallWords = new Set(
  'article articles drafts draft which that this with from into under their there were was are for the and act now'.split(
    ' ',
  ),
);

function significantWords(text: string): Set<string> {
  const firstSentence = text.split(/[.;\n]/, 2).join(' ');
  return new Set(
    normaliseTitle(firstSentence)
      .split(' ')
      .filter((word) => word.length > 3 && !smallWords.has(word)),
  );
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both;
}

/** `EU AI Act` of `Regulation (EU) 2024/1689 (EU AI Act)`. */
function commonName(law: Standard): string {
  return /\(([^()]+)\)$/.exec(law.name)?.[1] ?? law.name;
}

function nameOf(reference: LawReference): string {
  return reference.id.startsWith('Annex') ? reference.id : `Article ${reference.id}`;
}
