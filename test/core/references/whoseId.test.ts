/** Of which standard an id is, where several are named: what stands right at one reference says little of the others. */
import assert from 'node:assert/strict';
import type { ScopedStandard } from '../../../server/src/core/document.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001 A.6.8` for each reference of a text in its order; `?` where it stays open, a mark behind what its standard lacks. */
function read(text: string, scope: readonly ScopedStandard[] = []): string {
  const document = resolveDocument(parseDocument('a.md', text, context), scope, context);
  return document.references
    .map(({ standard, edition, ids, kind }) => {
      const key = standard === null ? undefined : context.catalog.edition(standard, edition)?.key;
      const exists = kind === 'external' || standard === null || (key && context.catalog.find(key, ids[0]!));
      return `${standard ?? '?'} ${ids.join('+')}${exists ? '' : ' missing'}`;
    })
    .join(', ');
}

describe('a standard that is named right at another id', () => {
  const both = '# Handling of events\n\nThese rules serve ISO/IEC 27001:2022 and ISO/IEC 42001:2023.\n\n';

  it('behind the id does not make the id a slip in it', () => {
    assert.equal(read(`${both}Tell us (A.6.8; of models 42001 A.3.3).\n`), '27001 A.6.8, 42001 A.3.3');
    assert.equal(
      read(`${both}Watching (A.8.16), watching models (A.6.2.6 of ISO/IEC 42001).\n`),
      '27001 A.8.16, 42001 A.6.2.6',
    );
    assert.equal(read(`${both}Meldungen (A.6.8), zu Modellen A.3.3 nach ISO/IEC 42001.\n`), '27001 A.6.8, 42001 A.3.3');
    assert.equal(
      read(`${both}Signalements (A.6.8 ; pour les modèles, ISO/IEC 42001 A.3.3).\n`),
      '27001 A.6.8, 42001 A.3.3',
    );
  });

  it('before it, in words of its own, does neither', () => {
    assert.equal(
      read(`${both}Models raise concerns (42001 A.3.3), people report (A.6.8).\n`),
      '42001 A.3.3, 27001 A.6.8',
    );
    assert.equal(
      read(`${both}Concerns follow A.3.3 of ISO/IEC 42001; rights follow A.5.18.\n`),
      '42001 A.3.3, 27001 A.5.18',
    );
  });

  it('leaves an id that the document’s own standard has to that standard', () => {
    const ours = '# Rules of the ISMS (ISO/IEC 27001:2022)\n\n';
    assert.equal(read(`${ours}Who may see it (A.8.3; for models 42001 A.8.4).\n`), '27001 A.8.3, 42001 A.8.4');
  });

  it('leaves an id that nobody’s standard is named for to the one that has it', () => {
    const text =
      '# Suppliers\n\nContracts name rules (A.5.20), processors (A.2.5.7 of ISO/IEC 27701:2025), models (42001 A.10.2).\n';
    assert.equal(read(text), '27001 A.5.20, 27701 A.2.5.7, 42001 A.10.2');
  });

  it('goes for all of a list, and for what no standard has', () => {
    assert.equal(
      read(`${both}ISO/IEC 42001 A.3.2, A.3.3 and A.6.8.\n`),
      '42001 A.3.2, 42001 A.3.3, 42001 A.6.8 missing',
    );
    const one = '# Rights\n\nThey are reviewed (A.5.99), as are roles (A.5.2 of ISO/IEC 27001).\n';
    assert.equal(read(one), '27001 A.5.99 missing, 27001 A.5.2');
    const circulating = '# Models\n\nThey are checked as ISO/IEC 42001 A.6.2.4 asks. What happens (A.6.8) is kept.\n';
    assert.equal(read(circulating), '42001 A.6.2.4, 42001 A.6.8 missing');
  });
});

