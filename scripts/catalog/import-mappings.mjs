// Mapping files of the reference → catalog files: the same rows, with their sources named once at the head.
import { clauseMatrix } from './editorial.mjs';

const enisaCredit =
  'ENISA, Technical Implementation Guidance on Cybersecurity Risk Management Measures, 2025, CC BY 4.0. The table was rolled up: its leaf rows were combined to the level shown here.';
const microsoftCredit =
  'GDPR links from the Data Protection Mapping Project, copyright 2020 Data Protection Mapping Project, MIT licence (see NOTICE).';
const nistCredit =
  'NIST informative references; work of the United States Government, public domain in the United States.';
const ownCredit = 'Rows by subject were written for this catalog (MIT).';
const factsCredit = 'Facts about numbers; the tables of the standards are not copied.';

/** What each file may be used under, and how far to trust it. */
const editorial = {
  'iso27001-2013--iso27001-2022': [
    factsCredit,
    'high: rebuilt from the public correspondence of ISO/IEC 27002:2022 Annex B, checked against three public lists',
  ],
  'iso27701-2019--iso27701-2025': [
    factsCredit,
    'high for Annexes A and B (same title, last number plus one), medium for clause 6',
  ],
  'iso27001-2022--iso27701-2025': [
    `${factsCredit} ${ownCredit}`,
    'high for clauses and for the 29 controls with the same title; the rest by subject',
  ],
  'iso27001-2022--iso42001-2023': [
    `${factsCredit} ${ownCredit}`,
    'high for clauses and the Modulos page; Annex A by subject (medium, low)',
  ],
  'iso42001-2023--iso27701-2025': [`${factsCredit} ${ownCredit}`, 'high for clauses; Annex A by subject (medium, low)'],
  'iso27701-2019--gdpr': [microsoftCredit, 'high: one public data set made from Annex D'],
  'iso27701-2025--gdpr': [
    microsoftCredit,
    'high where two readings agree, otherwise medium; a reconstruction of an informative annex, not a copy',
  ],
  'iso27001-2022--gdpr': [microsoftCredit, 'medium: derived through 27701:2019 clause 6; the Modulos rows high'],
  'iso27001-2022--nis2': [enisaCredit, 'high, medium for sections that implement several points of Article 21(2)'],
  'nis2-ir-2024-2690--iso27001-2022': [enisaCredit, 'high: ENISA table'],
  'iso27001-2022--nist-csf-2.0': [nistCredit, 'high for Annex A pairs (two equal copies), medium for clause pairs'],
  'iso42001-2023--nist-ai-rmf-1.0': [
    'Crosswalk written by Microsoft and listed by NIST without endorsement: pairs of numbers only.',
    'high or medium; only 19 of 72 subcategories were found',
  ],
  'iso27001-2022--eu-ai-act': [
    `Facts read from the Modulos integration page. ${ownCredit}`,
    'high for the Modulos page, otherwise low',
  ],
  'iso42001-2023--eu-ai-act': [ownCredit, 'medium or low: by subject'],
  'iso42001-2023--gdpr': [ownCredit, 'medium or low: by subject'],
  'iso42001-2023--nis2': [ownCredit, 'medium or low: by subject'],
  'iso27701-2025--eu-ai-act': [ownCredit, 'medium or low: by subject'],
  'iso27701-2025--nis2': [enisaCredit, 'medium: chained through 27001'],
  'iso27701-2025--nist-csf-2.0': [nistCredit, 'medium: chained through 27001'],
  'iso42001-2023--nist-csf-2.0': [nistCredit, 'low: chained through the clauses of 27001'],
  'nist-ai-rmf-1.0--iso27001-2022': [ownCredit, 'medium or low: by subject'],
  'nist-ai-rmf-1.0--iso27701-2025': [ownCredit, 'medium or low: by subject'],
  'modulos-integration': [
    'Facts (pairs of numbers) read from the Modulos integration page; the text of its tables has no licence and is not here.',
    'high means that the page says so, not that the page is right',
  ],
};

/** Sources that name two places become two sources, so that a row can say both. */
function sourceTexts(source) {
  const [page, ...places] = source.split(' + ');
  if (source.startsWith('Modulos integration page')) {
    return [page, ...places.map((place) => `Modulos integration page ${place}`)];
  }
  return source.startsWith('derived: ') && places.length > 0 ? [page, places.join(' + ')] : [source];
}

/** Text of a source as users see it: the reference speaks of itself in rows that were written for it. */
export function publishedSource(text) {
  if (text === 'derived by subject (this research, no official source)') {
    return 'related by subject; written for this catalog, no official source';
  }
  return text;
}

/** Our texts for one source of the reference. Also used by the test that compares both. */
export const publishedSources = (source) => sourceTexts(source).map(publishedSource);

