import assert from 'node:assert/strict';
import { allFindings, applyFix, checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { dedent, makeSnapshot } from '../../support/workspace.js';

const covered =
  '---\nstatus: approved\ncontrols: [99042:A.5.2, 99042:A.5.3, 99042:A.7.2, 99042:A.7.3]\n---\n# Robots\n';
const all = `
  standards:
    99042: { edition: 2023 }
  controls:
    99042:A.5.2: { applicable: true }
    99042:A.5.3: { applicable: true }
    99042:A.7.2: { applicable: true }
    99042:A.7.3: { applicable: true }
`;

describe('uncovered-control', () => {
  const code = 'uncovered-control';

  it('finds applicable controls that no document claims', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2: { applicable: true, status: implemented }
          ^^^^^^^^^^^ warning: No document covers A.5.2 (Robot register) of 99042:2023, although its status is implemented. Tag the document that fulfils it, or write one: an auditor will ask where the control is described.
          99042:A.5.3: { applicable: true, status: planned }
          ^^^^^^^^^^^ information: No document covers A.5.3 (Naming robots) of 99042:2023. Tag…
          99042:A.7.2: { applicable: false }
          99042:A.7.3: { applicable: true }
      `,
      'robots.md': '---\ncontrols: [99042:A.7.3]\n---\n# Robots\n\nRegister (ISO/IEC 99042:2023 A.5.2).\n',
    });
  });

  it('leaves controls without a decision to missing-control where the statement is approved', () => {
    const approved = 'status: approved\napproved: 2026-01-01\napproved_by: Tea\n';
    const files = { 'soa.yaml': `${approved}standards:\n  99042: { edition: 2023 }\n`, 'robots.md': '# Robots\n' };
    checkRule(code, files);
    assert.equal(allFindings(makeSnapshot(files)).filter((one) => one.code === 'missing-control').length, 1);
  });

  it('sums up the controls without a decision at their standard', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
          ^^^^^ warning: 3 of the 4 controls of 99042:2023 have no document and no decision: A.5.2, A.5.3 and A.7.2. Tag the documents that fulfil them, or decide below why they do not apply.
      `,
      'robots.md': '---\ncontrols: [99042:A.7.3]\n---\n# Robots\n',
    });
  });

  it('has nothing to say where everything is covered', () => {
    checkRule(code, { 'soa.yaml': all, 'robots.md': covered });
  });

  it('asks nothing of a retired statement', () => {
    checkRule(code, { 'soa.yaml': 'status: retired\nstandards: [99042:2023]\ncontrols: { 99042:A.5.2: yes }\n' });
  });

  it('counts only the documents of the system', () => {
    checkRule(code, {
      'robots/soa.yaml': all.replace('99042:A.7.3: {', '99042:A.7.3: {'),
      'robots/policy.md': covered,
      'garden/soa.yaml': `
        standards:
          99042: { edition: 2023 }
          ^^^^^ warning: All 4 controls of 99042:2023 have no document and no decision:…
      `,
    });
  });

  it('asks for the controls of the roles only', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: [processor] }
          ^^^^^ warning: All 2 controls of 99701:2025 have no document and no decision: A.2.2.2 and A.3.3.…
      `,
    });
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: [processor] }
        controls:
          99701:A.1.2.2: { applicable: true }
          99701:A.2.2.2: { applicable: true }
          ^^^^^^^^^^^^^ warning: No document covers A.2.2.2 (Allergy list)…
          99701:A.3.3: { applicable: false }
      `,
    });
  });
});

describe('undecided-control', () => {
  const code = 'undecided-control';

  it('warns where the statement is approved', () => {
    checkRule(code, {
      'soa.yaml': `
        status: approved
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2: { applicable: undecided }
          ^^^^^^^^^^^ warning: It is not decided whether A.5.2 (Robot register) of 99042:2023 applies, although this Statement of Applicability is approved. Set applicable to true or false and say why.
          99042:A.5.3: { applicable: true }
          99042:A.7.2: { applicable: false }
        additional:
          OWN-1: { title: Cats }
          ^^^^^ warning: It is not decided whether OWN-1 (Cats) applies, although…
      `,
    });
  });

  it('informs as long as it is not', () => {
    checkRule(code, {
      'soa.yaml': `
        status: draft
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2: { applicable: undecided }
          ^^^^^^^^^^^ information: It is not decided whether A.5.2 (Robot register) of 99042:2023 applies. Set…
      `,
    });
  });

  it('decides either way', () => {
    const soa = (value: string) => ({
      'soa.yaml': `standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2: # Robots!\n    applicable: ${value}\n`,
    });
    checkFix(code, 'Decide that A.5.2 applies', soa('undecided'), soa('true'));
    checkFix(code, 'Decide that A.5.2 does not apply', soa('undecided'), soa('false'));
  });
});

