/** A document that speaks of a withdrawn edition as its own, in a system that works by the edition in force. */

import type { Standard } from '../catalog/types.js';
import type { NamedEdition, PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { editionWords, nowWords, ofWords } from '../references/text/lexicon.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { replacementOf, worksBy } from './support/editions.js';
import { lineSpanAt } from './support/source.js';
import { isNotInForce, namesTerm, speaksOfThePast } from './support/standing.js';
import type { Rule } from './types.js';

export const mixedEditions: Rule = {
  code: 'mixed-editions',
  defaultSeverity: 'information',
  title: 'A document that names a withdrawn edition while the management system works by the edition in force',
  checkDocument(document, snapshot, report) {
    const named = document.named ?? [];
    for (const first of named) {
      const old = snapshot.catalog.edition(first.standard, first.edition);
      const newest = old?.status === 'withdrawn' ? replacementOf(old, snapshot.catalog) : null;
      // A text that names both editions speaks of the transition.
      const namesNewest = named.some((other) => other.standard === first.standard && other.edition === newest?.edition);
      if (!old || !newest || namesNewest || !worksBy(newest, document, snapshot)) continue;
      const text = snapshot.textOf(document.path) ?? '';
      if (isNotInForce(document, text)) return;
      const one = outsideHistory(first, document, text);
      if (one === null) continue;
      const line = lineSpanAt(document, one.span.start);
      const words = text.slice(line.start, line.end);
      // "were certified to ISO/IEC 27001:2013 until 2025", "ISO/IEC 27001:2013 A.9.2.3 → A.8.2": the line says itself that the edition
      // is the old one.
      const saysSo = speaksOfThePast(words) || namesTerm(words) || /→|[-=]>/.test(words);
      if (!saysSo && !namesBoth(words, newest) && !tellsToday(line, newest, document, words))
        report({ span: one.span, message: messageOf(one, old, newest, document, snapshot) });
    }
  },
};

/**
 * The edition at its first place that is no entry of a history of versions ("V1.0 03.04.2018 first edition, ISO 27001:2013"), which nobody
 * writes anew; null where it stands in such entries alone.
 */
function outsideHistory(one: NamedEdition, document: PolicyDocument, text: string): NamedEdition | null {
  const isEntry = (at: number): boolean => {
    const { start, end } = lineSpanAt(document, at);
    return historyEntry.test(text.slice(start, Math.min(end, start + longestEntryHead)));
  };
  if (!isEntry(one.span.start)) return one;
  // "27002:2013", as it is written there.
  const name = /\d+\D{0,2}\d+$/.exec(text.slice(one.span.start, one.span.end))?.[0] ?? `${one.standard}:${one.edition}`;
  for (let at = text.indexOf(name, one.span.end); at >= 0; at = text.indexOf(name, at + 1))
    if (!isEntry(at)) return { ...one, span: { start: at, end: at + name.length } };
  return null;
}

/** In characters: a version and its date. */
const longestEntryHead = 80;
const historyEntry =
  /^[\s>*+|-]*(?:(?:v|ver|version|rev|revision|fassung|ausgabe|versión|versão|versie|versione)[. ]{0,2}\d{1,2}(?:\.\d{1,3}){0,2}|\d{1,2}(?:\.\d{1,3}){1,2})[^\p{L}\d]{1,8}(?:(?:vom|of|du|del|van|from|on)\s)?(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}){1,2}|(?:\d{1,2}\.?\s+)?(?:\p{L}{3,9}\.?\s+)?(?:19|20)\d{2})(?!\d)/iu;

/** "(2025 edition: A.2.5.7)", "édition de 2025": a line that names the edition in force by its year alone. */
function namesBoth(words: string, newest: Standard): boolean {
  const all = words.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return all.some((word, at) => {
    const before = ofWords.has(all[at - 1] ?? '') ? all[at - 2] : all[at - 1];
    return word === newest.edition && [before, all[at + 1]].some((beside) => beside !== undefined && isEdition(beside));
  });
}

/** A policy has versions and texts of a year, too. */
function isEdition(word: string): boolean {
  return editionWords.has(word) && !/^(?:version|text|fassung)/.test(word);
}

/** "B.8.5.6, now A.2.5.7": a line that says which number it is today. */
function tellsToday(line: Span, newest: Standard, { references }: PolicyDocument, words: string): boolean {
  if (
    !words
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.some((word) => nowWords.has(word))
  )
    return false;
  return references.some(
    ({ standard, edition, span }) =>
      standard === newest.standard && edition === newest.edition && span.start >= line.start && span.end <= line.end,
  );
}

function messageOf(
  one: NamedEdition,
  old: Standard,
  newest: Standard,
  document: PolicyDocument,
  snapshot: Snapshot,
): string {
  const written = snapshot.textOf(document.path)?.slice(one.span.start, one.span.end) ?? '';
  const [before, after] = [nameIn(written, old, old), nameIn(written, old, newest)];
  const what =
    after === newest.name
      ? t(
          'This document names {0}, which was replaced by {1}, the edition that the management system follows.',
          before,
          after,
        )
      : t(
          'This document names {0}, which was replaced by {1}; the management system follows {2}.',
          before,
          after,
          newest.name,
        );
  return `${what} ${t('A certificate is for one edition: update the name and check the references of this document.')}`;
}

/** The name of the standard, or of its companion (ISO/IEC 27002:2013) where the text names that. */
function nameIn(written: string, old: Standard, standard: Standard): string {
  const number = old.companions?.find(
    (one) => written.startsWith(one.number) || written.includes(` ${one.number}`),
  )?.number;
  const companion = standard.companions?.find((one) => one.number === number);
  return companion && !written.includes(old.standard) ? `${companion.names[0]}:${companion.edition}` : standard.name;
}
