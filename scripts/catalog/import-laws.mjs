// Reference files of laws and frameworks → catalog files.
import {
  aiActDraftNumbers,
  aiActNotes,
  aiActParts,
  euLicence,
  extraAliases,
  frameworkExtras,
  implementingRegulationTitles,
  lawExtras,
  nistLicence,
} from './editorial.mjs';
import { sourcesOf } from './import-standards.mjs';

const schema = '../schema/standard.schema.json';
const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

function articleRow(key, row, notes) {
  const inserted = 'title_verified' in row;
  const unverified = row.title_verified === false;
  const draft = key === 'ai-act' ? aiActDraftNumbers.find((item) => item.id === row.id) : undefined;
  const note = [
    inserted && 'Inserted by Regulation (EU) 2026/1744.',
    unverified && 'The official title was not seen; this is the subject in our words.',
    row.note,
    notes[row.id],
    draft?.note,
  ].filter(Boolean);
  return {
    id: row.id,
    kind: 'article',
    title: row.title ?? capitalised(row.subject),
    parent: `Chapter ${row.chapter}`,
    section: row.section,
    aliases: extraAliases[key]?.[row.id],
    note: note.length > 0 ? note.join(' ') : undefined,
  };
}

/** `4a` comes after `4`, `10` after `9`. */
const articleOrder = (a, b) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10) || a.id.localeCompare(b.id, 'en');

function partRow(part, titles) {
  const { id, parent, ...rest } = part;
  return { id, kind: 'item', title: titles.get(parent), parent, ...rest };
}

function lawSections(key, reference) {
  const notes = key === 'ai-act' ? aiActNotes : {};
  const articles = [...reference.articles, ...(reference.articles_inserted_2026 ?? [])].sort(articleOrder);
  const titles = new Map(articles.map((article) => [article.id, article.title]));
  const parts = key === 'ai-act' ? aiActParts.map((part) => partRow(part, titles)) : [];
  const points = (reference.article_21_2 ?? []).map((point) => ({
    id: point.cite.replace(/^Article /, '').replace(/, point /, ''),
    kind: 'item',
    title: point.text,
    parent: '21',
  }));
  const chapters = reference.chapters.map((chapter) => ({
    comment: `Chapter ${chapter.id}`,
    rows: [
      { id: `Chapter ${chapter.id}`, kind: 'chapter', title: chapter.title },
      ...articles
        .filter((article) => article.chapter === chapter.id)
        .flatMap((article) => [
          articleRow(key, article, notes),
          ...[...parts, ...points].filter((part) => part.parent === article.id),
        ]),
    ],
  }));
  const annexes = [...(reference.annexes ?? []), ...(reference.annexes_added_2026 ?? [])].map((annex) => ({
    id: `Annex ${annex.id}`,
    kind: 'annex',
    title: annex.title ?? 'Title not verified',
    note: annex.title
      ? notes[`Annex ${annex.id}`]
      : 'Added by Regulation (EU) 2026/1744. The official title was not seen.',
  }));
  return annexes.length > 0 ? [...chapters, { comment: 'Annexes', rows: annexes }] : chapters;
}

const effects = (reference) => [
  ...(reference.notes ?? []),
  ...(reference.effects_of_2026_1744 ?? []),
  ...(reference.sub_references ? [`Points that exist: ${reference.sub_references}.`] : []),
  ...(reference.implementing_act ? [`Implementing act: ${reference.implementing_act}.`] : []),
];

/** "Article 5(1)(a)-(f), 5(2); 13(1)(a)-(f),(2)(a)-(f)" → the last point of each paragraph that has a range of them. */
function lastPoints({ sub_references: text }) {
  if (text === undefined) return undefined;
  let article = '';
  const ranges = [...text.matchAll(/(\d+)?\((\d+)\)(?:\(a\)-\(([a-z])\))?/g)].map(([, number, paragraph, last]) => {
    article = number ?? article;
    return [`${article}(${paragraph})`, last];
  });
  return Object.fromEntries(ranges.filter(([, last]) => last !== undefined));
}

export function importLaw(reference, fileName) {
  const { key } = reference;
  const extras = lawExtras[key];
  const head = {
    key,
    standard: extras.standard,
    edition: extras.edition,
    name: `${reference.act} (${reference.short})`,
    fullTitle: extras.fullTitle,
    type: 'law',
    status: 'current',
    names: extras.names,
    completeParagraphs: extras.completeParagraphs,
    lastPoints: lastPoints(reference),
    formerIds: key === 'ai-act' ? aiActDraftNumbers : undefined,
    celex: reference.celex,
    consolidatedCelex: reference.consolidated_celex,
    amendments: reference.amended_by,
    applicationDates: reference.application_dates?.map(({ scope, date, except_ }) => ({
      scope,
      date,
      except: except_,
    })),
    counts: reference.counts,
    licence: euLicence,
    sources: sourcesOf(reference),
    notes: effects(reference),
  };
  return {
    path: `laws/${fileName}`,
    schema,
    comment: [
      `${reference.act}: article and annex numbers and titles. How to read and change this file: docs/catalog.md.`,
    ],
    head,
    listName: 'entries',
    sections: lawSections(key, reference),
  };
}

