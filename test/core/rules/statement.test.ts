/** The rules that keep a Statement of Applicability honest: reasons, dates, roles, approval. */
import { checkRule } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';

const scope = 'standards:\n  99001: { edition: 2020 }\ncontrols:\n';
const houseIds = ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.10', 'A.6.1', 'A.6.2'];

describe('exclusion-without-justification', () => {
  const code = 'exclusion-without-justification';

  it('finds exclusions without a reason, however they are written', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: no
          ^^^^^^^^^^^ warning: A.5.1 (Rules of the house) of 99001:2020 is excluded without a justification. The Statement of Applicability has to say why a control does not apply: add a justification.
          99001:A.5.2: { applicable: false, justification: "" }
          ^^^^^^^^^^^ warning: A.5.2 (Keys and locks)…
          99001:A.5.3: { applicable: false, justification: null, notes: Somewhere else. }
          ^^^^^^^^^^^ warning: A.5.3 (Guests)…
          99001:A.5.4: { applicable: false, justification: No chimney. }
          99001:A.6.1: { applicable: true }
          99001:A.6.2: { applicable: undecided }
      `,
    });
  });

  it('takes a statement that is being written lightly, and leaves a retired one alone', () => {
    checkRule(code, {
      'soa.yaml': `
        status: in-review
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: false }
          ^^^^^^^^^^^ information: A.5.1…
      `,
    });
    checkRule(code, { 'soa.yaml': `status: retired\n${scope}  99001:A.5.1: { applicable: false }\n` });
  });

  it('asks for nothing where the role is the reason, or where the decision counts for nothing', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: [processor] }
        controls:
          99701:A.1.2.2: { applicable: false }
          99701:A.2.2.2: { applicable: false }
          ^^^^^^^^^^^^^ warning: A.2.2.2 (Allergy list)…
          99042:A.7.2: { applicable: false }
          99701:A.7.7: { applicable: false }
      `,
    });
  });
});

describe('boilerplate-justification', () => {
  const code = 'boilerplate-justification';

  it('finds stock phrases, whatever their case and punctuation', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: false, justification: N/A }
                                                           ^^^ warning: “N/A” does not say why A.5.1 (Rules of the house) does not apply. An auditor asks for the fact behind it: name what the organisation does not have or do.
          99001:A.5.2: { applicable: false, justification: NOT RELEVANT. }
                                                           ^^^^^^^^^^^^^ warning: “NOT RELEVANT.” does…
          99001:A.5.3: { applicable: false, justification: This control is not applicable to our organisation }
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: “This…
          99001:A.5.4: { applicable: false, justification: "-" }
                                                           ^^^ warning: “-” does…
          99001:A.5.10: { applicable: false, justification: "{{ reason }}" }
                                                            ^^^^^^^^^^^^^^ warning: “{{ reason }}” does…
          99001:A.6.1: { applicable: true, justification: Required }
                                                          ^^^^^^^^ information: “Required” does not say why A.6.1 (Hedges) was chosen. Name the risk, law, contract or need behind it.
      `,
    });
    for (const words of [
      'Nicht zutreffend',
      'Trifft auf uns nicht zu.',
      'Trifft nicht zu',
      'Nicht benötigt',
      'Entfällt',
    ]) {
      checkRule(code, {
        'soa.yaml': `
          standards:
            99001: { edition: 2020 }
          controls:
            99001:A.5.1: { applicable: false, justification: ${words} }
            ${' '.repeat('99001:A.5.1: { applicable: false, justification: '.length)}${'^'.repeat(words.length)} warning: “${words}” does…
            99001:A.5.2: { applicable: false, justification: "${words.replace('.', '')}: kein Kamin" }
        `,
      });
    }
  });

  it('is content with a reason, short or with such words in it', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: false, justification: No premises }
          99001:A.5.2: { applicable: false, justification: (no doors) }
          99001:A.5.3: { applicable: false, justification: "Not applicable: nobody visits us" }
          99001:A.5.4: { applicable: false, justification: Not needed without a chimney }
          99001:A.6.1: { applicable: true, justification: Required, drivers: [legal] }
          99001:A.6.2: { applicable: true, justification: Required by the landlord }
          99001:A.5.10: { applicable: false }
      `,
    });
  });

  it('finds one sentence at five controls, once', () => {
    const rows = houseIds
      .slice(1, 5)
      .map((id) => `          99001:${id}: { applicable: no, justification: "Rented: house!" }`);
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: no, justification: rented house }
                                                        ^^^^^^^^^^^^ information: The same justification stands at 5 excluded controls: A.5.1, A.5.2, A.5.3, A.5.4 and A.5.10. To an auditor that looks as if they had not been considered one by one: say of each what makes it so.
${rows.join('\n')}
          99001:A.6.1: { applicable: no, justification: No garden }
      `,
    });
    const included = (count: number, more: string) =>
      scope +
      houseIds
        .slice(0, count)
        .map((id) => `  99001:${id}: { applicable: yes, justification: Good practice${more} }\n`)
        .join('');
    checkRule(code, { 'soa.yaml': included(4, '') });
    checkRule(code, { 'soa.yaml': included(7, ', drivers: { risk: [R-1] }') });
    checkRule(code, {
      'soa.yaml': included(5, '').replace(
        /\n(?= {2}99001:A.5.2)/,
        `\n${' '.repeat(49)}${'^'.repeat(13)} information: The same justification stands at 5 applicable controls: A.5.1,…\n`,
      ),
    });
  });
});

describe('exclusion-review-overdue', () => {
  it('finds exclusions that were to be looked at again before today', () => {
    checkRule('exclusion-review-overdue', {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: false, expires: 2026-11-20 }
                                                     ^^^^^^^^^^ warning: The exclusion of A.5.1 (Rules of the house) held until 2026-11-20 and has ended. Confirm that its reason still holds and set the next date, or make the control applicable.
          99001:A.5.2: { applicable: false, review: 2026-11-21 }
          99001:A.5.3: { applicable: true, review: 2025-01-01 }
          99001:A.5.4: { applicable: false, review: 2025-02-30 }
          99001:A.6.1: { applicable: false }
          99001:A.6.2: { applicable: false, review: 2026-01-01, expires: 2027-01-01 }
                                                    ^^^^^^^^^^ warning: The exclusion of A.6.2 …
      `,
    });
  });
});

