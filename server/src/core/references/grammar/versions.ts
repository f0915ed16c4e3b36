/** Numbers of software beside a bare number, which is one then, too. */
import { fromWords, toWords } from '../text/lexicon.js';
import { isWord } from '../text/tokens.js';
import { isArrow, isDash } from './bounds.js';
import type { Reader } from './types.js';

/**
 * `pdfkit 6.1.3, zlib 1.3.2`: another number beside it that no clause can have; `kernel 6.1.2`, `upgraded from 6.1.2 to 6.1.3`,
 * `7.5.1 → 7.5.2`, and what goes on from a number that was not read (`Proxmox 7.5.1 and 7.5.2`).
 */
export function listsVersions({ tokens, found }: Reader, at: number): boolean {
  const [word, earlier, before] = [3, 2, 1].map((back) => tokens[at - back]);
  if (software.test(before?.lower ?? '') || isArrow(tokens, at + 1)) return true;
  const isJoined = before?.kind === 'word' && (word?.kind === 'word' || isDash(word));
  if (isJoined && earlier?.kind === 'number' && earlier.parts.length > 2 && found[found.length - 1]?.last !== at - 1)
    return true;
  const isMoved = isWord(before, fromWords) || isWord(before, toWords) || before?.lower === 'auf';
  return tokens
    .slice(Math.max(0, at - nearVersion), at + nearVersion)
    .some(
      ({ kind, parts, lower }) =>
        (kind === 'number' && parts.length === 3 && (parts[0]! < 4 || parts[0]! > 18)) ||
        (isMoved && upgraded.test(lower)),
    );
}

const software = /ware$|^(?:kernel|driver|client|agente?|package|model|lote?|(?:build|image|feature)s?)$/;

const upgraded = /^(?:upgrad|updat|a[kc]tuali[sz]|migr|jour$|aggiorn|bijgew)/;

/** In tokens: the name before and behind. */
const nearVersion = 5;
