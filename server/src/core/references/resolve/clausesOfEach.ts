/** Of which clauses does a document mean each of its standards: by its tags, or by citing one so? */
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
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