describe('words of a title behind an id that two standards have', () => {
  const about = '# Two systems (27001:2022 / 42001:2023)\n\n';

  it('tell its standard in brackets or behind a dash', () => {
    assert.equal(read(`${about}1. A.7.4 (quality of data) is looked at weekly.\n`), '42001 A.7.4');
    assert.equal(read(`${about}- A.7.4 – data quality, weekly\n`), '42001 A.7.4');
    assert.equal(read(`${about}- A.8.4 – code access, done\n`), '27001 A.8.4');
    assert.equal(read(`${about}- A.5.2 (roles)\n- A.5.2 (impact assessment)\n`), '27001 A.5.2, 42001 A.5.2');
  });

  it('tell nothing where most are others, or of both, or a sentence goes on', () => {
    assert.equal(read(`${about}- A.8.4 (see the incident plan)\n`), '? A.8.4');
    assert.equal(read(`${about}- A.8.4 – incidents are told to all of the people\n`), '? A.8.4');
    assert.equal(read(`${about}- A.7.4 (monitoring of data quality)\n`), '? A.7.4');
  });

  it('go before the folder', () => {
    const scope = [{ standard: '27001', edition: '2022' }];
    assert.equal(read(`${about}- A.7.4 (quality of data)\n- A.7.2 (doors)\n`, scope), '42001 A.7.4, 27001 A.7.2');
  });
});

describe('a number that circulates as one of the standard of the document', () => {
  const about = '---\nstandard: ISO/IEC 42001:2023\n---\n# Models\n\nThe ISMS follows ISO/IEC 27001:2022.\n\n';

  it('is of the other one that is named where two words of its title stand before it', () => {
    assert.equal(read(`${about}Concerns (A.3.3), security events (A.6.8).\n`), '42001 A.3.3, 27001 A.6.8');
    assert.equal(read(`${about}Concerns (A.3.3), the disciplinary process (A.6.4).\n`), '42001 A.3.3, 27001 A.6.4');
    const tagged = '---\ncontrols: [42001:A.2.2]\n---\n# Models\n\nThe ISMS follows ISO/IEC 27001:2022.\n\n';
    assert.equal(
      read(`${tagged}Concerns (A.3.3), reporting of events (A.6.8).\n`),
      '42001 A.2.2, 42001 A.3.3, 27001 A.6.8',
    );
  });

  it('stays a slip where they do not, or where nothing names the other one', () => {
    for (const words of ['life cycle', 'event logs', 'recording of AI events', 'information on AI system events'])
      assert.equal(read(`${about}Concerns (A.3.3), ${words} (A.6.8).\n`), '42001 A.3.3, 42001 A.6.8 missing', words);
    assert.equal(
      read(`${about}Concerns (A.3.3), the verification process (A.6.4).\n`),
      '42001 A.3.3, 42001 A.6.4 missing',
    );
    const alone = about.replace('The ISMS follows ISO/IEC 27001:2022.\n\n', '');
    assert.equal(read(`${alone}Concerns (A.3.3), security events (A.6.8).\n`), '42001 A.3.3, 42001 A.6.8 missing');
  });
});

describe('what the document says of all its ids', () => {
  const says = 'IS is for Annex A of ISO/IEC 27001, AI for Annex A of ISO/IEC 42001.';

  it('is of none of two standards that a sentence has in common', () => {
    const rest = '\n\nConcerns are heard (A.3.3). Rights are reviewed (A.5.18, A.8.3).\n';
    const common = [
      'Numbers of clauses are common to both unless stated otherwise.',
      'Die Abschnittsnummern sind beiden gemeinsam, sofern nichts anderes angegeben ist.',
      'Les numéros des clauses sont communs aux deux, sauf mention contraire.',
    ];
    for (const sentence of common)
      assert.equal(read(`# Manual\n\n${says} ${sentence}${rest}`), '42001 A.3.3, 27001 A.5.18, 27001 A.8.3', sentence);
  });

  it('is of each for clauses that are common to them, unless the words before one name its subject', () => {
    const common = [
      'Numbers of clauses are common to both unless stated otherwise.',
      'Die Abschnittsnummern sind beiden gemeinsam, sofern nichts anderes angegeben ist.',
      'Les numéros des clauses sont communs aux deux, sauf mention contraire.',
    ];
    for (const sentence of common) {
      const text = `# Manual\n\n${says} ${sentence}\n\nAudits (clause 9.2), models (clause 6.1.4), the AI policy (clause 5.2).\n`;
      assert.equal(read(text), '27001 9.2, 42001 9.2, 42001 6.1.4, 42001 5.2', sentence);
    }
    // The edition of 2019 had another 8.4.
    const three =
      'We meet ISO/IEC 27701 and ISO/IEC 42001. Numbers of clauses are common to both unless stated otherwise.';
    assert.equal(
      read(`# Manual\n\n${three}\n\nModels (clause 8.4), audits (clause 9.2).\n`),
      '42001 8.4, 27701 9.2, 42001 9.2',
    );
  });

  it('is still of the one that is named before', () => {
    const text = '# Manual\n\nMade for ISO/IEC 42001. Ids are of that standard unless stated otherwise.\n\n';
    assert.equal(read(`${text}Seen from outside (A.8.3). We hold a certificate to ISO/IEC 27001.\n`), '42001 A.8.3');
  });

  it('does not call a control of another standard that it names a slip', () => {
    const text =
      '# Manual\n\nIds are of ISO/IEC 42001 unless stated otherwise.\n\n## Rights\n\nConcerns (A.3.3). Rights (A.5.18). Logs (A.6.8).\n';
    assert.equal(read(text), '42001 A.3.3, 42001 A.5.18 missing, 42001 A.6.8 missing');
    const named = `${text}\n## Elsewhere\n\nWe hold a certificate to ISO/IEC 27001.\n`;
    assert.equal(read(named), '42001 A.3.3, 27001 A.5.18, 42001 A.6.8 missing');
  });
});

