// Reference files of the ISO/IEC standards → catalog files.
import { extraAliases, isoLicence, standardExtras } from './editorial.mjs';
import { subjects } from './subjects.mjs';

export const sourcesOf = (reference) =>
  (reference.sources ?? []).map(({ what, from_, confidence }) => ({ what, from: from_, confidence }));

/** `4.1` → `4`; `10` → undefined. Clause numbers say what is above them. */
const parentOf = (id) => (id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined);

/** Aliases of the reference (`aliases`, `title_variant`) and those it names elsewhere. */
function aliasesOf(key, row) {
  const all = [
    ...(row.aliases ?? []),
    ...(row.title_variant ? [row.title_variant] : []),
    ...(extraAliases[key]?.[row.id] ?? []),
  ];
  return all.length > 0 ? [...new Set(all)] : undefined;
}

function clauseRow(context, row) {
  return {
    id: row.id,
    kind: 'clause',
    title: row.title,
    parent: parentOf(row.id),
    aliases: aliasesOf(context.key, row),
    mirrors: row.iso27001_2013 ? `iso27001-2013:${row.iso27001_2013}` : undefined,
    movedTo: 'maps_to_2025' in row ? context.movedTo(row.id) : undefined,
    note: context.note(row.id),
  };
}

function itemRow(item) {
  const note = item.confidence === 'high' ? undefined : `Letter not fully verified (confidence ${item.confidence}).`;
  return { id: `${item.clause} ${item.item}`, kind: 'item', title: item.label, parent: item.clause, note };
}

/** Clauses in their order, each followed by its lettered items. */
function clauseRows(context, reference) {
  const items = reference.lettered_items ?? [];
  return reference.clauses.flatMap((clause) => [
    clauseRow(context, clause),
    ...items.filter((item) => item.clause === clause.id).map(itemRow),
  ]);
}

function controlRow(context, row, parent, extra = {}) {
  return {
    id: row.id,
    kind: 'control',
    title: row.title,
    parent,
    role: row.role,
    isNew: row.new_in_2022 || undefined,
    aliases: aliasesOf(context.key, row),
    ...extra,
    note: context.note(row.id),
  };
}

const guidanceRow = (control, parent) => ({
  id: control.guidance,
  kind: 'guidance',
  title: control.title,
  parent,
  explains: control.id,
});

const objectiveRow = (group) => ({
  id: group.objective_id,
  kind: 'objective',
  title: `Objective: ${group.title}`,
  parent: group.id,
});

const groupRow = (group, parent) => ({ id: group.id, kind: 'theme', title: group.title, parent });

function sections27001(context, reference) {
  const { themes, controls } = reference.annex_a;
  return themes.map((theme) => ({
    comment: `${theme.id} ${theme.title}`,
    rows: [
      groupRow(theme),
      ...controls
        .filter((control) => control.theme === theme.key)
        .map((control) => controlRow(context, control, theme.id, { movedFrom: context.movedFrom(control.id) })),
    ],
  }));
}

function sections27001Of2013(context, reference) {
  const { domains, objectives, controls } = reference.annex_a;
  return domains.map((domain) => ({
    comment: `${domain.id} ${domain.title}`,
    rows: [
      groupRow(domain),
      ...objectives
        .filter((objective) => objective.domain === domain.id)
        .flatMap((objective) => [
          { id: objective.id, kind: 'objective', title: objective.title, parent: domain.id },
          ...controls
            .filter((control) => control.objective === objective.id)
            .map((control) => controlRow(context, control, objective.id, { movedTo: context.movedTo(control.id) })),
        ]),
    ],
  }));
}

/** General text of the tables: numbered, but neither objective nor control. Its wording was not seen. */
const generalRow = (id, table) => ({
  id,
  kind: 'general',
  title: `General text of table ${table}`,
  parent: table,
  note: 'Not a control: general text of the table; its wording was not verified.',
});

const generalIdsOf27701 = { 'A.1': ['A.1.1'], 'A.2': ['A.2.1'], 'A.3': ['A.3.1', 'A.3.2'] };

function sections27701(context, reference) {
  const { groups, controls } = reference.annex_a;
  const controlOf = (parent) => (control) =>
    controlRow(context, control, parent, { movedFrom: context.movedFrom(control.id) });
  const tables = reference.tables.map((table) => ({
    comment: `Table ${table.id} ${table.title}`,
    rows: [
      groupRow(table),
      ...generalIdsOf27701[table.id].map((id) => generalRow(id, table.id)),
      ...groups
        .filter((group) => group.table === table.id && group.id !== table.id)
        .flatMap((group) => [
          groupRow(group, table.id),
          objectiveRow(group),
          ...controls.filter((control) => control.group === group.id).map(controlOf(group.id)),
        ]),
      ...controls.filter((control) => control.group === table.id).map(controlOf(table.id)),
    ],
  }));
  return [
    ...tables,
    { comment: 'Annex B: guidance, one for each control', rows: controls.map((control) => guidanceRow(control)) },
  ];
}

