import assert from 'node:assert/strict';
import { silenceSystemFixes } from '../../../server/src/core/features/quickFixes.js';
import { checkSystem } from '../../../server/src/core/rules/run.js';
import { applyTo } from '../../support/applyEdits.js';
import { checkFix, checkRule } from '../../support/checkRules.js';
import { dedent, makeSnapshot } from '../../support/workspace.js';

const scope = 'standards: { 99042: { edition: 2023 } }\n';

function findings(text: string) {
  const snapshot = makeSnapshot({ 'soa.yaml': text });
  const own = ['exclusion-without-justification', 'unused-suppression', 'boilerplate-justification'];
  return checkSystem(snapshot.systems[0]!, snapshot).filter(({ code }) => own.includes(code));
}

const codes = (text: string) => findings(scope + dedent(text)).map(({ code }) => code);

describe('silencing comments in soa.yaml', () => {
  it('hold for the whole decision below them', () => {
    assert.deepEqual(
      codes(`
        controls:
          # clausemark-disable-next-line boilerplate-justification -- the auditor knows
          # Another comment in between.
          99042:A.5.2:
            applicable: false
            justification: N/A
      `),
      [],
    );
  });

  it('hold for the next line elsewhere, and nowhere else', () => {
    assert.deepEqual(
      codes(`
        controls:
          99042:A.5.2:
            applicable: false
            # clausemark-disable-next-line boilerplate-justification
            justification: N/A
          99042:A.5.3:
            applicable: false
            justification: N/A
      `),
      ['boilerplate-justification'],
    );
  });

  it('hold for their own line, a range or the file', () => {
    const exclusion = '  99042:A.5.2: { applicable: false }';
    assert.deepEqual(codes(`controls:\n${exclusion}\n`), ['exclusion-without-justification']);
    assert.deepEqual(codes(`controls:\n${exclusion} # clausemark-disable-line exclusion-without-justification\n`), []);
    assert.deepEqual(codes(`# clausemark-disable-file exclusion-without-justification\ncontrols:\n${exclusion}\n`), []);
    assert.deepEqual(codes(`controls:\n  # clausemark-disable\n${exclusion}\n  # clausemark-enable\n`), []);
    assert.deepEqual(codes(`controls:\n  # clausemark-disable\n  # clausemark-enable\n${exclusion}\n`), [
      'unused-suppression',
      'exclusion-without-justification',
    ]);
  });

  it('are findings where they silence nothing, and can be taken away', () => {
    const text = `${scope}controls:\n  # clausemark-disable-next-line boilerplate-justification\n  99042:A.5.2: { applicable: true }\n`;
    assert.deepEqual(
      findings(text).map(({ code }) => code),
      ['unused-suppression'],
    );
    const without = `${scope}controls:\n  99042:A.5.2: { applicable: true }\n`;
    checkFix('unused-suppression', 'Remove the comment', { 'soa.yaml': text }, { 'soa.yaml': without });
    checkRule('unused-suppression', { 'soa.yaml': without });
  });

  it('are offered for the control and for the file', () => {
    for (const ends of ['\n', '\r\n']) {
      const text =
        `\ufeff${scope}controls:\n  99042:A.5.2:\n    applicable: false\n    justification: N/A\n`.replaceAll(
          '\n',
          ends,
        );
      const snapshot = makeSnapshot({ 'soa.yaml': text });
      const finding = findings(text)[0]!;
      const fixes = silenceSystemFixes(finding, snapshot.systems[0]!, text);
      assert.deepEqual(
        fixes.map(({ title }) => title),
        ['Silence boilerplate-justification for 99042:A.5.2', 'Silence boilerplate-justification in this file'],
      );
      for (const fix of fixes) {
        const silenced = applyTo('soa.yaml', text, fix.edits);
        assert.ok(silenced.startsWith('\ufeff') && silenced.split(ends).length === text.split(ends).length + 1);
        assert.deepEqual(findings(silenced), [], fix.title);
      }
    }
  });

  it('are read in time that grows with their number', () => {
    const many = '# clausemark-disable-next-line boilerplate-justification\n'.repeat(20_000);
    assert.ok(makeSnapshot({ 'soa.yaml': many + scope }).systems[0]!.suppressions!.length === 20_000);
  });
});
