import { checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'mixed-editions';
const options = { catalog: catalogOfProject() };
const soa = 'standards:\n  27001: { edition: 2022 }\n  27701: { edition: 2025, roles: [controller] }\n';

describe(code, () => {
  it('finds a withdrawn edition that a document names as its own, once', () => {
    checkRule(
      code,
      {
        'soa.yaml': soa,
        'policy.md': `
          We are certified to ISO/IEC 27001:2013. Our customers ask for ISO/IEC 27001:2013.
                              ^^^^^^^^^^^^^^^^^^ information: This document names ISO/IEC 27001:2013, which was replaced by ISO/IEC 27001:2022, the edition that the management system follows. A certificate is for one edition: update the name and check the references of this document.
        `,
        'privacy.md': `
          Privacy follows ISO/IEC 27701:2019.
                          ^^^^^^^^^^^^^^^^^^ information: This document names ISO/IEC 27701:2019…
        `,
      },
      options,
    );
  });

  it('calls ISO/IEC 27002 by its own name', () => {
    checkRule(
      code,
      {
        'soa.yaml': soa,
        'policy.md': `
          Guidance is in ISO/IEC 27002:2013.
                         ^^^^^^^^^^^^^^^^^^ information: This document names ISO/IEC 27002:2013, which was replaced by ISO/IEC 27002:2022; the management system follows ISO/IEC 27001:2022.…
        `,
      },
      options,
    );
  });

  it('goes by what the other documents imply, where there is no soa.yaml', () => {
    checkRule(
      code,
      {
        'a.md': '---\ncontrols: [27001:A.5.7, 27001:A.8.23, 27001:A.8.28]\n---\n# Threats\n\nISO/IEC 27001:2022.\n',
        'b.md': `
          # Backup

          This follows ISO/IEC 27001:2013.
                       ^^^^^^^^^^^^^^^^^^ information: This document names ISO/IEC 27001:2013…
        `,
      },
      options,
    );
  });

  it('leaves entries of a history of versions alone, in lines and in tables, and nothing else', () => {
    const history = [
      'Changes:\nV1.0 03.04.2018 first edition, ISO 27001:2013\nV2.0 14.02.2023 new norm',
      '- Version 1 (April 2018): ISO/IEC 27001:2013',
      '- 1.0, 2018-04-03: erste Fassung nach ISO/IEC 27001:2013',
      '| Version | Date | Change |\n|---|---|---|\n| 1.0 | 03.04.2018 | ISO/IEC 27001:2013 |',
    ];
    for (const entries of history)
      checkRule(code, { 'soa.yaml': soa, 'policy.md': `# Rooms\n\n${entries}\n` }, options);
    checkRule(
      code,
      {
        'soa.yaml': soa,
        'policy.md': `
          - Version 1 (April 2018): ISO/IEC 27001:2013

          2.1 Our certificate is one for ISO/IEC 27001:2013.
                                                 ^^^^^^^^^^ information: This document names ISO/IEC 27001:2013…
        `,
      },
      options,
    );
  });

  it('is not silenced by the year or version of the document, or by a number of today elsewhere', () => {
    for (const rest of ['(version 2025 of this policy)', '(reviewed in 2025)', '(A.2.5.7)'])
      checkRule(
        code,
        {
          'soa.yaml': soa,
          'policy.md': `
            Processors are listed: ISO/IEC 27701:2019 ${rest}.
                                   ^^^^^^^^^^^^^^^^^^ information: This document names ISO/IEC 27701:2019…
          `,
        },
        options,
      );
  });

  describe('is silent', () => {
    const inSystem = (text: string, system = soa) =>
      checkRule(code, { 'soa.yaml': system, 'policy.md': text }, options);

    it('on a line that names the edition in force by its year, or the number of today', () => {
      inSystem('Subcontractors: ISO/IEC 27701:2019 B.8.5.6 (2025 edition: A.2.5.7).\n');
      inSystem('Subcontractors: ISO/IEC 27701:2019 B.8.5.6; in the edition of 2025 A.2.5.7.\n');
      inSystem('Subcontractors: ISO/IEC 27701:2019 B.8.5.6, now A.2.5.7.\n');
      inSystem('Unterauftragnehmer: ISO/IEC 27701:2019 B.8.5.6, Ausgabe 2025 A.2.5.7.\n');
    });

    it('where the document names both editions', () => {
      inSystem('Certified to ISO/IEC 27001:2013; the transition to ISO/IEC 27001:2022 is done.\n');
    });

    it('where a comparison names the year of the other one alone', () => {
      for (const between of ['versus', 'vs.', 'gegenüber'])
        checkRule(code, { 'soa.yaml': soa, 'a.md': `# ISO/IEC 27001: 2013 ${between} 2022\n` }, options);
    });

    it('where the line speaks of the past', () => {
      inSystem('We were certified to ISO/IEC 27001:2013 until 2025.\n');
      inSystem('Replaces the policy written for ISO/IEC 27001:2013.\n');
    });

    it('where an arrow leads on from it', () => {
      inSystem('ISO/IEC 27001:2013 A.9.2.3 → A.8.2\n');
      inSystem('ISO/IEC 27001:2013 A.9.2.3 => A.8.2\n');
    });

    it('where the management system works by the old edition, or does not say by which', () => {
      inSystem('We follow ISO/IEC 27001:2013.\n', 'standards:\n  27001: { edition: 2013 }\n');
      checkRule(code, 'We follow ISO/IEC 27001:2013.\n', options);
      // A number that only the new edition has does not make the old one wrong.
      inSystem('We follow ISO/IEC 27001:2013, and A.8.23.\n', 'standards:\n  27001: { edition: 2013 }\n');
    });

    it('for the edition in force, its adoptions, no edition, and other standards', () => {
      inSystem('ISO/IEC 27001:2022, EN ISO/IEC 27001:2023, ISO 27001, ISO 9001:2008, ISO/IEC 27018:2014, NIST 2013.\n');
    });

    it('in code', () => {
      inSystem('```\nISO/IEC 27001:2013\n```\n');
    });
  });
});