describe('inclusion-without-driver', () => {
  const code = 'inclusion-without-driver';

  it('finds rows without a driver where drivers are the habit', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, drivers: { risk: [R-1] } }
          99001:A.5.2: { applicable: true, drivers: [legal] }
          99001:A.5.3: { applicable: true, justification: Many guests. }
          ^^^^^^^^^^^ information: A.5.3 (Guests) is applicable, but no driver is stated. An auditor asks why it was chosen: name the risk, law, contract or need behind it.
          99001:A.5.4: { applicable: true, drivers: { risk: [] } }
          ^^^^^^^^^^^ information: A.5.4 (Chimney care) is applicable, but neither a driver nor a justification is stated.…
          99001:A.6.1: { applicable: false }
          99001:A.6.2: { applicable: undecided }
      `,
    });
  });

  it('does not nag a file that uses no drivers, or hardly any', () => {
    const rows = houseIds.slice(1).map((id) => `  99001:${id}: { applicable: true, justification: Good for ${id}. }\n`);
    checkRule(code, { 'soa.yaml': scope + rows.join('') });
    checkRule(code, { 'soa.yaml': `${scope}  99001:A.5.1: { applicable: true, drivers: [risk] }\n${rows.join('')}` });
    checkRule(code, { 'soa.yaml': scope + houseIds.map((id) => `  99001:${id}: { applicable: true }\n`).join('') });
  });

  it('asks for some reason where the others have one', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, justification: A house needs rules. }
          99001:A.5.2: { applicable: true }
          ^^^^^^^^^^^ information: A.5.2 (Keys and locks) is applicable, but neither a driver nor a justification is stated.…
      `,
    });
  });
});

describe('role-mismatch', () => {
  const code = 'role-mismatch';

  it('finds controls of the role that the organisation does not have', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: [processor] }
        controls:
          99701:A.1.2.2: { applicable: true }
                                       ^^^^ warning: A.1.2.2 (Guest book) of 99701:2025 is made for PII controllers, but the organisation is stated to be only a PII processor. Correct the decision, or add the role.
          99701:A.2.2.2: { applicable: true }
          99701:A.3.3: { applicable: true }
      `,
    });
    checkRule(code, {
      'soa.yaml': `
        standards:
          99701: { edition: 2025, roles: controller }
        controls:
          99701:A.1.2.2: { applicable: true }
          99701:A.2.2.2: yes
                         ^^^ warning: A.2.2.2 (Allergy list) of 99701:2025 is made for PII processors,…
      `,
    });
  });

  it('doubts the roles where many controls do not fit', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const ids = ['A.1.2.2', 'A.1.2.3', 'A.1.2.4', 'A.1.2.5', 'A.1.2.6', 'A.1.2.7'];
    const rows = ids.map((id) => `          27701:${id}: { applicable: true }`).join('\n');
    checkRule(
      code,
      {
        'soa.yaml': `
        standards:
          27701: { edition: 2025, roles: [processor] }
          ^^^^^ warning: 6 controls of 27701:2025 that are made for PII controllers are applicable, but the organisation is stated to be only a PII processor: A.1.2.2, A.1.2.3, A.1.2.4, A.1.2.5, A.1.2.6 and A.1.2.7. Add the role, or correct the decisions.
        controls:
${rows}
      `,
      },
      { catalog },
    );
  });

  it('has nothing to say of both roles, of no role, and of exclusions', () => {
    const rows = '  99701:A.1.2.2: { applicable: true }\n  99701:A.2.2.2: { applicable: true }\n';
    const soa = (standard: string, controls: string) => `standards:\n  99701: ${standard}\ncontrols:\n${controls}`;
    checkRule(code, { 'soa.yaml': soa('{ edition: 2025, roles: both }', rows) });
    checkRule(code, { 'soa.yaml': soa('{ edition: 2025 }', rows) });
    checkRule(code, { 'soa.yaml': soa('{ roles: controller }', '  99701:A.2.2.2: { applicable: false }\n') });
  });
});

describe('approval-incomplete', () => {
  const code = 'approval-incomplete';

  it('asks an approved statement who approved it and when', () => {
    checkRule(code, {
      'soa.yaml': `
        status: approved
                ^^^^^^^^ warning: This Statement of Applicability is approved, but it does not say who approved it (approved_by) or when (approved). An auditor asks for both: add what is missing, or set the status back to draft.
        approved:
      `,
    });
    checkRule(code, {
      'soa.yaml': `
        status: Approved
                ^^^^^^^^ warning: This Statement of Applicability is approved, but it does not say who approved it (approved_by). An…
        approved_by: TBD
        approved: 2026-01-01
      `,
    });
  });

  it('is content with both, with a date that malformed-soa speaks of, and with a draft', () => {
    checkRule(code, { 'soa.yaml': 'status: approved\napproved_by: CEO\napproved: 2026-01-01\n' });
    checkRule(code, { 'soa.yaml': 'status: approved\napproved_by: CEO\napproved: last spring\n' });
    checkRule(code, { 'soa.yaml': 'status: draft\n' });
    checkRule(code, { 'soa.yaml': 'organisation: House\n' });
  });
});
