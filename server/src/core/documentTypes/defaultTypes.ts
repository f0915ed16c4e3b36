/** The document types that are known without any setting. Outlines are common practice and no words of a standard. */
import type { FieldName } from '../document.js';
import type { DocumentType, OutlineSection } from './types.js';

const required = { isRequired: true, mayOpen: false, since: 1 };
const optional = { isRequired: false, mayOpen: false, since: 1 };

const purpose: OutlineSection = {
  ...required,
  title: 'Purpose',
  also: [
    'purposes',
    'aim',
    'aims',
    'goal',
    'goals',
    'objective',
    'objectives',
    'introduction',
    'why',
    'zweck',
    'ziel',
    'ziele',
    'objet',
    'objectif',
    'objetivo',
    'doel',
    'scopo',
  ],
  mayOpen: true,
  hint: 'Why this document exists, in a sentence or two.',
};

const scope: OutlineSection = {
  ...required,
  title: 'Scope',
  also: [
    'applicability',
    'applies to',
    'application',
    'audience',
    'geltungsbereich',
    'anwendungsbereich',
    'champ d application',
    'périmètre',
    'alcance',
    'ámbito',
    'toepassingsgebied',
    'ambito',
  ],
  mayOpen: true,
  hint: 'Which people, places, systems and information it holds for.',
};

const responsibilities: OutlineSection = {
  ...optional,
  title: 'Responsibilities',
  also: [
    'responsibility',
    'roles',
    'role',
    'accountability',
    'verantwortlichkeiten',
    'verantwortung',
    'zuständigkeiten',
    'rollen',
    'responsabilités',
    'responsabilidades',
    'verantwoordelijkheden',
    'responsabilità',
  ],
  hint: 'Which role does what. Roles stay when people leave.',
};

const exceptions: OutlineSection = {
  ...optional,
  title: 'Exceptions',
  also: [
    'exception',
    'deviations',
    'ausnahmen',
    'exceptions et dérogations',
    'excepciones',
    'uitzonderingen',
    'eccezioni',
  ],
  hint: 'Who may allow what to be done otherwise, for how long, and where that is written down.',
};

const review: OutlineSection = {
  ...optional,
  title: 'Review',
  also: [
    'reviews',
    'revision',
    'maintenance',
    'überprüfung',
    'prüfung',
    'révision',
    'revisión',
    'herziening',
    'riesame',
  ],
  hint: 'When this document is looked at again, and what would make that happen sooner.',
};

const records: OutlineSection = {
  ...optional,
  title: 'Records',
  also: [
    'record',
    'evidence',
    'documentation',
    'aufzeichnungen',
    'nachweise',
    'enregistrements',
    'registros',
    'registraties',
    'registrazioni',
  ],
  hint: 'What shows that it was done, where that is kept and for how long.',
};

function section(title: string, hint: string, also: readonly string[] = [], isRequired = false): OutlineSection {
  return { title, hint, also, isRequired, mayOpen: false, since: 1 };
}

/** What a record must state: it says what was, and nobody approves it anew every year. */
const fieldsOfRecord: readonly FieldName[] = ['id', 'title', 'owner'];

