import assert from 'node:assert/strict';
import { linesOf, migrateSoa, reasonFor } from '../../support/checkMigration.js';
import { dedent } from '../../support/workspace.js';

describe('migrateSystem', () => {
  it('renames the keys and changes the edition, and nothing else, byte for byte', () => {
    const source =
      '# ours\r\nstandards:\r\n  27001: { edition: 2013 }   # certified\r\ncontrols:\r\n' +
      '  27001:A.12.6.1:   # Management of technical vulnerabilities\r\n    applicable: true\r\n    notes: see 12.6.1\r\n' +
      '  "27001:A.12.3.1": { applicable: true }\r\n  12.1.3: { applicable: true }\r\n';
    const { text } = migrateSoa(source);
    const expected = source
      .replace('2013', '2022')
      .replace('27001:A.12.6.1:', '27001:A.8.8:')
      .replace('"27001:A.12.3.1"', '"27001:A.8.13"')
      .replace('12.1.3:', '"8.6":');
    assert.equal(text, expected);
  });

  const forms = [
    'standards:\n  27001: { edition: 2013 }\n',
    'standards:\n  27001:\n    roles: []\n    edition: "2013"\n',
    'standards:\n  27001: 2013\n',
    'standards:\n  - 27001:2013\n',
    'standards: [ISO/IEC 27001:2013]\n',
    'standards:\n  - { standard: 27001, edition: 2013 }\n',
  ];
  for (const form of forms) {
    it(`changes the edition in ${JSON.stringify(form)}`, () => {
      const { text } = migrateSoa(`${form}controls:\n  27001:A.12.6.1: { applicable: true }\n`);
      assert.equal(text, `${form.replace('2013', '2022')}controls:\n  27001:A.8.8: { applicable: true }\n`);
    });
  }

  it('reads keys in all their forms', () => {
    const { text } = migrateSoa(
      dedent(`
        standards: { 27001: { edition: 2013 } }
        controls:
          27001:
            A.12.6.1: yes
          27001:2013:A.9.2.3: yes
          ISO/IEC 27001-2013 A.9.4.5: yes
          A.12.3.1: yes
      `),
    );
    assert.match(
      text,
      /\n {4}A\.8\.8: yes\n {2}27001:2022:A\.8\.2: yes\n {2}ISO\/IEC 27001-2022 A\.8\.4: yes\n {2}A\.8\.13: yes/,
    );
  });

  it('leaves decisions that would become one to a person', () => {
    const source = dedent(`
      standards: { 27001: { edition: 2013 } }
      controls:
        27001:A.12.4.1: { applicable: true }
        27001:A.12.4.2: { applicable: false }
        27001:A.12.3.1: { applicable: true }
    `);
    const migrated = migrateSoa(source);
    assert.equal(migrated.text, source.replace('2013', '2022').replace('A.12.3.1', 'A.8.13'));
    assert.equal(
      reasonFor('27001:A.12.4.1', migrated),
      'A.8.15 (Logging) takes the place of this and of A.12.4.2: make one decision of them.',
    );
  });

  it('does not overwrite a decision that is there already', () => {
    const source = dedent(`
      standards: { 27001: { edition: 2022 } }
      controls:
        27001:A.12.6.1: { applicable: true }
        27001:A.8.8: { applicable: true }
    `);
    const migrated = migrateSoa(source);
    assert.equal(migrated.text, source);
    assert.match(reasonFor('27001:A.12.6.1', migrated), /the decision on A\.8\.8 that is there already/);
  });

  it('leaves to a person what became several controls, and a key that would be of another standard', () => {
    const migrated = migrateSoa(
      dedent(`
        standards: { 27001: { edition: 2013 }, 42001: { edition: 2023 } }
        controls:
          27001:A.18.2.3: { applicable: true }
          A.7.1.1: { applicable: true }
          42001:A.6.1.2: { applicable: true }
      `),
      { beside: ['42001:2023'] },
    );
    assert.deepEqual(linesOf(migrated), [
      'changed 2013 → 2022',
      'needs-person 27001:A.18.2.3 → A.5.36 A.8.8',
      'needs-person A.7.1.1 → A.6.1',
    ]);
  });

  it('points to words that name the old edition', () => {
    const migrated = migrateSoa('scope: ISMS to ISO/IEC 27001:2013\nstandards: { 27001: { edition: 2013 } }\n');
    assert.match(migrated.text, /ISO\/IEC 27001:2013/);
    assert.match(reasonFor('ISO/IEC 27001:2013', migrated), /whether they are true of the new one/);
  });

  it('moves 27701:2019 to 2025', () => {
    const { text } = migrateSoa(
      dedent(`
        standards:
          27701: { roles: [controller], edition: 2019 }
        controls:
          27701:A.7.2.1: { applicable: true }
          27701:B.8.2.1: { applicable: true }
      `),
      { from: '27701:2019', to: '27701:2025' },
    );
    assert.match(text, /edition: 2025/);
    assert.match(text, /27701:A\.1\.2\.2: .*\n {2}27701:A\.2\.2\.2: /);
  });

  it('has nothing to do where the standard is not in scope, or the text is broken', () => {
    for (const text of ['', 'standards: { 42001: { edition: 2023 } }\n', 'controls: [', '- a\n- b\n']) {
      assert.deepEqual(migrateSoa(text), { text, entries: [] });
    }
  });
});