function sections27701Of2019(context, reference) {
  const controls = [...reference.annex_a.controls, ...reference.annex_b.controls];
  const titleOfClause = new Map(reference.clauses.map((clause) => [clause.id, clause.title]));
  const groupIds = [...new Set(controls.map((control) => control.group))];
  const groupSections = ['A', 'B'].map((annex) => ({
    comment: `Annex ${annex}: ${reference.annexes.find((item) => item.id === annex).title}`,
    rows: [
      wholeAnnexRow(annex, controls, reference),
      ...groupIds
        .filter((id) => id.startsWith(annex))
        .flatMap((id) => [
          {
            id,
            kind: 'theme',
            title: titleOfClause.get(id.slice(2)),
            note: 'Group title taken from the clause of the same number.',
          },
          ...controls
            .filter((control) => control.group === id)
            .map((control) => controlRow(context, control, id, { movedTo: context.movedTo(control.id) })),
        ]),
    ],
  }));
  const guidance = controls.map((control) => guidanceRow(control, parentOf(control.guidance)));
  return [
    ...groupSections,
    { comment: 'Clauses 7 and 8: guidance for the controls of Annexes A and B', rows: guidance },
  ];
}

/** `A.7`: people write "A.7.x" for all controls of the annex. */
function wholeAnnexRow(annex, controls, reference) {
  const first = controls.find((control) => control.id.startsWith(annex)).id;
  const id = first.split('.').slice(0, 2).join('.');
  return {
    id,
    kind: 'theme',
    title: reference.annexes.find((item) => item.id === annex).title,
    note: `Title of Annex ${annex}, all of whose controls have numbers that begin with ${id}.`,
  };
}

function sections42001(context, reference) {
  const { areas, subareas, controls } = reference.annex_a;
  const controlsIn = (id, isIn) => controls.filter(isIn).map((control) => controlRow(context, control, id));
  const annexA = areas.map((area) => ({
    comment: `${area.id} ${area.title}`,
    rows: [
      groupRow(area),
      ...(area.objective_id ? [objectiveRow(area)] : []),
      ...controlsIn(area.id, (control) => control.area === area.id && !control.subarea),
      ...subareas
        .filter((subarea) => subarea.area === area.id)
        .flatMap((subarea) => [
          groupRow(subarea, area.id),
          objectiveRow(subarea),
          ...controlsIn(subarea.id, (control) => control.subarea === subarea.id),
        ]),
    ],
  }));
  return [
    ...annexA,
    { comment: 'Annex B: guidance, one for each control', rows: controls.map((control) => guidanceRow(control)) },
  ];
}

const sectionsOf = {
  'iso27001-2022': sections27001,
  'iso27001-2013': sections27001Of2013,
  'iso27701-2025': sections27701,
  'iso27701-2019': sections27701Of2019,
  'iso42001-2023': sections42001,
};

/** The 2013 file of the reference has no lettered items, but says where the Statement of Applicability is required. */
function withSoaItem(reference) {
  if (reference.lettered_items || reference.key !== 'iso27001-2013') return reference;
  return {
    ...reference,
    lettered_items: [{ clause: '6.1.3', item: 'd', label: 'Statement of Applicability', confidence: 'high' }],
  };
}

const textLists = (reference) =>
  [
    ...(reference.notes ?? []),
    ...(reference.numbering ?? []),
    ...(reference.amendments_note ? [`Amendments: ${reference.amendments_note}`] : []),
    ...(reference.european_adoption ? [`European adoption: ${reference.european_adoption}`] : []),
    ...(typeof reference.type === 'string' ? [`Type: ${reference.type}.`] : []),
    ...(reference.status ? [`Status: ${reference.status}.`] : []),
    `Statement of Applicability required by ${reference.statement_of_applicability}` +
      (reference.statement_of_applicability_confidence
        ? ` (${reference.statement_of_applicability_confidence}).`
        : '.'),
    ...(reference.lettered_ranges_unverified
      ? [
          'letteredRangesUnverified gives the highest letter of a clause from general knowledge; it was not checked: for hints only, never for an error.',
        ]
      : []),
    ...(reference.key === 'iso42001-2023'
      ? [
          'The Statement of Applicability of 42001 is mandatory, although an integration page calls it informative; letter f) rests on one public statement.',
        ]
      : []),
  ].map((text) => text.replaceAll('\n', ' '));

/** One ISO/IEC standard: `{path, schema, comment, head, listName, sections}`. `context` gives moves and notes. */
export function importStandard(original, context) {
  const reference = withSoaItem(original);
  const { key } = reference;
  const extras = standardExtras[key];
  const head = {
    key,
    standard: extras.standard,
    edition: extras.edition,
    name: reference.standard,
    fullTitle: reference.full_title ?? extras.fullTitle,
    type: 'management-system',
    status: extras.status,
    published: reference.published ?? extras.published,
    supersedes: context.supersedes,
    names: extras.names,
    systemNames: extras.systemNames,
    subjects: subjects[key],
    alsoPublishedAs: extras.alsoPublishedAs,
    companions: extras.companions,
    soaItem: extras.soaItem,
    inventedIds: extras.inventedIds,
    amendments: reference.amendments,
    annexes: reference.annexes,
    counts: reference.counts,
    letteredRangesUnverified: reference.lettered_ranges_unverified,
    knownWrongLists: reference.known_wrong_public_mappings,
    licence: isoLicence,
    sources: sourcesOf(reference),
    notes: textLists(reference),
  };
  const sections = [
    { comment: 'Clauses and lettered items', rows: clauseRows(context, reference) },
    ...sectionsOf[key](context, reference),
  ];
  return {
    path: `standards/${key}.yaml`,
    schema: '../schema/standard.schema.json',
    comment: [
      `${reference.standard}: numbers and titles, one entry a line. How to read and change this file: docs/catalog.md.`,
    ],
    head,
    listName: 'entries',
    sections,
  };
}
