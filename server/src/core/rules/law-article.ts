/** An article of a law that does not exist, was deleted, or has its number from a draft of the law. */

import { isBeyondLastPoint } from '../catalog/provisions.js';
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import type { LawReference } from '../references/laws.js';
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { hasEnded, isDeniedThere, type LawSentence, sentenceOf, speaksOfThePast } from './support/lawSentence.js';
import { subjectMeant } from './support/lawSubject.js';
import { joinWords, quoted } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const lawArticle: Rule = {
  code: 'law-article',
  defaultSeverity: 'warning',
  title: 'An article of a law that does not exist, was deleted, or carries the number of a draft',
  checkDocument(document, snapshot, report) {
    for (const reference of document.laws ?? []) {
      const found = judge({ reference, document, snapshot, sentence: sentenceOf(reference, document, snapshot) });
      if (found) report(found);
    }
  },
};

interface Place {
  readonly reference: LawReference;
  readonly document: PolicyDocument;
  readonly snapshot: Snapshot;
  readonly sentence: LawSentence;
}

function judge(place: Place): Report | null {
  const { reference, document, snapshot } = place;
  const law = snapshot.catalog.standard(reference.law);
  if (!law) return null;
  const found = reportOf(place, law);
  // "There is no Art. 112 GDPR": the text says so itself.
  return found && isDeniedThere(reference, law, document, snapshot) ? null : found;
}

function reportOf(place: Place, law: Standard): Report | null {
  const { reference, snapshot } = place;
  const entry = snapshot.catalog.entry(reference.key);
  const isHistory = speaksOfThePast(place.sentence);
  if (reference.id.startsWith('Title ')) return isHistory ? null : reportTitle(place, law);
  if (entry && !entry.deleted)
    return isHistory ? null : reportDraftNumber(place, law, articleOf(reference, snapshot.catalog) ?? entry);
  if (isHistory) return null;
  if (!entry) return reportMissing(place, law);
  // The only law that a document names may still not be the one meant.
  if (reference.by === 'document' || hasEnded(place.sentence, snapshot.today)) return null;
  return {
    span: reference.span,
    message: `${t('{0} of {1} no longer exists.', nameOf(reference), law.name)} ${entry.note ?? ''}`.trim(),
    tag: 'deprecated',
  };
}

/** Drafts were ordered in titles; a law that is ordered in chapters has none. */
function reportTitle(place: Place, law: Standard): Report | null {
  const { reference, document } = place;
  if (!law.entries.some((entry) => entry.kind === 'chapter')) return null;
  const former = law.formerIds?.find((one) => one.id === reference.id);
  const now = former && place.snapshot.catalog.find(law.key, former.now);
  const none = t('{0} has no titles: it is ordered in chapters.', law.name);
  if (!now) return { span: reference.span, message: `${none} ${t('Cite the chapter or the article that is meant.')}` };
  return {
    span: reference.span,
    message: joinSentences(none, former.note, t('Cite {0} ({1}).', now.id, now.title)),
    fixes: [
      {
        title: t('Replace with {0} ({1})', now.id, now.title),
        edits: [{ path: document.path, span: reference.span, newText: now.id }],
      },
    ],
  };
}

function reportMissing(place: Place, law: Standard): Report | null {
  const { reference, snapshot } = place;
  const { catalog } = snapshot;
  const article = articleOf(reference, catalog);
  if (article) return reportMissingPoint(reference, law) ?? reportDraftNumber(place, law, article);
  const former = law.formerIds?.find((one) => one.id === reference.id);
  const now = former && catalog.find(law.key, former.now);
  const name = nameOf(reference).split('(')[0]!;
  if (former && now) {
    const message = joinSentences(
      t('There is no {0} in {1}.', name, law.name),
      former.note,
      t('Cite Article {0} ({1}).', now.id, now.title),
    );
    return { span: reference.span, severity: severityOf(reference), message, fixes: [replaceArticle(place, now)] };
  }
  const kind = reference.id.startsWith('Annex') ? 'annex' : 'article';
  const entries = law.entries.filter((entry) => entry.kind === kind);
  const last = entries[entries.length - 1];
  if (!last) return null;
  const inserted = insertedBeside(reference, entries);
  if (inserted.length > 0) {
    const known = joinWords(inserted.map((entry) => entry.id));
    return {
      span: reference.span,
      // Amendments insert articles; our list of them may be older than the text.
      severity: 'information',
      message: t(
        'There is no {0} in {1}: amendments have inserted {2} so far, as our catalog has it. Check the number.',
        name,
        law.name,
        known,
      ),
    };
  }
  const lastName = kind === 'annex' ? last.id : t('Article {0} ({1})', last.id, last.title);
  const message = t('There is no {0} in {1}; its last is {2}. Check the number.', name, law.name, lastName);
  return { span: reference.span, severity: severityOf(reference), message };
}

