/** Fixes in a soa.yaml: what they write, and that they leave everything else alone. */
import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';

const scope = 'standards: { 99042: { edition: 2023 } } # All robots\n';
const soa = (decision: string) => ({ 'soa.yaml': `${scope}controls:\n  99042:A.5.2:\n${decision}` });

describe('fixes of a soa.yaml', () => {
  it('add a key for the writer to fill in', () => {
    checkFix(
      'exclusion-without-justification',
      'Add a justification to fill in',
      soa('    applicable: false # Robots!\n    decided: 2026-01-01\n'),
      soa('    applicable: false # Robots!\n    justification: \n    decided: 2026-01-01\n'),
    );
    const flow = (text: string) => ({ 'soa.yaml': `${scope}controls: { 99042:A.5.2: ${text} }\n` });
    const fixed = applyFix('exclusion-without-justification', 'Add a', flow('{ applicable: false }'))['soa.yaml']!;
    assert.match(fixed, /applicable: false, justification: +\}/);
    checkRule('malformed-soa', { 'soa.yaml': fixed });
  });

  it('add each key that there is a fix for, in every style, and the result can be read', () => {
    const complete =
      '99042:A.5.3: { applicable: true, justification: r, drivers: [risk], status: implemented, evidence: [x] }';
    for (const [code, title, key, fields] of [
      [
        'inclusion-without-driver',
        'Add drivers to fill in',
        'drivers',
        { applicable: 'true', status: 'implemented', evidence: '[x]' },
      ],
      [
        'implemented-without-evidence',
        'Add evidence to fill in',
        'evidence',
        { applicable: 'true', drivers: '[risk]', status: 'implemented' },
      ],
      [
        'supplier-missing',
        'Add a supplier to fill in',
        'supplier',
        { applicable: 'true', drivers: '[legal]', status: 'planned', model: 'shared' },
      ],
      [
        'exclusion-without-justification',
        'Add a justification to fill in',
        'justification',
        { applicable: 'false', decided: '2026-01-01' },
      ],
    ] as const) {
      const pairs = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
      for (const decision of [`    ${pairs.join('\n    ')}`, `{ ${pairs.join(', ')} }`]) {
        const written = decision.startsWith('{') ? `99042:A.5.2: ${decision}` : `99042:A.5.2:\n${decision}`;
        const before = { 'soa.yaml': `${scope}controls:\n  ${written}\n  ${complete}\n` };
        const after = applyFix(code, title, before)['soa.yaml']!;
        assert.match(
          after.slice(after.indexOf('A.5.2'), after.indexOf('A.5.3')),
          new RegExp(`\\b${key}: *(?:\\[\\])?`),
          code,
        );
        checkRule('malformed-soa', { 'soa.yaml': after });
        // An empty key says nothing, so it is still asked for.
        assert.ok(fixTitles(code, { 'soa.yaml': after }).length > 0, `${code}: ${after}`);
      }
    }
  });

  it('write what a word of another language or a date in another order means', () => {
    const code = 'malformed-soa';
    const head = (text: string) => ({ 'soa.yaml': `${text}\n${scope}controls: { 99042:A.5.2: no }\n` });
    for (const [written, meant] of [
      ['ja', 'true'],
      ['"Nein"', 'false'],
      ['nicht anwendbar', 'false'],
      ['offen', 'undecided'],
    ] as const) {
      const before = soa(`    applicable: ${written} # so it is\n`);
      checkFix(code, `Replace with ${meant}`, before, soa(`    applicable: ${meant} # so it is\n`));
      // The word is reported once.
      checkRule('undecided-control', before);
    }
    const status = (word: string) => soa(`    applicable: true\n    status: ${word}\n`);
    checkFix(code, 'Replace with partial', status('teilweise umgesetzt'), status('partial'));
    checkFix(code, 'Replace with approved', head('status: freigegeben'), head('status: approved'));
    checkFix(code, 'Replace with in-review', head('status: in Prüfung'), head('status: in-review'));
    checkFix(code, 'Replace with 2026-01-15', head('approved: 15.01.2026'), head('approved: 2026-01-15'));
    const target = (text: string) => soa(`    applicable: true\n    target: ${text}\n`);
    checkFix(code, 'Replace with 2026-Q3', target('Q3 2026'), target('2026-Q3'));
    // What says more than one thing, or could be two days, is left to the writer.
    for (const files of [
      soa('    applicable: Nein, keine Roboter\n'),
      soa('    applicable: perhaps\n'),
      status('80 %'),
      head('approved: 03/04/2026'),
      head('status: shiny'),
    ]) {
      assert.deepEqual(fixTitles(code, files), [], files['soa.yaml']);
    }
  });

  it('keep the byte order mark and the line ends', () => {
    const windows = (text: string) => ({ 'soa.yaml': `\ufeff${text}`.replaceAll('\n', '\r\n') });
    checkFix(
      'exclusion-without-justification',
      'Add a justification to fill in',
      windows(soa('    applicable: false\n')['soa.yaml']),
      windows(soa('    applicable: false\n    justification: \n')['soa.yaml']),
    );
  });

  it('confirm an exclusion for another year', () => {
    const code = 'exclusion-review-overdue';
    const exclusion = (key: string, date: string) =>
      soa(`    applicable: false\n    justification: No robots.\n    ${key}: ${date}\n`);
    for (const key of ['review', 'expires']) {
      checkFix(code, 'Confirm it until 2027-11-21', exclusion(key, '2026-01-01'), exclusion(key, '2027-11-21'));
      checkRule(code, exclusion(key, '2027-11-21'));
    }
    const applies = applyFix(code, 'Decide that A.5.2 applies', exclusion('review', '2026-01-01'));
    assert.match(applies['soa.yaml']!, /applicable: true/);
  });

  it('leave silencing comments and second decisions where they are', () => {
    const file = (status: string) => ({
      'soa.yaml': `status: ${status}\n# clausemark-disable-next-line wrong-count -- why\n${scope}controls:\n  # clausemark-disable-next-line uncovered-control\n  99042:A.5.2: yes\n  99042:A.5.2: no # clausemark-disable-line\n`,
    });
    checkFix('approval-incomplete', 'Set the status back', file('approved'), file('draft'));
  });

  it('complete an approval, or take it back', () => {
    const code = 'approval-incomplete';
    const head = (text: string) => ({ 'soa.yaml': `status: approved\n${text}${scope}` });
    const titles = ['Set the approval date to today, 2026-11-21', 'Set the status back to draft'];
    assert.deepEqual(fixTitles(code, head('approved_by: CEO\n')), titles);
    const dated = applyFix(code, titles[0]!, head('approved_by: CEO\n'));
    assert.match(dated['soa.yaml']!, /^approved: 2026-11-21$/m);
    checkRule(code, dated);
    checkFix(code, titles[1]!, head('approved_by: CEO\n'), {
      'soa.yaml': `status: draft\napproved_by: CEO\n${scope}`,
    });
    assert.deepEqual(fixTitles(code, head('approved: 2026-01-01\n')), titles.slice(1));
  });

  it('settle a control that is excluded and claimed, on either side', () => {
    const code = 'excluded-but-claimed';
    const files = {
      ...soa('    applicable: false\n    justification: No robots.\n'),
      'a.md': '---\nstatus: approved\ncontrols: [99042:A.5.2, 99042:A.5.3]\n---\n# A\n',
      'b.md': '---\nstatus: approved\ncontrols: [99042:A.5.3, 99042:A.5.2]\n---\n# B\n',
    };
    checkFix(code, 'Decide that A.5.2 applies', files, soa('    applicable: true\n    justification: No robots.\n'));
    checkRule(code, { ...files, 'soa.yaml': `status: retired\n${files['soa.yaml']}` });
    checkFix(code, 'Remove the tag A.5.2 from 2 documents', files, {
      'a.md': '---\nstatus: approved\ncontrols: [99042:A.5.3]\n---\n# A\n',
      'b.md': '---\nstatus: approved\ncontrols: [99042:A.5.3]\n---\n# B\n',
    });
  });

  it('remove a decision that is made for another role', () => {
    const head = 'standards: { 99701: { edition: 2025, roles: [processor] } }\ncontrols:\n';
    checkFix(
      'role-mismatch',
      'Remove the decision on 99701:A.1.2.2',
      { 'soa.yaml': `${head}  99701:A.1.2.2: { applicable: true }\n  99701:A.3.3: { applicable: true }\n` },
      { 'soa.yaml': `${head}  99701:A.3.3: { applicable: true }\n` },
    );
  });
});

