/** A text in the place of a list or mapping that the reader takes for one text: `[CEO, CISO]` stays a list. */
import { t } from '../../l10n.js';
import { joinParts } from '../../soa/plainValues.js';
import type { Replacement } from '../applyEdits.js';
import { itemsOf, type WriteValue } from './collections.js';
import { editList } from './lists.js';
import {
  colonEnd,
  contentOf,
  isFlow,
  isMap,
  isScalar,
  isSeq,
  keyText,
  type Node,
  pairsOf,
  Refusal,
  spanOf,
  type Tree,
  unshared,
  type YAMLMap,
  type YAMLSeq,
  type YamlPair,
} from './tree.js';

/**
 * The edits that make the list or mapping behind a key say `text`, part by part; null where it is neither, or a list that
 * cannot say it: then the text may take its place.
 * @param write how a text is written
 * @throws Refusal where keys of a mapping would be lost
 */
export function editJoinedTexts(
  pair: YamlPair,
  text: string,
  write: (text: string) => WriteValue,
  tree: Tree,
): Replacement[] | null {
  const content = contentOf(pair);
  if (isSeq(content)) return editTexts(content, text, write, tree);
  if (!isMap(content) || isTextWithColon(pair, content, tree)) return null;
  return editValues(pair, content, text, write, tree);
}

function editTexts(list: YAMLSeq, text: string, write: (text: string) => WriteValue, tree: Tree): Replacement[] | null {
  const items = itemsOf(list);
  const parts = partsOf(text);
  if (items.length === 0 || !items.every(isScalar) || joinParts(parts) !== text) return null;
  // An item that holds a comma itself could not be told from two.
  if (items.some((item) => textOf(item).includes(', '))) return null;
  const wanted = parts.map((part) => ({ identity: part, write: write(part) }));
  return editList(list, wanted, textOf, tree);
}

function editValues(
  pair: YamlPair,
  map: YAMLMap,
  text: string,
  write: (text: string) => WriteValue,
  tree: Tree,
): Replacement[] {
  const values = pairsOf(map).map(contentOf);
  const parts = partsOf(text);
  if (values.length !== parts.length || !values.every((value) => isScalar(value)) || joinParts(parts) !== text) {
    throw new Refusal(
      t('“{0}” has keys of its own in this file, which would be lost. Change it in soa.yaml itself.', keyText(pair)),
    );
  }
  return values.flatMap((value, index) => {
    const part = parts[index]!;
    const node = value as Node;
    if (textOf(node) === part) return [];
    return [
      {
        span: spanOf(unshared(node, tree), tree),
        newText: write(part)({ isFlow: true, indent: 0, lineBreak: tree.lineBreak }),
      },
    ];
  });
}

/** `owner: Head: IT` is a mapping to YAML and a text to people. */
function isTextWithColon(pair: YamlPair, map: YAMLMap, tree: Tree): boolean {
  return !isFlow(map) && !/[\r\n]/.test(tree.text.slice(colonEnd(pair, tree), spanOf(map, tree).start));
}

function partsOf(text: string): string[] {
  return text.split(', ').filter((part) => part.trim() !== '');
}

function textOf(node: Node): string {
  return isScalar(node) ? (node.source ?? String(node.value ?? '')).trim() : '';
}