/** An error only where the law is named right there: what stands further off may be meant of another text. */
function severityOf({ by }: LawReference): Severity {
  return by === 'beside' ? 'error' : 'warning';
}

/** Articles 75a to 75d, for 75e. */
function insertedBeside(reference: LawReference, articles: readonly CatalogEntry[]): CatalogEntry[] {
  const number = /^(\d+)[a-z]/.exec(reference.id)?.[1];
  return number === undefined ? [] : articles.filter((entry) => new RegExp(`^${number}[a-z]`).test(entry.id));
}

/** A point beyond the last one, of a paragraph of which that is known. */
function reportMissingPoint(reference: LawReference, law: Standard): Report | null {
  // "21(2)(j)(i)": a part of a point that exists, or of one that we do not count.
  const [, paragraph, point] = /^(.*)\(([a-z]+)\)$/.exec(reference.id) ?? [];
  if (paragraph === undefined || point === undefined) return null;
  const last = lastPointOf(paragraph, point, law);
  if (last === null) return null;
  return {
    span: reference.span,
    severity: severityOf(reference),
    message: t(
      'There is no Article {0} in {1}: Article {2} ends with {3}. Check the number.',
      reference.id,
      law.name,
      paragraph,
      last,
    ),
  };
}

/** The id of the last point of a paragraph that has no such point; null where it may have it. */
function lastPointOf(paragraph: string, point: string, law: Standard): string | null {
  if (isBeyondLastPoint(law, paragraph, point)) return `${paragraph}(${law.lastPoints![paragraph]!})`;
  if (!law.completeParagraphs?.includes(paragraph)) return null;
  return law.entries.findLast((entry) => entry.id.startsWith(`${paragraph}(`))?.id ?? paragraph;
}

function articleOf(reference: LawReference, catalog: Catalog): CatalogEntry | undefined {
  const tail = reference.key.slice(reference.law.length + 1);
  return catalog.entry(`${reference.law}:${tail.split('.')[0]}`);
}

/**
 * Drafts of the AI Act had other numbers, and texts written then still quote them. It is said only where the words of the
 * sentence are about the subject of another of these articles and not about that of the number cited.
 */
function reportDraftNumber(place: Place, law: Standard, entry: CatalogEntry): Report | null {
  const { reference, snapshot, sentence } = place;
  if (!law.formerIds?.some((one) => one.id === entry.id)) return null;
  const meant = subjectMeant(sentence, law, entry, snapshot.catalog);
  if (!meant) return null;
  return {
    span: reference.span,
    message: joinSentences(
      t('Article {0} of {1} is {2}.', entry.id, law.name, quoted(entry.title)),
      meant.former.id === entry.id ? meant.former.note : undefined,
      t('The text seems to mean Article {0} ({1}).', meant.now.id, meant.now.title),
    ),
    // Which paragraph of the other article is meant, nobody knows.
    ...(reference.id === entry.id ? { fixes: [replaceArticle(place, meant.now)] } : {}),
  };
}

function replaceArticle({ reference, document }: Place, now: CatalogEntry): Fix {
  return {
    title: t('Replace with Article {0} ({1})', now.id, now.title),
    edits: [{ path: document.path, span: reference.numberSpan, newText: now.id }],
  };
}

function nameOf(reference: LawReference): string {
  return reference.id.startsWith('Annex') ? reference.id : t('Article {0}', reference.id);
}

/** Notes of the catalog stand between our sentences as they are. */
function joinSentences(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((one) => one !== undefined && one !== '').join(' ');
}