describe('unknown-decision with the editions of ISO/IEC 27001', () => {
  const code = 'unknown-decision';
  const catalog = realCatalog();
  const file = (keys: readonly string[]) => ({
    'soa.yaml': `standards: [27001:2022]\ncontrols:\n${keys.map((key) => `  ${key}: # Why\n    applicable: true\n`).join('')}`,
  });

  it('moves the row of an old number, with everything below it', function () {
    if (!catalog) this.skip();
    checkFix(code, 'Replace with A.8.8', file(['27001:A.12.6.1']), file(['27001:A.8.8']), { catalog });
    checkFix(code, 'Replace with A.8.8', file(['27001:2013:A.12.6.1']), file(['27001:A.8.8']), { catalog });
    checkRule(
      code,
      {
        'soa.yaml': `
          standards: [27001:2022]
          controls:
            27001:2013:A.12.6.1: yes
            ^^^^^^^^^^^^^^^^^^^ error: A.12.6.1 (Management of technical vulnerabilities) belongs to 27001:2013, but this system works by 27001:2022, so this decision counts for nothing. In the 2013 edition it was “Management of technical vulnerabilities”; since 2022 that is A.8.8.
        `,
      },
      { catalog },
    );
  });

  it('offers each successor of a control that was split', function () {
    if (!catalog) this.skip();
    const split = catalog.controls('iso27001-2013').find(({ key }) => catalog.successors(key).length > 1);
    assert.ok(split, 'no control of 2013 was split');
    const titles = fixTitles(code, file([`27001:${split.id}`]), { catalog });
    const successors = catalog.successors(split.key);
    assert.deepEqual(
      titles.slice(0, -1),
      successors.map(({ id, title }) => `Replace with ${id} (${title})`),
    );
    assert.equal(titles.at(-1), `Remove the decision on 27001:${split.id}`);
    // What has its decision already is not offered a second time.
    const taken = fixTitles(code, file([`27001:${split.id}`, `27001:${successors[0]!.id}`]), { catalog });
    assert.equal(taken.length, titles.length - 1);
  });
});