describe('a page without a title', () => {
  it('is about no standard that its first section names', () => {
    const page =
      'The rest is blocked (A.8.3, A.8.23).\n\n# 1. Do\n\nTell us (42001 A.3.3).\n\n# 2. Know\n\nISO/IEC 27001: A.5.10, A.6.3\n';
    assert.equal(read(page), '27001 A.8.3, 27001 A.8.23, 42001 A.3.3, 27001 A.5.10, 27001 A.6.3');
  });

  it('is one whose headings are alike: below a title its section is the preface', () => {
    const page =
      'Internal\n\n# Rules\n\nThey serve ISO/IEC 42001.\n\n## Access\n\nWho may see it (A.8.3).\n\nSee ISO/IEC 27001 too.\n';
    assert.equal(read(page), '42001 A.8.3');
  });
});

describe('a number that was only a group once', () => {
  it('is no rival to a control in force', () => {
    const rows =
      '| Question | Control |\n|---|---|\n| Aim | A.1.2.3 |\n| Data | A.1.4.4; A.7.4 |\n| Notice | A.1.3.3 |\n| Rights | A.1.3.7 |\n';
    const want = '27701 A.1.2.3, 27701 A.1.4.4, 42001 A.7.4, 27701 A.1.3.3, 27701 A.1.3.7';
    assert.equal(read(`# Review (ISO/IEC 27701:2025, ISO/IEC 42001:2023)\n\n${rows}`), want);
    assert.equal(read(`# Review (ISO/IEC 27701, ISO/IEC 42001)\n\n${rows}`), want);
    assert.equal(read('# Review (ISO/IEC 27701, ISO/IEC 42001)\n\nData are checked (A.7.4).\n'), '42001 A.7.4');
  });

  it('is meant where the text names the edition that has it', () => {
    const text = '# Review (ISO/IEC 27701:2019)\n\nBy design (A.7.4). Consent (A.7.2.3).\n';
    assert.equal(read(text), '27701 A.7.4, 27701 A.7.2.3');
  });
});

