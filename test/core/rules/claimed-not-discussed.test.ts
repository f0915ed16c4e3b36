import { checkRule } from '../../support/checkRules.js';

const code = 'claimed-not-discussed';

describe(code, () => {
  it('finds claims that no section comes to', () => {
    checkRule(
      code,
      `
      ---
      controls: [99001:A.5.2, 99001:A.5.3, 99001:A.6.1]
                                    ^^^^^ information: This document claims A.5.3 (Guests), but no section names or tags it. An auditor asks where it is written: tag the section that fulfils it, or remove the claim.
      ---
      # House

      Doors are locked (ISO/IEC 99001:2020 A.5.2).

      ## Garden
      <!-- controls: 99001:A.6.1 -->
    `,
    );
  });

  it('counts a section with the title of the control', () => {
    checkRule(
      code,
      '---\ncontrols: [99001:A.5.2, 99001:A.6.2]\n---\n# House\n\n## 2. Keys & locks\n\nSee ISO 99001 A.6.2.\n',
    );
  });

  it('says it once where the text names no control at all', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      controls: [99001:A.5.2, 99001:A.5.3]
      ^^^^^^^^ hint: This document claims 2 controls, but its sections name none of them.…
      ---
      # House
    `,
    );
  });

  it('counts all that is claimed, where a heading is the title of one of them', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      controls: [99001:A.5.2, 99001:A.5.3, 99001:A.6.2]
      ^^^^^^^^ hint: This document claims 3 controls, but its sections do not name 2 of them.…
      ---
      # Keys & locks
    `,
    );
  });

  it('counts the controls of ranges, however often they are claimed, so that a list of them says the same', () => {
    for (const range of ['99001:A.5.1-A.5.4', '99001:A.5.1, 99001:A.5.2, 99001:A.5.3, 99001:A.5.4']) {
      checkRule(
        code,
        `
        ---
        id: P-1
        controls: [99001:A.6.1, ${range}, 99001:A.5.3-A.5.1]
        ^^^^^^^^ hint: This document claims 5 controls, but its sections name none of them.…
        ---
        # House
      `,
      );
    }
  });

  it('leaves ranges and documents without claims alone', () => {
    checkRule(code, '---\ncontrols: [99001:A.5.1-A.5.4]\n---\n# House\n\nSee ISO 99001 A.6.2.\n');
    checkRule(code, '# House\n\nSee ISO 99001 A.6.2.\n');
  });
});
