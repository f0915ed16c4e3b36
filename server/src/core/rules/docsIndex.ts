/** The table of docs/rules/README.md, made from the rules. */
import { allRules } from './all.js';

/** Markdown of the whole page; a test holds the file against it. */
export function rulesIndexPage(): string {
  const rows = allRules().map(
    (rule) => `| [${rule.code}](${rule.code}.md) | ${rule.title} | ${rule.defaultSeverity} |`,
  );
  return [
    '# Rules',
    '',
    'What Clausemark checks. Each rule has a page with an example that breaks it, one that does not, and the fix.',
    'The severity of each can be set (`rules: { code: severity }` in `.clausemark.yaml`, `clausemark.rules` in VS Code):',
    '`error`, `warning`, `information`, `hint` or `off`. A setting also overrules the places where a rule itself is milder',
    'or, as with `law-article`, stricter than its default.',
    '',
    '| Rule | What it finds | Default severity |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '<!-- This table is made from the rules: UPDATE_DOCS=1 npx mocha test/core/rules/docs.test.ts -->',
    '',
  ].join('\n');
}
