/** The examples on the pages of the rules, docs/rules/CODE.md. */
import assert from 'node:assert/strict';
import type { Files } from './workspace.js';

/** The files that a section of a page shows: `yaml` is a soa.yaml, each `markdown` a document. */
export function exampleOf(text: string, section: string): Files {
  const start = text.indexOf(`\n## ${section}\n`);
  assert.ok(start >= 0, `The page has no section “${section}”.`);
  const end = Math.min(
    ...['Does not break it', 'The fix'].map((next) => text.indexOf(`\n## ${next}\n`)).filter((at) => at > start),
  );
  const files: Record<string, string> = {};
  for (const [, language, content] of text.slice(start, end).matchAll(/```(markdown|yaml)\n([\s\S]*?)```/g)) {
    const number = Object.keys(files).filter((path) => path.endsWith('.md')).length + 1;
    files[language === 'yaml' ? 'soa.yaml' : `policy${number > 1 ? `-${number}` : ''}.md`] = content!;
  }
  assert.ok(Object.keys(files).length > 0, `The section “${section}” shows no example.`);
  return files;
}
