/** Of which clauses does a document mean each of its standards: by its tags, or by citing one so? */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { entryIn } from './lookup.js';
import type { Outcome } from './outcome.js';

/**
 * "The agenda follows clause 9.3.2 of ISO/IEC 27001 and ISO/IEC 42001": whether a document that cites a clause of each of some standards
 * means each of them by its other clauses, because it cites none of one of them without naming that one.
 */
export function clausesOfEach(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
): (named: readonly NamedStandard[]) => boolean {
  const cited = new Set<string>();
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (drafts[i]!.form !== 'clause' || outcome.state !== 'resolved') continue;
    if (outcome.named.length > 1) for (const { standard } of outcome.named) cited.add(standard);
    // `{ standard: ISO 27001, chapters: ["9.2"] }` in front matter names it as well.
    else if (
      outcome.by !== 'line' &&
      outcome.by !== 'tag' &&
      !(drafts[i]!.where === 'front-matter' && outcome.by === 'block')
    )
      return () => false;
  }
  return (named) => named.every(({ standard }) => cited.has(standard));
}

/**
 * "Audits (9.2)" in minutes that say up front that they are of ISO/IEC 27001 and ISO/IEC 42001: a clause that all of those have alike which
 * are possible is one of each. Letters of items differ, and the marks of a row may be for some.
 */
export function isOfAll(
  { far, members, isTag, isBare, where }: DraftReference,
  named: readonly NamedStandard[],
  catalog: Catalog,
): boolean {
  if (isTag || (isBare && where === 'table')) return false;
  // With all the editions that are named.
  const meant = far
    .flatMap(({ areAll, standards }) => (areAll ? standards : []))
    .filter((one) => named.some(({ standard }) => standard === one.standard));
  return (
    new Set(meant.map(({ standard }) => standard)).size === named.length &&
    members.every(
      ({ parts, to, items }) =>
        items.length === 0 && [parts, to ?? parts].every((number) => isAlike(number.join('.'), meant, catalog)),
    )
  );
}

/**
 * Whether a clause has one title in all of them, but for the name of the management system ("Determining the scope of the AI management
 * system") or a word before or behind it. The policy, the objectives and the risks of each are not those of another.
 */
function isAlike(id: string, named: readonly NamedStandard[], catalog: Catalog): boolean {
  const titles = named.map((one) =>
    (entryIn(one, id, catalog)?.title ?? '').toLowerCase().replace(/.*management /, ''),
  );
  const shortest = titles.reduce((one, other) => (other.length < one.length ? other : one));
  return titles.every((title) => title === shortest || (shortest.includes(' ') && title.includes(shortest)));
}

/** `27001:9.2` for every clause that the document tags. */
export function taggedClauses(drafts: readonly DraftReference[], outcomes: readonly Outcome[]): Set<string> {
  const tagged = new Set<string>();
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (!drafts[i]!.isTag || outcome.state !== 'resolved') continue;
    for (const named of outcome.named)
      for (const member of drafts[i]!.members) tagged.add(`${named.standard}:${member.parts.join('.')}`);
  }
  return tagged;
}
