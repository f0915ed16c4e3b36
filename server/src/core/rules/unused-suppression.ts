/** A silencing comment that silences nothing. */

import type { Suppression } from '../document.js';
import { removeWithLine } from '../edits/removeWithLine.js';
import { t } from '../l10n.js';
import { joinOr, joinWords } from './support/wording.js';
import type { Report, Rule } from './types.js';

/**
 * The rule itself checks nothing: `run.ts` knows which comments were needed and asks `reportUnused` for the others.
 */
export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  defaultSeverity: 'hint',
  title: 'A silencing comment that silences nothing',
};

/**
 * What to say of a comment of which some codes (or, for a comment without codes, everything) silenced nothing.
 * `unknownCodes` are those that no rule has.
 */
export function reportUnused(
  suppression: Suppression,
  unusedCodes: readonly string[],
  unknownCodes: readonly string[],
  path: string,
  text: string | null,
): Report {
  const isWhole = unusedCodes.length === suppression.codes.length;
  const silent = isWhole
    ? t('This comment silences nothing.')
    : t('{0} silences nothing here.', joinWords(unusedCodes));
  const what = unknownCodes.length > 0 ? t('There is no rule called {0}.', joinOr(unknownCodes)) : silent;
  return {
    span: suppression.span,
    message: `${what} ${t('Remove it, so that the comments that are left can be trusted.')}`,
    tag: 'unnecessary',
    fixes:
      isWhole && text !== null
        ? [{ title: t('Remove the comment'), edits: [{ path, ...removeWithLine(text, suppression.span) }] }]
        : [],
  };
}