describe('an id of a standard that is not of the catalog', () => {
  const ours = '# Crosswalk to ISO/IEC 42001:2023\n\nA.10.3 is met.\n\n';

  it('is its own below and beside its name, although ours has one of that number', () => {
    const rows = '| Source | Ids |\n|---|---|\n| ISO/IEC 27018:2019 | A.2.3, A.10.2 |\n| ISO/IEC 29151 | A.4.2 |\n';
    assert.equal(read(ours + rows), '42001 A.10.3, 27018 A.2.3, 27018 A.10.2, 29151 A.4.2');
    const cloud = '# Cloud (ISO/IEC 27001:2022)\n\n';
    assert.equal(
      read(`${cloud}We meet ISO/IEC 27018:2019 (A.2.1 Purpose, A.11.1); logs: A.8.15.\n`),
      '27018 A.2.1, 27018 A.11.1, 27001 A.8.15',
    );
    assert.equal(read(`${cloud}And ISO/IEC 27017:2015 (CLD.6.3.1 Roles, A.9.4.4).\n`), '27017 A.9.4.4');
    const list = '- ISO/IEC 27018:2019: notice (A.10.2)\n- **ISO/IEC 29151** – use (A.4.2)\n';
    assert.equal(read(ours + list), '42001 A.10.3, 27018 A.10.2, 29151 A.4.2');
    assert.equal(read(`${ours}Cloud services meet ISO/IEC 27018: notice (A.10.2).\n`), '42001 A.10.3, 27018 A.10.2');
  });

  it('is ours where the name only stands in the words beside it, or has no such ids', () => {
    const rows = '| Source | Ids |\n|---|---|\n| Suppliers, as ISO/IEC 27018 says | A.10.2 |\n| ISO 22301 | A.8.4 |\n';
    assert.equal(read(ours + rows), '42001 A.10.3, 42001 A.10.2, 42001 A.8.4');
    assert.equal(read(`${ours}As ISO/IEC 27018 has it, duties are shared (A.10.2).\n`), '42001 A.10.3, 42001 A.10.2');
  });
});

describe('a clause of two standards', () => {
  /** In a manual of two systems, in which clauses that are alike are of each. */
  const inManual = (words: string, standards = 'ISO/IEC 27001:2022, ISO/IEC 42001:2023'): string =>
    read(`# Manual (${standards})\n\nOf both: clause 4.3, clause 7.5.\n\n${words}\n`).replace(/^.* 7\.5, /, '');

  it('is of the one whose subject the words right before it name', () => {
    assert.equal(
      inManual('The AI policy (clause 5.2) and the information security policy (clause 5.2).'),
      '42001 5.2, 27001 5.2',
    );
    assert.equal(inManual('Our AI management reviews, clause 9.3.'), '42001 9.3');
    assert.equal(inManual('The scope of information security, clause 4.3.'), '27001 4.3');
    const privacy = inManual(
      'Privacy risk assessment (clause 8.2), AI risk assessment (clause 8.2).',
      'ISO/IEC 27701:2025, ISO/IEC 42001:2023',
    );
    assert.equal(privacy, '27701 8.2, 42001 8.2');
  });

  it('also in words of other languages', () => {
    assert.equal(
      inManual('KI-Politik (Klausel 5.2), Informationssicherheitspolitik (Klausel 5.2).'),
      '42001 5.2, 27001 5.2',
    );
    assert.equal(
      inManual("La politique d'IA (clause 5.2) et celle de sécurité de l'information (clause 5.2)."),
      '42001 5.2, 27001 5.2',
    );
    assert.equal(inManual('Het informatiebeveiligingsbeleid (clausule 5.2).'), '27001 5.2');
  });

  it('and a control of the one whose subject stands in short before it', () => {
    assert.equal(inManual('Data: AI A.7.4. Cameras: A.7.4.'), '42001 A.7.4, ? A.7.4');
  });

  it('stays open, or is of each, where they name both, or speak of something else', () => {
    assert.equal(inManual('AI and information security policies (clause 5.2).'), '? 5.2');
    assert.equal(inManual('KI- und Informationssicherheitspolitik (Klausel 5.2).'), '? 5.2');
    assert.equal(inManual('AI incidents go to the management review (clause 9.3).'), '27001 9.3, 42001 9.3');
    assert.equal(inManual('Internal audits (clause 9.2) look at AI.'), '27001 9.2, 42001 9.2');
  });

  it('is of the standard that is named beside it, whatever the words', () => {
    assert.match(inManual('The AI policy (ISO/IEC 27001:2022 clause 5.2).'), /27001 5\.2$/);
  });
});

