import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '../../../server/src/core/rules/all.js';
import { rulesIndexPage } from '../../../server/src/core/rules/docsIndex.js';
import { allFindings } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { exampleOf } from '../../support/ruleExamples.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const folder = new URL('../../../docs/rules/', import.meta.url);
const page = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Rules whose findings stand at a standard. */
const ofStandards: ReadonlySet<string> = new Set(['missing-control', 'withdrawn-edition']);

describe('docs of the rules', () => {
  it('have an index that is made from the rules', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(new URL('README.md', folder), rulesIndexPage());
    assert.equal(page('README.md'), rulesIndexPage());
  });

  it('have a page for every rule and no other', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    assert.deepEqual(
      pages.sort(),
      allRules()
        .map((rule) => `${rule.code}.md`)
        .sort(),
    );
  });

  for (const rule of allRules()) {
    describe(rule.code, () => {
      const name = `${rule.code}.md`;
      if (!existsSync(new URL(name, folder))) return;
      const text = page(name);

      it('says what, why, how to put it right and how to silence it', () => {
        assert.ok(text.startsWith(`# ${rule.code}\n\n${rule.title}.\n`), 'heading and title are those of the rule');
        assert.ok(text.includes(`Default severity: **${rule.defaultSeverity}**.`));
        for (const section of ['What it says', 'Why it matters in an audit', 'The fix', 'How to silence it']) {
          assert.ok(text.includes(`\n## ${section}\n`), section);
        }
      });

      it('shows an example that breaks the rule and one that does not', function () {
        const catalog = realCatalog();
        if (!catalog) this.skip();
        const codesOf = (files: Files) => {
          const snapshot = makeSnapshot(files, { catalog, today: '2026-11-21' });
          // What stands at a standard speaks of all its controls; the examples show only one of them.
          const standards = snapshot.systems.flatMap((system) =>
            system.standards.map((standard) => standard.span.start),
          );
          const findings = allFindings(snapshot).filter(
            ({ path, span, code }) =>
              path !== 'soa.yaml' || !standards.includes(span.start) || (code === rule.code && ofStandards.has(code)),
          );
          return new Set(findings.map((finding) => finding.code));
        };
        assert.ok(codesOf(exampleOf(text, 'Breaks the rule')).has(rule.code), 'the first example breaks it');
        assert.ok(!codesOf(exampleOf(text, 'Does not break it')).has(rule.code), 'the second example does not');
      });
    });
  }
});
