import assert from 'node:assert/strict';
import { silenceSystemFixes } from '../../../server/src/core/features/silence.js';
import { checkSystem } from '../../../server/src/core/rules/run.js';
import { applyTo } from '../../support/applyEdits.js';
import { checkFix, checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
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

  describe('above one control of several that a finding speaks of', () => {
    const ids = [1, 2, 3, 4, 5, 6].map((number) => `A.5.${number}`);
    const told = (code: string, silenced: readonly string[], value: string, more: Record<string, string> = {}) => {
      const controls = ids.map((id) => {
        const comment = silenced.includes(id) ? `  # clausemark-disable-next-line ${code}\n` : '';
        return `${comment}  27001:${id}: ${value}\n`;
      });
      const text = `standards: { 27001: { edition: 2022 } }\ncontrols:\n${controls.join('')}`;
      const snapshot = makeSnapshot({ 'soa.yaml': text, ...more }, { catalog: catalogOfProject() });
      return checkSystem(snapshot.systems[0]!, snapshot)
        .filter((one) => one.code === code || one.code === 'unused-suppression')
        .map(({ span, message, related }) => {
          const line = text.slice(text.lastIndexOf('\n', span.start) + 1, span.end);
          return { at: /A\.5\.\d/.exec(line)?.[0], message, related: related?.length ?? 0 };
        });
    };

    it('they hold for that control of controls that rest on one draft', () => {
      const draft = {
        'draft.md': `---\nstatus: draft\ncontrols: [${ids.map((id) => `27001:${id}`).join(', ')}]\n---\n# Draft\n`,
      };
      const one = (...silenced: string[]) =>
        told('implemented-by-draft-only', silenced, '{ applicable: true, status: implemented }', draft);
      for (const silenced of ['A.5.1', 'A.5.2']) {
        const [finding, ...others] = one(silenced);
        assert.deepEqual(others, []);
        assert.equal(finding!.at, silenced === 'A.5.1' ? 'A.5.2' : 'A.5.1');
        assert.match(finding!.message, /and 4 other controls/);
      }
      assert.deepEqual(
        one('A.5.1', 'A.5.3').map(({ at }) => at),
        ['A.5.2', 'A.5.4', 'A.5.5', 'A.5.6'],
      );
      assert.deepEqual(one(...ids), []);
    });

    it('they hold for that control of controls with the same justification', () => {
      const one = (...silenced: string[]) =>
        told(
          'boilerplate-justification',
          silenced,
          '{ applicable: true, justification: We looked at the risks of 2025 }',
        );
      for (const silenced of ['A.5.1', 'A.5.2']) {
        const [finding, ...others] = one(silenced);
        assert.deepEqual(others, []);
        assert.equal(finding!.at, silenced === 'A.5.1' ? 'A.5.2' : 'A.5.1');
        assert.match(finding!.message, /at 5 applicable controls/);
        assert.doesNotMatch(finding!.message, new RegExp(silenced.replace('.', '\\.')));
        assert.equal(finding!.related, 4);
      }
      assert.match(
        one(...ids.slice(1))[0]!.message,
        /^The justification of A\.5\.1 \(.*\) stands at other controls, too\. /,
      );
      assert.deepEqual(one(...ids), []);
    });

    it('they hold for that control of controls made for another role', () => {
      const control = (number: number, silenced: boolean) =>
        `${silenced ? '  # clausemark-disable-next-line role-mismatch\n' : ''}  27701:A.2.2.${number}: { applicable: true }\n`;
      const text = (silenced: boolean) =>
        `standards: { 27701: { edition: 2025, roles: [controller] } }\ncontrols:\n${[2, 3, 4, 5, 6, 7].map((number) => control(number, silenced && number === 3)).join('')}`;
      const found = (silenced: boolean) => {
        const snapshot = makeSnapshot({ 'soa.yaml': text(silenced) }, { catalog: catalogOfProject() });
        return checkSystem(snapshot.systems[0]!, snapshot).filter(({ code }) => /^(?:role-m|unused)/.test(code)).length;
      };
      assert.equal(found(false), 1);
      assert.equal(found(true), 5);
    });
  });
});
