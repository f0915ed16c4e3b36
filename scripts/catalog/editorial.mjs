// What the reference does not hold and a person wrote for the catalog: names as texts use them, licences, adoptions.
// Used by scripts/import-reference.mjs only. Once a catalog file exists it is edited by hand, not through this list.

export const isoLicence =
  'Numbers and titles are facts; the standard itself is copyright ISO/IEC. No requirement or guidance text is included.';
export const euLicence =
  'European Union law, source EUR-Lex; reuse authorised with acknowledgement (Commission Decision 2011/833/EU).';
export const nistLicence = 'Work of the United States Government; public domain in the United States.';

const isoNames = (number) => [
  `ISO/IEC ${number}`,
  `ISO ${number}`,
  `ISO${number}`,
  `ISO-${number}`,
  `ISO_${number}`,
  `ISO/IEC${number}`,
  `IEC ${number}`,
];

export const standardExtras = {
  'iso27001-2022': {
    standard: '27001',
    edition: '2022',
    status: 'current',
    names: isoNames('27001'),
    systemNames: [
      'ISMS',
      'SGSI',
      'SMSI',
      'information security management system',
      'Informationssicherheitsmanagementsystem',
    ],
    alsoPublishedAs: [
      {
        name: 'EN ISO/IEC 27001',
        year: '2023',
        note: 'European adoption of the 2022 text; 2023 is not a new edition.',
      },
    ],
    companions: [
      {
        number: '27002',
        edition: '2022',
        names: isoNames('27002'),
        idPrefix: 'A.',
        note: 'Control numbers of ISO/IEC 27002:2022 (5.1 to 8.34) are those of Annex A without the prefix.',
      },
    ],
    soaItem: '6.1.3 d',
  },
  'iso27001-2013': {
    standard: '27001',
    edition: '2013',
    status: 'withdrawn',
    fullTitle: 'Information technology — Security techniques — Information security management systems — Requirements',
    published: '2013-10',
    names: isoNames('27001'),
    alsoPublishedAs: [
      {
        name: 'EN ISO/IEC 27001',
        year: '2017',
        note: 'European adoption of the 2013 text (general knowledge, not in the reference).',
      },
    ],
    companions: [
      {
        number: '27002',
        edition: '2013',
        names: isoNames('27002'),
        idPrefix: 'A.',
        note: 'Control numbers of ISO/IEC 27002:2013 (5.1.1 to 18.2.3) are those of Annex A without the prefix.',
      },
    ],
    soaItem: '6.1.3 d',
  },
  'iso27701-2025': {
    standard: '27701',
    edition: '2025',
    status: 'current',
    names: isoNames('27701'),
    systemNames: ['PIMS', 'SGPI', 'privacy information management system'],
    alsoPublishedAs: [{ name: 'EN ISO/IEC 27701', year: '2025', note: 'NEN edition seen by one source.' }],
    soaItem: '6.1.3 e',
    inventedIds: ['B.8.6.1'],
  },
  'iso27701-2019': {
    standard: '27701',
    edition: '2019',
    status: 'withdrawn',
    names: isoNames('27701'),
    alsoPublishedAs: [
      {
        name: 'EN ISO/IEC 27701',
        year: '2021',
        note: 'European adoption of the 2019 text (general knowledge, not in the reference).',
      },
    ],
    soaItem: '5.4.1.3',
  },
  'iso42001-2023': {
    standard: '42001',
    edition: '2023',
    status: 'current',
    names: isoNames('42001'),
    systemNames: ['AIMS', 'KIMS', 'SGIA', 'SMIA', 'AI management system', 'artificial intelligence management system'],
    alsoPublishedAs: [
      {
        name: 'EN ISO/IEC 42001',
        year: '2026',
        note: 'Identical adoption reported 2026-03 by a single source, not verified.',
      },
    ],
    soaItem: '6.1.3 f',
    inventedIds: [
      'A.6.6',
      'A.6.6.2',
      'A.6.6.3',
      'A.6.6.4',
      'A.6.10',
      'A.6.10.2',
      'A.6.4',
      'A.6.8',
      'A.5.6',
      '6.1.5',
      'B.9.1',
    ],
  },
};

