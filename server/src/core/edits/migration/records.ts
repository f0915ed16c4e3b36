/** Which numbers of a document are those of the edition of their day: records, contracts, words of others, what is no longer in force. */
import type { PolicyDocument, Reference } from '../../document.js';
import { documentTypeNamed } from '../../documentTypes/documentTypes.js';
import { fileName, titleOf } from '../../features/support/documents.js';
import { t } from '../../l10n.js';
import { filledField, isTemplate } from '../../rules/support/fields.js';
import { openingOf, ownMark, passageOf } from '../../rules/support/passage.js';
import { isNotInForce } from '../../rules/support/standing.js';
import { usageOf } from '../../rules/support/usage.js';
import type { Settings } from '../../settings.js';
import type { Span } from '../../text.js';
import type { Stay } from './moves.js';
import { isRecordRow, isRecordTitle, isReportTitle, statementAt } from './statements.js';

/** That a number stays, and why in plain words. */
export type Kept = Pick<Stay, 'kind' | 'reason' | 'isRecord' | 'isOfAll'>;

/** Answers for one document. */
export class Records {
  private readonly whole: Kept | null;
  private readonly sections = new Map<number, boolean>();

  constructor(
    private readonly document: PolicyDocument,
    private readonly text: string,
    settings: Settings,
  ) {
    if (isNotInForce(document, text)) this.whole = leftAlone(noLongerInForce(), true);
    else if (isRecord(document, text, settings)) {
      const title = titleOf(document);
      this.whole = person(
        t('The document “{0}” is a record of its day, whose numbers stay. Change them yourself if it is none.', title),
        true,
      );
    } else this.whole = null;
  }

  /** Why a reference stays as it is; null where it speaks of what holds today. */
  ofReference(reference: Reference): Kept | null {
    if (this.whole) return this.whole;
    const usage = usageOf(reference, this.document, this.text);
    if (usage === 'spoken-of') return leftAlone(t('The text speaks about the number itself, as past or wrong.'));
    const kept = this.ofPlace(reference);
    if (kept || usage !== 'quoted') return kept;
    return person(t('These are the words of somebody else: say yourself whether they are to change.'));
  }

  /** The same for the name of an edition. */
  ofName(span: Span): Kept | null {
    const { references, headings, frontMatter } = this.document;
    if (this.whole || span.start < (frontMatter?.span.end ?? 0)) return this.whole;
    const section = headings.findLastIndex((heading) => heading.span.start <= span.start);
    const name = { span, where: 'paragraph', section } as const;
    const among = [...references, name].sort((one, other) => one.span.start - other.span.start);
    return this.ofPlace(name, among);
  }

  private ofPlace(place: Place, among?: readonly Pick<Place, 'span'>[]): Kept | null {
    if (place.where !== 'front-matter' && this.isRecordSection(place.section)) return person(recordReason());
    const passage = passageOf(place, this.document, this.text, among);
    if (!passage) return null;
    if (passage.row.length > 0 && isRecordRow(passage.row, passage.headers)) return person(recordReason());
    const leadIn = passage.leadIn.trimEnd();
    const statement =
      statementAt(passage.sentence) ?? (leadIn.endsWith(':') ? statementAt(`${leadIn} ${ownMark}`) : null);
    if (statement === null) return null;
    return person(statement === 'audit' ? statementReason() : recordReason());
  }

  private isRecordSection(section: number): boolean {
    const { headings } = this.document;
    const heading = headings[section];
    if (!heading) return false;
    let is = this.sections.get(section);
    if (is === undefined) {
      let above = section - 1;
      while (above >= 0 && headings[above]!.depth >= heading.depth) above--;
      is = isRecordTitle(heading.text.toLowerCase()) || this.isRecordSection(above);
      this.sections.set(section, is);
    }
    return is;
  }
}

/** Whether a reference stands in a record or in the words of somebody else, so that nobody should change it unasked. */
export function isOfItsDay(reference: Reference, document: PolicyDocument, text: string, settings: Settings): boolean {
  let records = known.get(document);
  if (!records) {
    records = new Records(document, text, settings);
    known.set(document, records);
  }
  return records.ofReference(reference) !== null;
}

const known = new WeakMap<PolicyDocument, Records>();

type Place = Pick<Reference, 'span' | 'where' | 'section'>;

function person(reason: string, isOfAll = false): Kept {
  return { kind: 'needs-person', reason, isRecord: true, isOfAll };
}

function leftAlone(reason: string, isOfAll = false): Kept {
  return { kind: 'left-alone', reason, isOfAll };
}

/** For documents and statements whose status says so. */
export function noLongerInForce(): string {
  return t('It is no longer in force: what it says stays as it was.');
}

/** For certificates, suppliers and audits. */
export function statementReason(): string {
  return t(
    'It stands in a statement about a certificate, a supplier or an audit: say yourself whether that is true of the new edition.',
  );
}

function recordReason(): string {
  return t(
    'It tells what was on a day, or what a contract says, in the numbers of that day. Change it yourself where it speaks of today.',
  );
}

/** Whether all of the document is the report or the minutes of a day: by its type, its title or the name of its file. */
function isRecord(document: PolicyDocument, text: string, settings: Settings): boolean {
  if (isTemplate(document)) return false;
  const title = titleOf(document).toLowerCase();
  const named = fileName(document.path)
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ');
  if (isRecordTitle(title) || isRecordTitle(`${title}: ${named}`)) return true;
  const type = filledField(document, 'type')?.value.trim() ?? '';
  // "audit report": the last word says what it is.
  const isOfType = [type, type.split(/\s+/).pop()!].some(
    (name) => documentTypeNamed(name, settings)?.name === 'record',
  );
  if (!isReportTitle(title, isOfType)) return false;
  const hasDay = document.frontMatter?.scalars.some(
    ({ path, text: day }) => dayWord.test(String(path[0])) && /\d{4}/.test(day),
  );
  return hasDay || dayLine.test(openingOf(document, text));
}

const dayWord = /^(?:date|day|datum|tag|fecha|data|dag|giorno)$/i;
const dayLine = /(?:^| |\|)(?:date|datum|fecha|data|dag)[ |]*:?[ |]*(?:\p{L}+,? )?[\p{L}\d./ -]{0,16}(?:19|20)\d\d/u;