describe('a number far beyond those of the standard that the document is about', () => {
  const integrated: readonly ScopedStandard[] = [
    { standard: '27001', edition: '2022' },
    { standard: '42001', edition: '2023' },
  ];
  const about = '# Rules for AI (ISO/IEC 42001:2023)\n\nEffects are assessed (A.5.2).';

  it('is the control of another one that the folder follows', () => {
    assert.equal(read(`${about} Logs are kept (A.8.15).\n`, integrated), '42001 A.5.2, 27001 A.8.15');
    const front = '---\nstandard: ISO/IEC 42001:2023\n---\n\n# Rules\n\nEffects (A.5.2), logs (A.8.15).\n';
    assert.equal(read(front, integrated.slice(0, 1)), '42001 A.5.2, 27001 A.8.15');
  });

  it('is a slip where no standard of the folder has it, where it is not far, and where its place names the standard', () => {
    assert.equal(read(`${about} Logs (A.8.15).\n`, integrated.slice(1)), '42001 A.5.2, 42001 A.8.15 missing');
    assert.equal(read(`${about} Logs (A.8.99).\n`, integrated), '42001 A.5.2, 42001 A.8.99 missing');
    assert.equal(read(`${about} Data (A.7.7).\n`, integrated), '42001 A.5.2, 42001 A.7.7 missing');
    assert.equal(read(`${about} Events (A.6.8).\n`, integrated), '42001 A.5.2, 42001 A.6.8 missing');
    assert.equal(read(`${about} Logs (ISO/IEC 42001 A.8.15).\n`, integrated), '42001 A.5.2, 42001 A.8.15 missing');
    const below = '\n\n## Controls of ISO/IEC 42001\n\nEffects (A.5.2), logs (A.8.15).\n';
    assert.equal(read(`${about}${below}`, integrated), '42001 A.5.2, 42001 A.5.2, 42001 A.8.15 missing');
  });
});

describe('numbers in brackets behind a guideline', () => {
  const about = '# Risks (ISO/IEC 27001:2022)\n\nClause 6.1.2 asks for a method. ';

  it('are of the guideline', () => {
    const text = `${about}It is that of ISO/IEC 27005 (8.3), ISO 31000 (6.4.2) and, for clouds, ISO/IEC 27017 (9.2, 9.4).\n`;
    assert.equal(read(text), '27001 6.1.2, 27005 8.3, 31000 6.4.2, 27017 9.2, 27017 9.4');
    const cells = '\n\n| Step | Clause |\n|---|---|\n| Analysis | 8.2, ISO/IEC 27005 (8.3) |\n';
    assert.equal(read(`${about}${cells}`), '27001 6.1.2, 27001 8.2, 27005 8.3');
  });

  it('are of our standard where they are those of the Statement of Applicability', () => {
    const text = `${about}We follow ISO 31000 (6.4.2) and keep the Statement of Applicability (6.1.3 d).\n`;
    assert.equal(read(text), '27001 6.1.2, 31000 6.4.2, 27001 6.1.3 d');
  });
});

describe('a heading or item below a heading that is one standard', () => {
  const both = '# Manual for ISO/IEC 27001:2022 and ISO/IEC 42001:2023\n\n';

  it('is of it, right behind the last of its group, although another one has that number', () => {
    const below = `${both}## ISO/IEC 42001:2023\n\n`;
    assert.equal(read(`${below}### A.7.7 Data disposal\n`), '42001 A.7.7 missing');
    assert.equal(read(`${below}- A.8.6 Customer notice\n`), '42001 A.8.6 missing');
    assert.equal(read(`${below}- A.8.3 External reporting\n`), '42001 A.8.3');
  });

  it('is of the other one by its title, in running text, and far from what the group has', () => {
    const below = `${both}## ISO/IEC 42001:2023\n\n`;
    assert.equal(read(`${below}- A.7.7 Clear desk and clear screen\n`), '27001 A.7.7');
    assert.equal(read(`${below}Desks in the lab are kept clear (A.7.7).\n`), '27001 A.7.7');
    assert.equal(read(`${below}- A.8.24 applies to model files too\n`), '27001 A.8.24');
  });

  it('is of the standard whose group the heading is by its title', () => {
    const data = `${both}## A.7 Data for AI systems\n\n### A.7.2 Data for development\n\n`;
    assert.equal(read(`${data}### A.7.7 Data disposal\n`), '42001 A.7, 42001 A.7.2, 42001 A.7.7 missing');
    assert.equal(read(`${both}## A.9 Use of AI systems\n\n### A.9.5 Oversight\n`), '42001 A.9, 42001 A.9.5 missing');
    assert.equal(read(`${both}## A.7 Data for AI systems\n\n## Sites\n\n### A.7.7 Desks\n`), '42001 A.7, 27001 A.7.7');
    assert.equal(read(`${both}## A.7 Physical controls\n\n### A.7.7 Desks\n`), '27001 A.7, 27001 A.7.7');
  });
});

