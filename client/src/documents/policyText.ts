/** Whether a Markdown text is a policy: decides where the preview button is shown. No editor in here. */

/** Only the beginning is looked at, in UTF-16 units: whoever tags or cites does so early. */
export const lookedAt = 20_000;

/** Keys of front matter that policies have and blog posts do not. */
const documentControlKey =
  /^(controls?|clauses?|satisfies|annex_a\w*|\w*_controls|next_review(_date)?|review_date|approved_by|document_id|policy_id|classification)\s*:/im;

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** `<!-- controls: … -->`, `27001:A.5.15`, `ISO/IEC 27001`, `ISO 42001 clause 6.1` */
const tagOrCitation =
  /<!--\s*(?:controls?|clauses?)\s*:|\b\d{5}(?::\d{4})?:(?:[A-Z]\.)?\d|\bISO(?:\/IEC)?\s?\d{5}\b|\bAnnex\s+A\b/i;

/** Reads no more than the first `lookedAt` characters. */
export function looksLikePolicy(text: string): boolean {
  const beginning = text.slice(0, lookedAt);
  const fields = frontMatter.exec(beginning)?.[1];
  if (fields !== undefined && documentControlKey.test(fields)) return true;
  return tagOrCitation.test(beginning);
}
