/** The key of a decision as the file writes its keys: `27001:A.5.15`, `A.5.15`, `5.15`, with or without quotes. */

import type { CatalogEntry } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { allDecisions } from '../../soa/allDecisions.js';
import { readControlKey } from '../../soa/controlKey.js';
import type { Ground } from './decisions.js';
import { isSafePlain } from './plain.js';
import { doubleQuoted, writeScalar } from './scalars.js';
import { keyText, Refusal, spanOf, type Tree, type YamlPair } from './tree.js';
import { styleOf } from './write.js';

/** The neighbour whose style is followed: its key as text, and the control it means. */
export interface KeyModel {
  readonly pair: YamlPair;
  readonly written: string;
  readonly entry: CatalogEntry;
}

/**
 * The key for a control, as YAML.
 * @param prefix what stands above it already, where ids are grouped by standard: `27001:`
 */
export function keyLike(target: CatalogEntry, model: KeyModel | null, prefix: string, ground: Ground): string {
  const { catalog, system, tree } = ground;
  const standard = catalog.standard(target.standardKey);
  const short = standard?.standard ?? target.standardKey;
  const ways: string[] = [];
  if (model) {
    const own = prefix === '' ? model.written : model.written.slice(prefix.length);
    if (own.endsWith(model.entry.id)) ways.push(own.slice(0, -model.entry.id.length) + target.id);
    const bare = model.entry.id.replace(/^A\./, '');
    if (own.endsWith(bare)) ways.push(own.slice(0, -bare.length) + target.id.replace(/^A\./, ''));
  }
  if (prefix !== '') ways.push(target.id);
  else
    ways.push(
      `${short}:${target.id}`,
      `${short}:${standard?.edition}:${target.id}`,
      `${target.standardKey}:${target.id}`,
    );
  const meansIt = (key: string) => readControlKey(prefix + key, system.standards, catalog).entry?.key === target.key;
  return quotedKey(ways.find(meansIt) ?? ways[ways.length - 1]!, model?.pair ?? null, tree);
}

/** A key in the quotes of another one; in quotes in any case where YAML would read it otherwise. */
export function quotedKey(key: string, like: YamlPair | null, tree: Tree): string {
  const style = like ? styleOf(like.key) : 'plain';
  const place = { isFlow: true, indent: 0, lineBreak: tree.lineBreak };
  if (style === 'plain' || style === 'single') {
    const isSafe = isSafePlain(key, { isFlow: true, isDate: false });
    // A number with a colon is a time of day for some readers, but `27001:A.5.1` is none.
    return style === 'plain' && isSafe
      ? key
      : style === 'plain'
        ? doubleQuoted(key)
        : writeScalar(key, { ...place, style });
  }
  return doubleQuoted(key);
}

/** What stands behind the key of the neighbour where that is the title of its control; a new key gets its own title. */
export function titleComment(model: KeyModel | null, target: CatalogEntry, tree: Tree): string {
  if (!model) return '';
  const rest = /^[ \t]*:([ \t]*)#([ \t]*)([^\r\n]*)/.exec(tree.text.slice(spanOf(model.pair.key, tree).end));
  if (rest?.[3]?.trim() !== model.entry.title.trim()) return '';
  return `${rest[1]}#${rest[2]}${target.title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')}`;
}

export function keyModel(pair: YamlPair, prefix: string, entry: CatalogEntry): KeyModel {
  return { pair, written: prefix + keyText(pair), entry };
}

/** In characters: longer ones are no ids. */
const longestId = 80;

/** The id for a control of the organisation's own. @throws Refusal where it cannot be one, or is taken */
export function readOwnId(written: string, { system }: Ground): string {
  const id = written.trim();
  if (id === '') throw new Refusal(t('A control of your own needs an id, such as OWN-01.'));
  if (id.length > longestId || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(id))
    throw new Refusal(t('This is too long for an id, or has more than one line.'));
  const taken = allDecisions(system);
  if (taken.some((one) => one.written.trim().toLowerCase() === id.toLowerCase()))
    throw new Refusal(t('There is a control {0} already.', id));
  return id;
}