export const defaultDocumentTypes: readonly DocumentType[] = [
  {
    name: 'policy',
    also: ['policies', 'richtlinie', 'leitlinie', 'politique', 'política', 'beleid'],
    idPrefix: 'POL',
    folder: 'policies',
    requiredFields: null,
    version: 1,
    sections: [
      purpose,
      scope,
      section('Rules', 'What holds: one section for each topic, tagged with the controls that it fulfils.', [
        'principles',
        'policy statement',
        'requirements',
        'regeln',
        'grundsätze',
      ]),
      responsibilities,
      exceptions,
      records,
      review,
    ],
  },
  {
    name: 'procedure',
    also: ['process', 'sop', 'work instruction', 'verfahren', 'prozess', 'procédure', 'procedimiento'],
    idPrefix: 'PRO',
    folder: 'procedures',
    requiredFields: null,
    version: 1,
    sections: [
      purpose,
      { ...scope, isRequired: false },
      section('Steps', 'What is done, in which order, by which role, with what result.', [
        'procedure',
        'process',
        'workflow',
        'ablauf',
        'schritte',
      ]),
      responsibilities,
      exceptions,
      records,
      review,
    ],
  },
  {
    name: 'standard',
    also: ['baseline', 'technical standard'],
    idPrefix: 'STD',
    folder: 'standards',
    requiredFields: null,
    version: 1,
    sections: [
      purpose,
      scope,
      section('Requirements', 'What must be met, so that one can check it.', [
        'rules',
        'measures',
        'anforderungen',
        'vorgaben',
      ]),
      responsibilities,
      exceptions,
      review,
    ],
  },
  {
    name: 'guideline',
    also: ['guide', 'guidance', 'leitfaden', 'handreichung'],
    idPrefix: 'GL',
    folder: 'guidelines',
    requiredFields: null,
    version: 1,
    sections: [
      purpose,
      { ...scope, isRequired: false },
      section('Recommendations', 'What is advised, and what one does instead where it does not fit.', [
        'guidance',
        'good practice',
        'empfehlungen',
      ]),
      review,
    ],
  },
  {
    name: 'plan',
    also: ['plans', 'programme', 'program', 'konzept'],
    idPrefix: 'PLN',
    folder: 'plans',
    requiredFields: null,
    version: 1,
    sections: [
      purpose,
      scope,
      section('Measures', 'What is done when, by whom, with which means.', ['actions', 'steps', 'tasks', 'maßnahmen']),
      responsibilities,
      section('Exercises and checks', 'How one finds out whether the plan works.', [
        'exercises',
        'tests',
        'checks',
        'übungen',
      ]),
      review,
    ],
  },
  {
    name: 'record',
    also: [
      ...['report', 'minutes', 'meeting minutes', 'protokoll', 'sitzungsprotokoll', 'aufzeichnung', 'bericht'],
      ...['procès-verbal', 'compte rendu', 'compte-rendu', 'acta', 'ata', 'notulen', 'verslag', 'verbale'],
    ],
    idPrefix: 'REC',
    folder: 'records',
    requiredFields: fieldsOfRecord,
    version: 1,
    sections: [
      section('What was done', 'Date, place, people.', ['summary', 'zusammenfassung']),
      section('Result', 'What came of it.', ['results', 'findings', 'decision', 'ergebnis']),
      section('What follows', 'Actions, each with a role and a day.', ['actions', 'next steps', 'maßnahmen']),
    ],
  },
  {
    name: 'impact assessment',
    also: [
      'dpia',
      'pia',
      'fria',
      'ai impact assessment',
      'ai system impact assessment',
      'data protection impact assessment',
      'datenschutz-folgenabschätzung',
      'folgenabschätzung',
    ],
    idPrefix: 'IA',
    folder: 'records',
    requiredFields: null,
    version: 1,
    sections: [
      section(
        'System and processing',
        'What is assessed: what it does, with which data, for whom.',
        ['system', 'processing', 'description', 'beschreibung', 'verarbeitung'],
        true,
      ),
      section('Necessity and proportion', 'Why it is done this way and not with less.', [
        'necessity',
        'proportionality',
        'notwendigkeit',
      ]),
      section(
        'Effects on people',
        'What can happen to individuals and groups, good and bad, and how bad.',
        ['effects', 'impacts', 'impact', 'risks', 'risk', 'risiken', 'auswirkungen'],
        true,
      ),
      section(
        'Measures',
        'What is done about it, and what remains.',
        ['mitigations', 'safeguards', 'controls', 'maßnahmen'],
        true,
      ),
      section('Who was heard', 'People concerned, experts, the data protection officer.', [
        'consultation',
        'opinions',
        'stakeholders',
        'anhörung',
      ]),
      section(
        'Decision',
        'Go ahead or not, by whom, on which day, under which conditions.',
        ['conclusion', 'result', 'approval', 'entscheidung', 'ergebnis'],
        true,
      ),
      review,
    ],
  },
];
