import { checkFix, checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'ambiguous-reference';
const soa = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';

describe(code, () => {
  it('lists the readings with their titles', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        # Registers

        Keep it in the drawer (see A.5.2).
                                   ^^^^^ information: A.5.2 can mean “Keys and locks” in 99001:2020 or “Robot register” in 99042:2023, and nothing near it says which. Name the standard, for example “ISO/IEC 99001:2020 A.5.2”.
      `,
    });
  });

  it('says a title that all readings have once', () => {
    checkRule(
      code,
      `
      # Gaps of ISO/IEC 27001, and those of ISO/IEC 42001

      Rules (clause 9.2).
             ^^^^^^^^^^ information: 9.2 (Internal audit) can be that of 27001:2022 or 42001:2023, and nothing near it says which. Name the standard, for example “ISO/IEC 27001:2022 clause 9.2”.
    `,
      { catalog: catalogOfProject() },
    );
  });

  it('qualifies in running text with the name of the standard', () => {
    checkFix(
      code,
      'Qualify as 99042:2023 (Robot register)',
      { 'soa.yaml': soa, 'policy.md': '# Registers\n\nKeep it in the drawer (see A.5.2).\n' },
      { 'policy.md': '# Registers\n\nKeep it in the drawer (see ISO/IEC 99042:2023 A.5.2).\n' },
    );
  });

  it('qualifies tags with the number of the standard', () => {
    checkFix(
      code,
      'Qualify as 99001:2020 (Guests)',
      { 'soa.yaml': soa, 'policy.md': '---\nid: P-1\ncontrols: [A.5.3]\n---\n# Registers\n' },
      { 'policy.md': '---\nid: P-1\ncontrols: [99001:A.5.3]\n---\n# Registers\n' },
    );
  });

  it('keeps what the bare tags beside it are read as', () => {
    const fixed = (title: string, tags: string, after: string) =>
      checkFix(
        code,
        title,
        { 'soa.yaml': soa, 'policy.md': `---\nid: P-1\ncontrols: ${tags}\n---\n# Registers\n` },
        { 'policy.md': `---\nid: P-1\ncontrols: ${after}\n---\n# Registers\n` },
      );
    const robots = 'Qualify as 99042:2023 (Robot register)';
    fixed(robots, '[A.5.2, A.5.1]', '[99042:A.5.2, 99001:A.5.1]');
    fixed(robots, '[A.5.1, "A.5.2"]', '[99001:A.5.1, "99042:A.5.2"]');
    fixed(robots, '"A.5.1, A.5.2"', '"99001:A.5.1, 99042:A.5.2"');
    fixed('Qualify as 99001:2020 (Keys and locks)', '[A.5.2, A.5.1]', '[99001:A.5.2, A.5.1]');
  });

  it('says nothing where the standard is told', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        ## Robots (ISO/IEC 99042)

        Keep the register (see A.5.2). ISO 99001 A.5.2 holds, too.
      `,
    });
  });

  it('leaves no doubt after its own fix', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': '---\nid: P-1\ncontrols: [99001:A.5.3]\n---\n# R\n\nKeep it (see ISO/IEC 99042:2023 A.5.2).\n',
    });
  });
});