describe('missing-control', () => {
  const code = 'missing-control';

  it('names what is missing, once per standard', () => {
    const soa = (status: string, severity: string) => `
      status: ${status}
      standards:
        99042: { edition: 2023 }
        ^^^^^ ${severity}: The Statement of Applicability has to list all 4 controls of 99042:2023; 1 is missing: A.7.3 (Resting robots). Add each with a decision and the reason.
      controls:
        99042:A.5.2: { applicable: undecided }
        99042:A.5.3: { applicable: true }
        99042:A.7.2: no
    `;
    checkRule(code, { 'soa.yaml': soa('approved', 'warning') });
    checkRule(code, { 'soa.yaml': soa('draft', 'information') });
    checkRule(code, { 'soa.yaml': all.replace('standards', 'status: approved\n  standards') });
    checkRule(code, { 'soa.yaml': 'status: retired\nstandards: [99042:2023]\n' });
  });

  it('asks for the controls of the roles only', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: [processor] }
          ^^^^^ information: The Statement of Applicability has to list all 2 controls of 99701:2025; 2 are missing: A.2.2.2 and A.3.3.…
      `,
    });
  });

  it('adds the missing controls for a person to decide', () => {
    checkFix(
      code,
      'Add the 2 missing controls as undecided',
      {
        'soa.yaml':
          'standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2:\n    applicable: true\n  99042:A.7.3: { applicable: true }\n',
      },
      {
        'soa.yaml':
          'standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2:\n    applicable: true\n' +
          '  99042:A.5.3:\n    applicable: undecided\n  99042:A.7.2:\n    applicable: undecided\n' +
          '  99042:A.7.3: { applicable: true }\n',
      },
    );
    checkFix(
      code,
      'Add the 4 missing controls as undecided',
      { 'soa.yaml': 'standards:\n  99042: { edition: 2023 }' },
      {
        'soa.yaml':
          'standards:\n  99042: { edition: 2023 }\ncontrols:\n' +
          ['A.5.2', 'A.5.3', 'A.7.2', 'A.7.3'].map((id) => `  99042:${id}:\n    applicable: undecided`).join('\n'),
      },
    );
  });

  it('adds all the controls of the standards themselves: 93, 78 by role, 38', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const soa = (roles: string) =>
      `standards:\n  27001: { edition: 2022 }\n  27701: { edition: 2025, roles: [${roles}] }\n  42001: { edition: 2023 }\n`;
    const both = 'controller, processor';
    const counts = (roles: string) => fixTitles(code, { 'soa.yaml': soa(roles) }, { catalog });
    assert.deepEqual(counts(both), [
      'Add the 93 missing controls as undecided',
      'Add the 78 missing controls as undecided',
      'Add the 38 missing controls as undecided',
    ]);
    assert.notEqual(counts('controller')[1], counts(both)[1]);
    let text = soa(both);
    for (const title of counts(both)) text = applyFix(code, title, { 'soa.yaml': text }, { catalog })['soa.yaml']!;
    checkRule(code, { 'soa.yaml': text }, { catalog });
    assert.equal(text.match(/applicable: undecided/g)!.length, 93 + 78 + 38);
  });
});

describe('duplicate-decision', () => {
  const code = 'duplicate-decision';

  it('speaks of the second decision and points to the first', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2: yes
          A.5.3: no
          ISO/IEC 99042:2023 A.5.2:
          ^^^^^^^^^^^^^^^^^^^^^^^^ error: A.5.2 (Robot register) has a decision further up already, and that one counts. An auditor must not find two answers: keep one of them.
            applicable: no
          99042:A.5.3: no
          ^^^^^^^^^^^ error: A.5.3 (Naming robots) has a decision further up already,…
      `,
    });
    checkRule('malformed-soa', { 'soa.yaml': 'standards: [99042:2023]\ncontrols:\n  99042:A.5.2: yes\n  A.5.2: no\n' });
    checkRule(code, { 'soa.yaml': all });
  });

  it('takes the second away', () => {
    for (const ends of ['\n', '\r\n']) {
      const first = `standards: [99042:2023]\ncontrols:\n  99042:A.5.2: yes\n`.replaceAll('\n', ends);
      const rest = `  99042:A.5.3: no\n`.replaceAll('\n', ends);
      const second = `  A.5.2:\n    applicable: no # Why?\n`.replaceAll('\n', ends);
      const title = 'Remove the second decision on A.5.2';
      checkFix(code, title, { 'soa.yaml': first + second + rest }, { 'soa.yaml': first + rest });
    }
  });
});

