/** What completion offers at an offset of a document or a soa.yaml. */
import { allRules } from '../rules/all.js';
import type { Snapshot } from '../snapshot.js';
import { completeComment } from './completeEntries.js';
import { completeFrontMatter, frontMatterStart } from './completeFrontMatter.js';
import { completeProse } from './completeProse.js';
import { completeSoa } from './completeSoa.js';
import type { Completion } from './completionTypes.js';
import { systemAtPath } from './support/at.js';

/** Completions in the order of their `sortText`; empty where nothing of ours can stand. */
export function completion(snapshot: Snapshot, path: string, offset: number): Completion[] {
  const text = snapshot.textOf(path);
  if (text === null || offset > text.length) return [];
  const system = systemAtPath(path, snapshot);
  const inYaml = completeRuleCodes(text, offset, '#');
  if (system) return bySortText(inYaml ?? completeSoa(snapshot, system, text, offset));
  const start = frontMatterStart(text, snapshot.documents.get(path), offset);
  if (start !== null) return bySortText(inYaml ?? completeFrontMatter(snapshot, path, text, start, offset));
  const found =
    completeRuleCodes(text, offset, '<!--') ??
    completeComment(snapshot, path, text, offset) ??
    completeProse(snapshot, path, text, offset);
  return bySortText(found ?? []);
}

function bySortText(completions: Completion[]): Completion[] {
  return completions.sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}

const beforeRuleCode = {
  '<!--': /<!--\s*clausemark-disable[\w-]*\s+(?:[\w-]+[,\s]+)*([\w-]*)$/,
  '#': /(?:^|[ \t])#[ \t]*clausemark-disable[\w-]*[ \t]+(?:[\w-]+[, \t]+)*([\w-]*)$/m,
};

/** `<!-- clausemark-disable-next-line …|`; in YAML the same words stand behind `#`. */
function completeRuleCodes(text: string, offset: number, mark: '<!--' | '#'): Completion[] | null {
  const before = text.slice(Math.max(0, offset - 300), offset);
  const match = beforeRuleCode[mark].exec(before);
  if (!match || before.includes(' -- ', match.index)) return null;
  const span = { start: offset - match[1]!.length, end: offset };
  return allRules().map((rule, index) => ({
    kind: 'rule',
    label: rule.code,
    detail: rule.title,
    span,
    newText: rule.code,
    filterText: rule.code,
    sortText: String(index).padStart(4, '0'),
  }));
}