/** A short name for a source, readable in a row. */
const slugRules = [
  [/^Modulos integration page table (\d+) row (\d+)$/, (m) => `modulos-table-${m[1]}-row-${m[2]}`],
  [
    /^Modulos integration page prose, integration pattern (\d+) row (\d+)$/,
    (m) => `modulos-pattern-${m[1]}-row-${m[2]}`,
  ],
  [/^ISO\/IEC 27002:2022 Annex B/, () => 'iso27002-annex-b'],
  [/^title comparison/, () => 'title-comparison'],
  [/^derived: 27701:2019 clause ([\d., ]+) ->/, (m) => `clause-${m[1].replaceAll(', ', '-')}`],
  [/^ISO\/IEC harmonized structure/, () => 'harmonised-structure'],
  [/^identical control title/, () => 'same-title'],
  [/by subject/, () => 'by-subject'],
  [/\(subject\)$/, () => 'pii-control-subject'],
  [/^ENISA Technical/, () => 'enisa'],
  [/^NIST informative reference/, () => 'nist-olir-154'],
  [/^microsoft\/data-protection/, () => 'microsoft-mapping-project'],
  [/^title identity/, () => 'title-and-number'],
  [/^derived: 27002:2013/, () => 'iso27002-correspondence'],
  [/^Annex F as reported/, () => 'annex-f-reported'],
  [/^derived: 27701:2019 Annex D/, () => 'annex-d-2019-moved'],
  [/^ISO\/IEC 27701:2025 Annex D as reported/, () => 'annex-d-2025-reported'],
  [/^isms\.online Annex D/, () => 'isms-online-annex-d'],
  [/^chain: Table A\.3 same title as 27001 (A[\d.]+) ->/, (m) => `chain-${m[1]}`],
  [/^chain: harmonized-structure clause ([\d.]+) of/, (m) => `chain-${m[1]}`],
  [/^legal-skills-open/, () => 'legal-skills-open'],
  [/public transcription/, () => 'crosswalk-transcription'],
  [/text extract of the PDF/, () => 'crosswalk-pdf-extract'],
];

function slugOf(text) {
  for (const [pattern, slug] of slugRules) {
    const match = pattern.exec(text);
    if (match) return slug(match);
  }
  throw new Error(`No short name for the source "${text}"`);
}

function sourceTable(rows) {
  const table = {};
  for (const text of rows.flatMap((row) => publishedSources(row.source))) {
    const slug = slugOf(text);
    if (table[slug] && table[slug] !== text)
      throw new Error(`Two sources are called ${slug}: ${table[slug]} | ${text}`);
    table[slug] = text;
  }
  return table;
}

function mappingRow(row) {
  const slugs = publishedSources(row.source).map(slugOf);
  return {
    from: row.from,
    to: row.to,
    relation: row.relation,
    confidence: row.confidence,
    source: slugs.length === 1 ? slugs[0] : slugs,
    via: row.via,
    links: row.leaf_links,
    note: row.note,
  };
}

/** Entries that the reference names as having no counterpart in the other standard. */
function withoutCounterpart(name, reference, standards) {
  const result = {};
  const add = (key, ids) => {
    if (ids?.length) result[key] = [...(result[key] ?? []), ...ids];
  };
  const [left, right] = name.split('--');
  add('iso42001-2023', reference.only_in_42001);
  add('iso42001-2023', reference.no_27001_counterpart);
  if (left === 'iso27001-2022' && right === 'iso27701-2025') {
    add('iso27001-2022', standards['iso27701-2025'].iso27001_2022_without_counterpart);
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

const notesOf = (reference) =>
  [
    reference.note,
    reference.checks,
    reference.coverage,
    reference.status,
    reference.law,
    reference.not_mapped,
    reference.gdpr_id_form && `Form of GDPR ids: ${reference.gdpr_id_form}.`,
    ...(reference.known_errors_in_the_page ?? []).map((text) => `Known error of the page: ${text}`),
  ].filter(Boolean);

export function importMapping(name, reference, standards) {
  const [licence, trust] = editorial[name];
  const { rows } = reference;
  const count = (confidence) => rows.filter((row) => row.confidence === confidence).length;
  const [from, to] = name === 'modulos-integration' ? [undefined, undefined] : name.split('--');
  return {
    path: `mappings/${name}.yaml`,
    schema: '../schema/mapping.schema.json',
    comment: [
      'One row a line; a relation reads from `from` to `to`. How to read and change this file: docs/catalog.md.',
    ],
    head: {
      key: name,
      from,
      to: to === 'eu-ai-act' ? 'ai-act' : to,
      licence,
      trust,
      counts: { rows: rows.length, high: count('high'), medium: count('medium'), low: count('low') },
      notes: notesOf(reference),
      withoutCounterpart: withoutCounterpart(name, reference, standards),
      clauseMatrix: name === 'modulos-integration' ? clauseMatrix : undefined,
      sources: sourceTable(rows),
    },
    listName: 'rows',
    sections: [{ rows: rows.map(mappingRow) }],
  };
}