describe('excluded-but-claimed', () => {
  const code = 'excluded-but-claimed';

  it('speaks at both places', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2:
            applicable: false
                        ^^^^^ warning: A.5.2 (Robot register) is excluded here, but robots.md claims to fulfil it (and 1 other place). One of the two is wrong: correct the decision or remove the tag.
          99042:A.5.3: { applicable: true }
      `,
      'robots.md': `
        ---
        status: approved
        controls: [99042:A.5.2, 99042:A.5.3]
                         ^^^^^ warning: This document claims A.5.2 (Robot register), but the Statement of Applicability says that it does not apply. Remove the tag, or correct the decision.
        ---
        # Robots
        <!-- controls: 99042:A.5.2 -->
                             ^^^^^ warning: This document claims A.5.2…
      `,
    });
  });

  it('takes drafts lightly and leaves retired documents alone', () => {
    const soa = all.replace('99042:A.5.2: { applicable: true }', '99042:A.5.2: { applicable: false }');
    checkRule(code, {
      'soa.yaml': soa,
      'draft.md': `
        ---
        status: draft
        controls: [99042:A.5.2]
                         ^^^^^ information: This document claims A.5.2…
        ---
      `,
      'old.md': '---\nstatus: retired\ncontrols: [99042:A.5.2]\n---\n',
    });
  });

  it('removes the tag', () => {
    const soa = all.replace('99042:A.5.2: { applicable: true }', '99042:A.5.2: { applicable: false }');
    checkFix(
      code,
      'Remove the tag A.5.2',
      { 'soa.yaml': soa, 'robots.md': '---\ncontrols: [99042:A.5.2, 99042:A.5.3]\n---\n# Robots\n' },
      { 'robots.md': '---\ncontrols: [99042:A.5.3]\n---\n# Robots\n' },
    );
  });
});

describe('unknown-decision', () => {
  const code = 'unknown-decision';

  it('names the nearest controls and what became of old ones', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.6.3: { applicable: true }
          ^^^^^^^^^^^ error: 99001:2020 has no A.6.3, so this decision counts for nothing. Did you mean A.6.2 (Lawn mowing) or A.6.1 (Hedges)?
          99001:A.12.6.1: { applicable: true }
          ^^^^^^^^^^^^^^ error: 99001:2020 has no A.12.6.1. In the 2010 edition it was “Guests”; since 2020 that is A.5.3.
          fences: { applicable: true }
          ^^^^^^ error: “fences” names no control. Write the standard, a colon and the id, as in “99001:A.5.1”.
      `,
    });
  });

  it('finds decisions on standards that are not in scope', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99042:A.7.2: { applicable: true }
          ^^^^^^^^^^^ warning: A.7.2 (Feeding robots) belongs to 99042:2023, which is not among the standards of this system,…
          99001:A.5.2: { applicable: true }
      `,
    });
  });

  it('replaces the key, unless that control has its decision already', () => {
    const soa = (ids: string[]) =>
      `standards:\n  99001: { edition: 2020 }\ncontrols:\n${ids.map((id) => `  99001:${id}: { applicable: true }\n`).join('')}`;
    checkFix(code, 'Replace with A.5.3', { 'soa.yaml': soa(['A.12.6.1']) }, { 'soa.yaml': soa(['A.5.3']) });
    assert.deepEqual(fixTitles(code, { 'soa.yaml': soa(['A.12.6.1', 'A.5.3']) }), [
      'Remove the decision on 99001:A.12.6.1',
    ]);
  });
});

describe('malformed-soa', () => {
  it('passes on what the reader of the file found', () => {
    checkRule('malformed-soa', {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.2: { applicable: perhaps }
                                     ^^^^^^^ error: “perhaps” does not say whether the control applies. Write true, false or undecided.
      `,
    });
    checkRule('malformed-soa', { 'soa.yaml': dedent(all) });
  });
});