describe('a standard that brackets or a sentence before name for another id', () => {
  const logs = 'Logs are kept centrally (ISO 27001 A.8.15)';
  const data = 'data is acquired (A.7.3) and checked (A.7.4)';

  it('has no ids that the document’s own standard has', () => {
    const ours = '# Rules of the AIMS (ISO/IEC 42001:2023)\n\n';
    const expected = '27001 A.8.15, 42001 A.7.3, 42001 A.7.4';
    assert.equal(read(`${ours}${logs}. Then ${data}.\n`), expected);
    assert.equal(read(`${ours}${logs}, ${data}.\n`), expected);
    assert.equal(read(`${ours}Logs follow A.8.15 of ISO 27001. Then ${data}.\n`), expected);
    assert.equal(
      read(
        '# Regeln (ISO/IEC 27001:2022)\n\nModelle werden beobachtet (42001 A.6.2.6). Räume sind gesichert (A.7.3).\n',
      ),
      '42001 A.6.2.6, 27001 A.7.3',
    );
  });

  it('has them where the document has no other, or its own not the id', () => {
    assert.equal(read(`# Rules\n\n${logs}. Rooms are locked (A.7.3).\n`), '27001 A.8.15, 27001 A.7.3');
    const ours = '# Rules of the AIMS (ISO/IEC 42001:2023)\n\n';
    assert.equal(read(`${ours}${logs}. Rights are taken away (A.5.18).\n`), '27001 A.8.15, 27001 A.5.18');
    assert.equal(read(`${ours}As ISO 27001 A.8.15 and, for access, A.8.3 say.\n`), '27001 A.8.15, 27001 A.8.3');
  });
});

describe('an id that front matter tags for one standard only', () => {
  const tags = '---\ncontrols: ["42001:A.7.3", "42001:A.7.4", "27001:A.8.33"]\n---\n\n# Rules for data\n\n';
  const tagged = '42001 A.7.3, 42001 A.7.4, 27001 A.8.33';

  it('is of that one in the text', () => {
    const text = '- Sources (A.7.3): licences as in 27001 A.5.32.\n- Threshold (A.7.4): 98 %.\n';
    assert.equal(read(`${tags}${text}`), `${tagged}, 42001 A.7.3, 27001 A.5.32, 42001 A.7.4`);
    const listed =
      '---\nframeworks: [{name: ISO/IEC 42001:2023, controls: [A.7.3]}, {name: ISO/IEC 27001:2022, controls: [A.8.33]}]\n---\n\n';
    assert.equal(read(`${listed}# Rules\n\n## Sources (A.7.3)\n\nText.\n`), '42001 A.7.3, 27001 A.8.33, 42001 A.7.3');
    const clauses = '---\nclauses: ["42001:9.2", "27001:9.3"]\n---\n\n# Rules\n\n';
    assert.equal(read(`${clauses}As in clause 9.2 and clause 9.3.\n`), '42001 9.2, 27001 9.3, 42001 9.2, 27001 9.3');
  });

  it('is of another one that is named for it, or whose title stands beside it', () => {
    assert.equal(read(`${tags}Cameras film (ISO 27001 A.7.4).\n`), `${tagged}, 27001 A.7.4`);
    assert.equal(read(`${tags}## ISO/IEC 27001\n\n- Cameras film (A.7.4).\n`), `${tagged}, 27001 A.7.4`);
    assert.equal(
      read(`${tags}Physical security monitoring (A.7.4) of ISO 27001 A.5.1.\n`),
      `${tagged}, 27001 A.7.4, 27001 A.5.1`,
    );
  });

  it('is open where it is tagged for two', () => {
    const both = '---\ncontrols: ["42001:A.8.3", "27001:A.8.3"]\n---\n\n# Rules\n\n';
    assert.equal(read(`${both}Told (A.8.3).\n`), '42001 A.8.3, 27001 A.8.3, ? A.8.3');
  });
});