/** Title variants that the reference names in its sources and traps instead of on the entry. */
export const extraAliases = {
  'iso27701-2025': {
    'A.1.5.5': ['Records of PII disclosure to third parties'],
    'A.2.5.4': ['Records of PII disclosure to third parties'],
    'A.2.3.2': ['Obligations to PII principals'],
    5.3: ['Organizational roles, responsibilities and authorities'],
    '7.5.2': ['Creating and updating'],
  },
  'iso42001-2023': {
    5.3: ['Organizational roles, responsibilities and authorities'],
    '7.5.2': ['Creating and updating'],
  },
  'iso27001-2022': {
    5.3: ['Roles, responsibilities and authorities'],
    '7.5.2': ['Creating and updating documented information'],
  },
  'iso27001-2013': { 'A.12.4.4': ['Clock synchronization'] },
  'ai-act': {
    111: [
      'AI systems already placed on the market or put into service and general-purpose AI models already placed on the marked',
    ],
  },
};

export const lawExtras = {
  gdpr: {
    standard: 'gdpr',
    edition: '',
    fullTitle: 'General Data Protection Regulation',
    names: [
      'GDPR',
      'General Data Protection Regulation',
      'Regulation (EU) 2016/679',
      '2016/679',
      'EU GDPR',
      'EU-GDPR',
      'DSGVO',
      'EU-DSGVO',
      'DS-GVO',
      'Datenschutz-Grundverordnung',
      'Datenschutzgrundverordnung',
      'RGPD',
      'Règlement général sur la protection des données',
      'Reglamento General de Protección de Datos',
      'Regulamento Geral sobre a Proteção de Dados',
      'Regulamento Geral de Proteção de Dados',
      'Regolamento generale sulla protezione dei dati',
      'AVG',
      'Algemene verordening gegevensbescherming',
    ],
  },
  'ai-act': {
    standard: 'ai-act',
    edition: '',
    fullTitle: 'Artificial Intelligence Act',
    names: [
      'EU AI Act',
      'AI Act',
      'Artificial Intelligence Act',
      'Regulation (EU) 2024/1689',
      '2024/1689',
      'EU-AI-Act',
      'AI-Act',
      'AIA',
      'AI Regulation',
      'KI-Verordnung',
      'KI-VO',
      'EU-KI-Verordnung',
      'Verordnung über künstliche Intelligenz',
      "règlement sur l'intelligence artificielle",
      "règlement sur l'IA",
      'règlement IA',
      "règlement européen sur l'IA",
      'Reglamento de Inteligencia Artificial',
      'Reglamento de IA',
      'Reglamento europeo de IA',
      'Regulamento da Inteligência Artificial',
      'Regulamento Inteligência Artificial',
      'Regulamento da IA',
      'Regulamento IA',
      "regolamento sull'intelligenza artificiale",
      "regolamento sull'IA",
      'regolamento IA',
      'AI-verordening',
      'verordening artificiële intelligentie',
    ],
  },
  nis2: {
    standard: 'nis2',
    edition: '',
    fullTitle: 'NIS 2 Directive',
    completeParagraphs: ['21(2)'],
    names: [
      'NIS2',
      'NIS 2',
      'NIS-2',
      'NIS2 Directive',
      'NIS 2 Directive',
      'Directive (EU) 2022/2555',
      '2022/2555',
      'SRI 2',
      'SRI2',
    ],
  },
};

export const frameworkExtras = {
  'nist-ai-rmf-1.0': {
    standard: 'nist-ai-rmf',
    edition: '1.0',
    fullTitle: 'Artificial Intelligence Risk Management Framework (AI RMF 1.0)',
    names: [
      'NIST AI RMF',
      'NIST AI RMF 1.0',
      'AI RMF',
      'AI RMF 1.0',
      'NIST AI 100-1',
      'NIST AI Risk Management Framework',
    ],
  },
  'nist-csf-2.0': {
    standard: 'nist-csf',
    edition: '2.0',
    fullTitle: 'The NIST Cybersecurity Framework (CSF) 2.0',
    names: ['NIST CSF', 'NIST CSF 2.0', 'CSF 2.0', 'NIST Cybersecurity Framework', 'NIST CSWP 29'],
  },
};