/** The Implementing Regulation has no file in the reference; the sections are those that the mapping table names. */
export function importImplementingRegulation(rows) {
  const key = 'nis2-ir-2024-2690';
  const ids = [...new Set(rows.map((row) => row.from.slice(key.length + 1)))];
  const numbers = (id) => id.split('.').map(Number);
  const byNumber = (a, b) => numbers(a)[0] - numbers(b)[0] || numbers(a)[1] - numbers(b)[1];
  const top = [...new Set(ids.map((id) => id.split('.')[0]))].sort((a, b) => Number(a) - Number(b));
  const titles = implementingRegulationTitles;
  const row = (id, parent) => ({
    id,
    kind: 'annex',
    title: titles[id] ?? titles[parent],
    parent,
    note: titles[id] ? undefined : 'This subsection has no title of its own; the title is that of its section.',
  });
  return {
    path: `laws/${key}.yaml`,
    schema,
    comment: [
      'Commission Implementing Regulation (EU) 2024/2690: section numbers of its annex, as far as the mapping file names them.',
    ],
    head: {
      key,
      standard: key,
      edition: '',
      name: 'Implementing Regulation (EU) 2024/2690',
      fullTitle:
        'Commission Implementing Regulation (EU) 2024/2690, annex: technical and methodological requirements under NIS2',
      type: 'law',
      status: 'current',
      names: [
        'Implementing Regulation (EU) 2024/2690',
        'Commission Implementing Regulation (EU) 2024/2690',
        '2024/2690',
        'CIR 2024/2690',
      ],
      licence: euLicence,
      sources: [
        {
          what: 'section numbers',
          from: 'sections named by the ENISA mapping table (mappings/nis2-ir-2024-2690--iso27001-2022.yaml)',
          confidence: 'high',
        },
        {
          what: 'section titles',
          from: 'two public readings of the Regulation, which agree (12.5: one of them, shortened); the Official Journal itself was not read',
          confidence: 'medium',
        },
      ],
      notes: [
        'Sections that the mapping table does not name are missing here.',
        'Sections 1 to 13 of the annex each cite the point of NIS2 Article 21(2) they implement; they are not article numbers.',
      ],
    },
    listName: 'entries',
    sections: top.map((section) => ({
      comment: `Section ${section}`,
      rows: [
        row(section),
        ...ids
          .filter((id) => id.split('.')[0] === section)
          .sort(byNumber)
          .map((id) => row(id, section)),
      ],
    })),
  };
}

/** `GOVERN 1.1` → `GOVERN 1` → `GOVERN`; `GV.OC-01` → `GV.OC` → `GV`. */
function parentOfSubcategory(id) {
  return id.includes('-') ? id.slice(0, id.indexOf('-')) : id.slice(0, id.lastIndexOf('.'));
}
const parentOfCategory = (id) => id.split(/[ .]/)[0];

export function importFramework(reference) {
  const { key } = reference;
  const extras = frameworkExtras[key];
  const rowOf = (kind, parentOf) => (row) => ({
    id: row.id,
    kind,
    title: row.statement ?? row.name,
    parent: parentOf?.(row.id),
  });
  const categories = reference.categories.map(rowOf('category', parentOfCategory));
  const subcategories = reference.subcategories.map(rowOf('subcategory', parentOfSubcategory));
  const sections = reference.functions.map(rowOf('function')).map((top) => ({
    comment: top.id,
    rows: [
      top,
      ...categories
        .filter((category) => category.parent === top.id)
        .flatMap((category) => [category, ...subcategories.filter((row) => row.parent === category.id)]),
    ],
  }));
  return {
    path: `frameworks/${key}.yaml`,
    schema,
    comment: [
      `${reference.framework}: functions, categories and subcategories. How to read and change this file: docs/catalog.md.`,
    ],
    head: {
      key,
      standard: extras.standard,
      edition: extras.edition,
      name: reference.framework,
      fullTitle: extras.fullTitle,
      type: 'framework',
      status: 'current',
      published: reference.published,
      names: extras.names,
      document: reference.document,
      counts: reference.counts,
      licence: nistLicence,
      sources: sourcesOf(reference),
      notes: reference.notes,
    },
    listName: 'entries',
    sections,
  };
}