describe('a standard named behind a list', () => {
  it('is that of all of it, whatever stands before the list', () => {
    const read42001 = '27001 A.5.9, 42001 A.8.2, 42001 A.8.4';
    for (const text of [
      'Next to A.5.9 of ISO 27001, A.8.2 and A.8.4 of ISO 42001 apply.',
      'Next to A.5.9 of ISO 27001, A.8.2/A.8.4 of ISO 42001 apply.',
      'This meets ISO 27001 A.5.9 and A.8.2/A.8.4 of ISO 42001.',
      'Neben A.5.9 der ISO 27001 gelten A.8.2/A.8.4 der ISO 42001.',
      'Outre A.5.9 de l’ISO 27001, A.8.2 et A.8.4 de l’ISO 42001 valent.',
    ])
      assert.equal(read(`${text}\n`), read42001, text);
    assert.equal(
      read('This meets 27701 A.3.13 and clauses 4.1/4.2 of ISO/IEC 42001.\n'),
      '27701 A.3.13, 42001 4.1, 42001 4.2',
    );
  });

  it('leaves what goes on with the standard before it', () => {
    assert.equal(
      read('We follow ISO 27001 A.5.9, A.8.2 and, for models, A.8.4 of ISO 42001.\n'),
      '27001 A.5.9, 27001 A.8.2, 42001 A.8.4',
    );
  });
});

describe('words in another language than the titles', () => {
  const both = '# Rules\n\nThese rules serve ISO/IEC 27001:2022 and ISO/IEC 42001:2023.\n\n';

  it('tell data from rooms', () => {
    for (const words of [
      'Datenqualität',
      'Die Qualität der Daten',
      'La qualité des données',
      'La calidad de los datos',
    ])
      assert.equal(read(`${both}- ${words} (A.7.4)\n`), '42001 A.7.4', words);
    for (const words of ['La surveillance de la sécurité physique', 'Überwachung der Räume', 'Fysieke beveiliging'])
      assert.equal(read(`${both}- ${words} (A.7.4)\n`), '27001 A.7.4', words);
  });

  it('leave open what they say nothing of, or speak of both', () => {
    for (const words of ['Die Regel', 'Daten im Rechenzentrum', 'Le centre de données'])
      assert.equal(read(`${both}- ${words} (A.7.4)\n`), '? A.7.4', words);
  });
});

describe('a tag without its standard', () => {
  const scope = [
    { standard: '27001', edition: '2022' },
    { standard: '42001', edition: '2023' },
  ];

  it('is no objective', () => {
    const text = '---\ncontrols: [A.5.1, "27001:A.5.4"]\n---\n\n# Rules\n\nText.\n';
    assert.equal(read(text, scope), '27001 A.5.1, 27001 A.5.4');
  });
});

describe('corrective measures', () => {
  it('are no controls, in any language', () => {
    const tags = '---\niso27001: ["A.5.1"]\niso42001: ["A.2.2"]\n---\n\n# Rules\n\n';
    for (const text of [
      'Interne audit (9.2) en corrigerende maatregelen (10.2).',
      'Audit interne (9.2) et mesures correctives (10.2).',
      'Interne Audits (9.2) und korrigierende Maßnahmen (10.2).',
    ])
      assert.equal(read(`${tags}${text}\n`), '27001 A.5.1, 42001 A.2.2, ? 9.2, ? 10.2', text);
  });
});

describe('a bare number in brackets among controls with their letter', () => {
  const before = 'A second factor (27001 A.8.5, 27701 A.3.23) is asked for; ';

  it('is the control whose title the word before it is of, and otherwise the clause', () => {
    assert.equal(read(`${before}awareness (6.3) is kept up.\n`), '27001 A.8.5, 27701 A.3.23, 27001 A.6.3');
    assert.equal(read(`${before}planning of changes (6.3) is done.\n`), '27001 A.8.5, 27701 A.3.23, 27701 6.3');
    assert.equal(read(`${before}awareness (7.3) is kept up.\n`), '27001 A.8.5, 27701 A.3.23, 27701 7.3');
  });
});