/** AI Act article numbers of drafts that pages still quote (trap `ai-act-old-numbers` of the reference). */
export const aiActDraftNumbers = [
  {
    id: '61',
    now: '72',
    note: 'In drafts of the Act, Article 61 was post-market monitoring, which is now Article 72.',
    subjects: [
      'surveillance après commercialisation',
      'Beobachtung nach dem Inverkehrbringen',
      'vigilancia poscomercialización',
      'seguimiento poscomercialización',
      'acompanhamento pós-comercialização',
      'monitorização pós-comercialização',
      'monitoring na het in de handel brengen',
      "monitoraggio successivo all'immissione sul mercato",
      'monitoraggio post-commercializzazione',
    ],
  },
  {
    id: '62',
    now: '73',
    note: 'In drafts of the Act, Article 62 was the reporting of incidents, which is now Article 73.',
    subjects: [
      'serious incident',
      'schwerwiegende Vorfälle',
      'schwerwiegender Vorfall',
      'incidents graves',
      'incidentes graves',
      'ernstige incidenten',
      'incidenti gravi',
    ],
  },
  {
    id: '52',
    now: '50',
    note: 'In drafts of the Act, Article 52 was transparency, which is now Article 50.',
    subjects: [
      'obligations de transparence',
      'Transparenzpflichten',
      'obligaciones de transparencia',
      'obrigações de transparência',
      'transparantieverplichtingen',
      'obblighi di trasparenza',
    ],
  },
  {
    id: '29a',
    now: '27',
    note: 'In drafts of the Act, Article 29a was the fundamental rights impact assessment, which is now Article 27.',
  },
  {
    id: '28',
    now: '25',
    note: 'In drafts of the Act, Article 28 was the value chain, which is now Article 25.',
    subjects: [
      'chaîne de valeur',
      'KI-Wertschöpfungskette',
      'cadena de valor',
      'cadeia de valor',
      'AI-waardeketen',
      'catena del valore',
    ],
  },
  {
    id: '28b',
    now: '53',
    note: 'In drafts of the Act, Article 28b was about foundation models, which is now Article 53.',
  },
  {
    id: 'Title III',
    now: 'Chapter III',
    note: 'In drafts of the Act, high-risk systems were in Title III, which is now Chapter III.',
  },
];

/** Sub-paragraphs that Regulation (EU) 2026/1744 deleted or inserted. */
export const aiActParts = [
  { id: '5(1)(ba)', parent: '5', note: 'Inserted by Regulation (EU) 2026/1744; applies from 2026-12-02.' },
  { id: '5(1)(bb)', parent: '5', note: 'Inserted by Regulation (EU) 2026/1744; applies from 2026-12-02.' },
  { id: '5(1a)', parent: '5', note: 'Inserted by Regulation (EU) 2026/1744; applies from 2026-12-02.' },
  { id: '5(1b)', parent: '5', note: 'Inserted by Regulation (EU) 2026/1744; applies from 2026-12-02.' },
  {
    id: '10(5)',
    parent: '10',
    deleted: true,
    movedTo: ['4a'],
    note: 'Deleted by Regulation (EU) 2026/1744 (in force 2026-07-27); its content moved to Article 4a.',
  },
  { id: '99(6a)', parent: '99', note: 'Inserted by Regulation (EU) 2026/1744.' },
];

export const aiActNotes = {
  4: 'Reworded by Regulation (EU) 2026/1744 (in force 2026-07-27); number and title unchanged.',
  17: 'Amended by Regulation (EU) 2026/1744.',
  25: 'Paragraphs 2 and 4 (first subparagraph) replaced by Regulation (EU) 2026/1744.',
  75: 'Amended by Regulation (EU) 2026/1744.',
  111: 'Amended by Regulation (EU) 2026/1744 (new paragraph 4).',
  113: 'Amended by Regulation (EU) 2026/1744.',
  'Annex I': 'Amended by Regulation (EU) 2026/1744.',
  'Annex VIII': 'Amended by Regulation (EU) 2026/1744.',
};

