/** Annexes of contracts: "Framework agreement, annex A.9.2", "contract with the supplier, art. 8.3 and annex A.2". */
import type { Catalog } from '../../catalog/types.js';
import type { Evidence } from '../draft.js';
import { isContractAt } from '../grammar/contractNames.js';
import type { RawReference } from '../grammar.js';
import { andWords, annexWords, verbWords } from '../text/lexicon.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import { isManagementSystem } from '../text/standardNames.js';
import { isMark, isWord } from '../text/tokens.js';

/** In tokens: "Contract with the supplier of the data centre, art. 8.3 and". */
const farthestContract = 14;

/**
 * Whether an annex is that of the contract that is named before it. Where the surroundings name a standard, what is a control in any of
 * its editions is that control ("supplier agreements, Annex A.5.20"), and what only its group has today is a slip ("Annex A.5.41").
 */
export function isAnnexOfContract(
  raw: RawReference,
  run: Run,
  outside: readonly Evidence[],
  catalog: Catalog,
): boolean {
  const { form, attached, first, head, letter, members } = raw;
  if (form !== 'annex' || attached !== null || !isWord(run.tokens[head], annexWords)) return false;
  if (!isBehindContract(run, first)) return false;
  const { parts } = members[0]!;
  const id = `${letter}.${parts.join('.')}`;
  const named = new Set(outside.flatMap(({ standards }) => standards.map(({ standard }) => standard)));
  const editions = catalog.standards.filter((one) => isManagementSystem(one) && named.has(one.standard));
  if (editions.length === 0 || editions.some(({ key }) => catalog.find(key, id)?.kind === 'control')) return false;
  const inForce = editions.filter(({ status }) => status === 'current');
  return parts.length === 1 || inForce.every(({ key }) => !catalog.find(key, `${letter}.${parts[0]}`));
}

/** "…, annex", "… (annex", "… and annex": behind the noun that is a contract, in one phrase. */
function isBehindContract(run: Run, first: number): boolean {
  const { tokens } = run;
  const joint = tokens[first - 1];
  if (!isMark(joint, ',') && !isMark(joint, '(') && !isWord(joint, andWords)) return false;
  for (let at = first - 2; at >= 0 && at > first - farthestContract; at--) {
    if (isMark(tokens[at], ';') || isWord(tokens[at], verbWords)) return false;
    if (mentionAtToken(run, at) !== null) return false;
    if (isContractAt(tokens, at)) return true;
    // "art. 8.3" ends no sentence.
    if (endsSentence(run, at) && tokens[at + 1]?.kind !== 'number') return false;
  }
  return false;
}
