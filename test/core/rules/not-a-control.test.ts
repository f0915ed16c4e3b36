import assert from 'node:assert/strict';
import { checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'not-a-control';

describe(code, () => {
  it('finds tags on objectives, groups and guidance', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      controls: [99042:A.5.1, 99042:B.5.2, 99042:A.5.2, 99001:A.6]
                       ^^^^^ warning: A.5.1 “Robots indoors” of 99042:2023 is a control objective, not a control, so this tag covers nothing. Its controls are A.5.2 (Robot register) and A.5.3 (Naming robots): tag those that the text is about.
                                    ^^^^^ warning: B.5.2 “Robot register” of 99042:2023 is a guidance text, not a control, so this tag covers nothing. The control that it explains is A.5.2 (Robot register).
                                                              ^^^ warning: A.6 “Garden controls” of 99001:2020 is a group of controls, not a control…
      ---
      # Robots
    `,
    );
  });

  it('replaces guidance by its control without asking', () => {
    const text = '---\nid: P-1\ncontrols: [99042:B.7.2]\n---\n# Robots\n';
    assert.deepEqual(fixTitles(code, text), ['* Replace with A.7.2 (Feeding robots)']);
    checkFix(code, 'Replace', text, '---\nid: P-1\ncontrols: [99042:A.7.2]\n---\n# Robots\n');
  });

  it('offers the controls of a small group', () => {
    const text = '---\nid: P-1\ncontrols:\n  - "99042:A.5.1"\n---\n# Robots\n';
    checkFix(
      code,
      'Replace with its 2 controls',
      text,
      '---\nid: P-1\ncontrols:\n  - "99042:A.5.2, 99042:A.5.3"\n---\n# Robots\n',
    );
  });

  it('finds an objective that the text calls a control, and only where it does', () => {
    checkRule(
      code,
      `
      # Robots (99042)

      The robots follow control A.5.1 and the objective A.5.1.
                                ^^^^^ warning: A.5.1 “Robots indoors” of 99042:2023 is a control objective, not a control. Its controls are A.5.2 (Robot register) and A.5.3 (Naming robots): cite the one that is meant.
    `,
    );
  });

  it('finds an objective that a list of controls says applies, and not one that it lists as an objective', () => {
    checkRule(
      code,
      `
      # Statement of Applicability (99042)

      | No. | Control | Name | Applicable |
      | --- | --- | --- | --- |
      | 1 | A.5.1 | Robots indoors | Yes |
            ^^^^^ warning: A.5.1 “Robots indoors” of 99042:2023 is a control objective, not a control.…
      | 2 | A.5.1 | Objective: Robots indoors | Yes |
      | 3 | A.5.1 | Robots indoors | |
      | 4 | A.5.2 | Robot register | Yes |
    `,
    );
  });

  it('mentions guidance in running text, and leaves groups and objectives there alone', () => {
    checkRule(
      code,
      `
      Register robots as ISO/IEC 99042:2023 B.5.2 says; see also ISO/IEC 99042:2023 A.5.1 and A.7.
                                            ^^^^^ information: B.5.2 of 99042:2023 is the guidance for A.5.2 (Robot register), not a control.…
    `,
    );
  });

  it('finds decisions on something else than a control', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
        controls:
          99042:B.5.2: { applicable: true }
          ^^^^^^^^^^^ warning: B.5.2 “Robot register” of 99042:2023 is a guidance text: the Statement of Applicability decides on controls.…
          99042:A.5.2: { applicable: true }
      `,
    });
  });

  it('leaves guidance alone that is called guidance, or stands beside its control', () => {
    checkRule(code, '# Robots (99042)\n\nThe register follows the guidance in B.5.2. Siehe Leitlinie B.7.2.\n');
    for (const text of [
      '附属書Bの手引B.5.2を参考にする。',
      '参照指南B.5.2。',
      'Se vägledningen B.5.2.',
      'Se bilaga B (B.5.2).',
    ])
      checkRule(code, `# Robots (99042)\n\n${text}\n`);
    checkRule(code, '# Robots (99042)\n\nRobots are registered (A.5.2, B.5.2).\n');
    checkRule(code, '# Robots (99042)\n\nThe register follows clause 5.1 and B.5.2.\n');
  });

  it('offers what the controls of an old objective are today', () => {
    const options = { catalog: catalogOfProject() };
    const titles = (tag: string) =>
      fixTitles(
        code,
        { 'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n', 'policy.md': `---\ncontrols: [${tag}]\n---\n# P\n` },
        options,
      );
    assert.deepEqual(titles('27001:A.13.1'), ['Replace with A.8.20, A.8.21 and A.8.22']);
    assert.deepEqual(titles('27001:A.12.3'), ['Replace with A.8.13 (Information backup)']);
    assert.deepEqual(titles('27001:2013:A.12.3'), []);
  });
});