/** The clause matrix of the Modulos page ("shared backbone") in our own words; the page's cells are not copied. */
export const clauseMatrix = [
  {
    clause: '4',
    shared: 'One way to describe the organisation, its surroundings and the parties with an interest in it.',
    differs: 'Each management system has its own boundary: security, AI or privacy.',
  },
  {
    clause: '5',
    shared: 'One set of policy formats, roles and meeting rhythm for top management.',
    differs: 'Each standard wants a policy of its own subject: information security, AI, privacy.',
  },
  {
    clause: '6',
    shared: 'One method for risks, their treatment, objectives and planned changes.',
    differs:
      'What is at risk: information for 27001, people and society for 42001 (with impact assessments), individuals’ data for 27701.',
  },
  {
    clause: '7',
    shared: 'One arrangement for people, skills, awareness, communication and documents.',
    differs: 'The skills themselves, for example AI ethics for 42001 and data protection for 27701.',
  },
  {
    clause: '8',
    shared: 'One way to plan and run the work and the chosen controls.',
    differs: 'The controls of the Annex A of each standard.',
  },
  {
    clause: '9',
    shared: 'One programme of measuring, internal audits and management reviews.',
    differs: 'The measures of each standard; audits can take the integrated system as a whole.',
  },
  {
    clause: '10',
    shared: 'One process for nonconformities, corrective action and improvement.',
    differs: 'Nothing of substance.',
  },
];

/** Section titles of the annex of Implementing Regulation (EU) 2024/2690; 7 and 9 have no titled subsections. */
export const implementingRegulationTitles = {
  1: 'Policy on the security of network and information systems',
  1.1: 'Policy on the security of network and information systems',
  1.2: 'Roles, responsibilities and authorities',
  2: 'Risk management policy',
  2.1: 'Risk management framework',
  2.2: 'Compliance monitoring',
  2.3: 'Independent review of information and network security',
  3: 'Incident handling',
  3.1: 'Incident handling policy',
  3.2: 'Monitoring and logging',
  3.3: 'Event reporting',
  3.4: 'Event assessment and classification',
  3.5: 'Incident response',
  3.6: 'Post-incident reviews',
  4: 'Business continuity and crisis management',
  4.1: 'Business continuity and disaster recovery plan',
  4.2: 'Backup and redundancy management',
  4.3: 'Crisis management',
  5: 'Supply chain security',
  5.1: 'Supply chain security policy',
  5.2: 'Directory of suppliers and service providers',
  6: 'Security in network and information systems acquisition, development and maintenance',
  6.1: 'Security in acquisition of ICT services or ICT products',
  6.2: 'Secure development life cycle',
  6.3: 'Configuration management',
  6.4: 'Change management, repairs and maintenance',
  6.5: 'Security testing',
  6.6: 'Security patch management',
  6.7: 'Network security',
  6.8: 'Network segmentation',
  6.9: 'Protection against malicious and unauthorised software',
  '6.10': 'Vulnerability handling and disclosure',
  7: 'Policies and procedures to assess the effectiveness of cybersecurity risk-management measures',
  8: 'Basic cyber hygiene practices and security training',
  8.1: 'Awareness raising and basic cyber hygiene practices',
  8.2: 'Security training',
  9: 'Cryptography',
  10: 'Human resources security',
  10.1: 'Human resources security',
  10.2: 'Verification of background',
  10.3: 'Termination or change of employment procedures',
  10.4: 'Disciplinary process',
  11: 'Access control',
  11.1: 'Access control policy',
  11.2: 'Management of access rights',
  11.3: 'Privileged accounts and system administration accounts',
  11.4: 'Administration systems',
  11.5: 'Identification',
  11.6: 'Authentication',
  11.7: 'Multi-factor authentication',
  12: 'Asset management',
  12.1: 'Asset classification',
  12.2: 'Handling of assets',
  12.3: 'Removable media policy',
  12.4: 'Asset inventory',
  12.5: 'Deposit, return or deletion of assets upon termination of employment',
  13: 'Environmental and physical security',
  13.1: 'Supporting utilities',
  13.2: 'Protection against physical and environmental threats',
  13.3: 'Perimeter and physical access control',
};
