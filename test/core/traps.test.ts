/**
 * The known confusions of the three standards and the laws beside them, each with a test of its own that carries its name.
 * Everything runs on the catalog as it ships and on the whole way from text to findings; where a trap is about data
 * (titles, counts, mappings), on the catalog. The list of the traps is ../shared/reference/traps.yaml, where it exists.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CatalogEntry } from '../../server/src/core/catalog/types.js';
import type { PolicyDocument } from '../../server/src/core/document.js';
import { isTitleOf } from '../../server/src/core/references/titles/titles.js';
import type { Finding } from '../../server/src/core/rules/types.js';
import { allFindings } from '../support/checkRules.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { makeSnapshot } from '../support/workspace.js';

const catalog = catalogOfProject();
const isms = ['27001:2022'];
const aims = ['42001:2023'];
const pims = ['27701:2025'];
const integrated = ['27001:2022', '42001:2023'];

interface Seen {
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
  readonly text: string;
}

/** A document of a workspace with these standards in scope, read and checked. */
function look(text: string, standards: readonly string[] = []): Seen {
  const snapshot = makeSnapshot({ 'policy.md': text }, { catalog, settings: { standards } });
  return { document: snapshot.documents.get('policy.md')!, findings: allFindings(snapshot), text };
}

/** `27001:2022 A.8.3`, or `? A.8.3` where it is ambiguous. */
function meaningsOf({ document }: Seen): string[] {
  return document.references.map(
    ({ standard, edition, ids }) =>
      `${standard === null ? '?' : edition === null ? standard : `${standard}:${edition}`} ${ids.join(' ')}`,
  );
}

/** `warning superseded-edition A.12.6.1` for each finding about references. */
function findingsOf({ findings, text }: Seen): string[] {
  const others = new Set([
    'missing-field',
    'invalid-field',
    'uncovered-control',
    'claimed-not-discussed',
    'discussed-not-claimed',
  ]);
  return findings
    .filter(({ code }) => !others.has(code))
    .map(({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`);
}

function messageOf(code: string, { findings }: Seen): string {
  const found = findings.find((finding) => finding.code === code);
  assert.ok(found, `${code} says nothing.`);
  return found.message;
}

function fixesOf(code: string, { findings }: Seen): string[] {
  return findings
    .filter((finding) => finding.code === code)
    .flatMap((finding) => (finding.fixes ?? []).map(({ title }) => title));
}

function assertSilent(text: string, standards: readonly string[] = []): void {
  assert.deepEqual(findingsOf(look(text, standards)), [], text);
}

function entry(key: string): CatalogEntry {
  const found = catalog.entry(key);
  assert.ok(found, `The catalog has no ${key}.`);
  return found;
}

function countOf(standardKey: string, kind: CatalogEntry['kind']): number {
  return catalog.standard(standardKey)!.entries.filter((one) => one.kind === kind).length;
}

function idsOf(entries: readonly CatalogEntry[]): string[] {
  return entries.map(({ id }) => id);
}

/** Every file of the catalog, as text. */
function catalogFiles(): { path: string; text: string }[] {
  const folder = new URL('../../catalog/', import.meta.url);
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
}

const tested = new Set<string>();

/** A test that carries the name of its trap. */
function trap(id: string, what: string, test: () => void): void {
  tested.add(id);
  it(`${id}: ${what}`, test);
}

describe('traps: ids that several standards have', () => {
  trap('amb-annex-id', 'an id of two current standards is ambiguous until one is named', () => {
    const open = look('See A.8.3.\n', integrated);
    assert.deepEqual(meaningsOf(open), ['? A.8.3']);
    assert.deepEqual(findingsOf(open), ['information ambiguous-reference A.8.3']);
    assert.match(messageOf('ambiguous-reference', open), /Information access restriction.*External reporting/);
    assert.deepEqual(meaningsOf(look('See A.8.3.\n', isms)), ['27001:2022 A.8.3']);
    assert.deepEqual(meaningsOf(look('# Controls of ISO/IEC 42001\n\nSee A.8.3.\n', integrated)), ['42001:2023 A.8.3']);
    assert.deepEqual(meaningsOf(look('See A.8.3 (External reporting).\n', integrated)), ['42001:2023 A.8.3']);
    const owners = new Map<string, number>();
    for (const standard of catalog.standards.filter(
      ({ type, status }) => type === 'management-system' && status === 'current',
    )) {
      for (const { id } of catalog.controls(standard.key)) owners.set(id, (owners.get(id) ?? 0) + 1);
    }
    const shared = [...owners].flatMap(([id, count]) => (count > 1 ? [id] : [])).sort();
    assert.deepEqual(
      shared,
      'A.3.3 A.5.2 A.5.3 A.5.4 A.5.5 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5'.split(' '),
    );
  });

  trap('amb-theme-area', 'themes, areas and domains of one number are never mixed up', () => {
    assert.deepEqual(
      meaningsOf(look('ISO/IEC 42001 A.6 and ISO/IEC 27001:2022 A.6, ISO/IEC 27001:2013 A.6.\n', integrated)),
      ['42001:2023 A.6', '27001:2022 A.6', '27001:2013 A.6'],
    );
    assertSilent('The controls of A.6 apply.\n', integrated);
    assert.deepEqual(findingsOf(look('---\ncontrols: [27001:A.6]\n---\n# People\n', isms)), [
      'warning not-a-control A.6',
    ]);
    assert.equal(catalog.find('iso27001-2022', 'A.10'), undefined);
    assert.match(
      messageOf('superseded-edition', look('---\ncontrols: [27001:A.10]\n---\n# Cryptography\n', isms)),
      /group “Cryptography”/,
    );
  });

  trap('amb-theme-area', 'a tag [A.6] without its standard is no control either', () => {
    assert.deepEqual(findingsOf(look('---\ncontrols: [A.6]\n---\n# People\n', isms)), ['warning not-a-control A.6']);
  });

  trap('a51', 'A.5.1 is a control in 27001:2022 and an objective in 42001', () => {
    assert.deepEqual(meaningsOf(look('See A.5.1.\n', isms)), ['27001:2022 A.5.1']);
    const tagged = look('---\ncontrols: [42001:A.5.1, 42001:A.7.1, 42001:A.8.1]\n---\n# AI\n', aims);
    assert.deepEqual(findingsOf(tagged), [
      'warning not-a-control A.5.1',
      'warning not-a-control A.7.1',
      'warning not-a-control A.8.1',
    ]);
    assert.match(messageOf('not-a-control', tagged), /is a control objective, not a control/);
    assert.equal(entry('iso27001-2013:A.5.1').kind, 'objective');
    // In an integrated system it is open, and said so; nobody is told that it is an objective.
    const open = look('See A.5.1 for details.\n', integrated);
    assert.deepEqual(findingsOf(open), ['information ambiguous-reference A.5.1']);
  });

  trap('a62', 'A.6.1 and A.6.2 are controls, groups or objectives; three levels alone decide nothing', () => {
    assert.equal(entry('iso27001-2022:A.6.1').kind, 'control');
    assert.equal(entry('iso42001-2023:A.6.1').kind, 'theme');
    assert.equal(entry('iso27001-2013:A.6.1').kind, 'objective');
    assert.deepEqual(findingsOf(look('See A.6.1.2 and A.6.2.2.\n', ['27001:2013', '42001:2023'])), [
      'information ambiguous-reference A.6.1.2',
      'information ambiguous-reference A.6.2.2',
    ]);
    // 27001:2022 has no such number: it is of 42001, or left over from 27001:2013. Ids or a title beside it tell which.
    assert.deepEqual(meaningsOf(look('See A.6.1.2.\n', integrated)), ['? A.6.1.2']);
    assert.deepEqual(meaningsOf(look('See A.8.15 and A.6.1.2.\n', integrated)), [
      '27001:2022 A.8.15',
      '42001:2023 A.6.1.2',
    ]);
    assert.deepEqual(meaningsOf(look('See A.6.1.2 and A.12.4.1.\n', integrated)), [
      '27001:2013 A.6.1.2',
      '27001:2013 A.12.4.1',
    ]);
    assert.deepEqual(meaningsOf(look('See A.6.1.2 (Segregation of duties).\n', integrated)), ['27001:2013 A.6.1.2']);
    assert.deepEqual(meaningsOf(look('See A.6.1.2.\n', aims)), ['42001:2023 A.6.1.2']);
    assert.deepEqual(meaningsOf(look('See A.6.1.2.\n', isms)), ['27001:2013 A.6.1.2']);
    assert.deepEqual(findingsOf(look('See ISO/IEC 27001:2022 A.6.2 (Mobile devices and teleworking).\n', isms)), [
      'warning title-mismatch A.6.2 (Mobile devices and teleworking',
    ]);
  });

  trap('four-part', 'four parts need standard and edition', () => {
    const open = look('See A.7.2.2.\n', ['27001:2013', '27701:2019']);
    assert.deepEqual(findingsOf(open), ['information ambiguous-reference A.7.2.2']);
    assert.match(
      messageOf('ambiguous-reference', open),
      /awareness, education and training” in 27001:2013 .*“Identify lawful basis” in 27701:2019/,
    );
    assert.deepEqual(meaningsOf(look('See ISO/IEC 27001:2013 A.7.2.2 and ISO/IEC 27701:2019 A.7.2.2.\n')), [
      '27001:2013 A.7.2.2',
      '27701:2019 A.7.2.2',
    ]);
    assert.deepEqual(meaningsOf(look('See A.7.2.2 (Identify lawful basis).\n')), ['27701:2019 A.7.2.2']);
  });

  trap('27701-a3-a5', 'A.3.3 is the only control that 27701 and 42001 share', () => {
    assert.deepEqual(findingsOf(look('See A.3.3.\n', ['27701:2025', '42001:2023'])), [
      'information ambiguous-reference A.3.3',
    ]);
    const privacy = new Set(idsOf(catalog.controls('iso27701-2025')));
    assert.deepEqual(
      idsOf(catalog.controls('iso42001-2023')).filter((id) => privacy.has(id)),
      ['A.3.3'],
    );
    assert.equal(entry('iso42001-2023:A.3.2').title, 'AI roles and responsibilities');
  });

  trap('clause-vs-control', 'bare numbers are clauses or controls by the word before them', () => {
    assert.deepEqual(meaningsOf(look('Clause 5.2 applies.\n', isms)), ['27001:2022 5.2']);
    assert.deepEqual(meaningsOf(look('Control 5.2 applies.\n', isms)), ['27001:2022 A.5.2']);
    assert.deepEqual(meaningsOf(look('Annex A 8.1 applies.\n', isms)), ['27001:2022 A.8.1']);
    assert.deepEqual(meaningsOf(look('ISO/IEC 27002:2022 5.2 applies.\n', isms)), ['27001:2022 A.5.2']);
    assert.deepEqual(meaningsOf(look('Version 8.1 applies.\n', isms)), []);
  });
});

describe('traps: editions', () => {
  trap('2013-in-2022', 'numbers of 2013 in a 2022 system, each with its successors', () => {
    const seen = look('See A.12.6.1, A.10.1.1, A.8.2.3.\n', isms);
    assert.deepEqual(findingsOf(seen), [
      'warning superseded-edition A.12.6.1',
      'warning superseded-edition A.10.1.1',
      'warning superseded-edition A.8.2.3',
    ]);
    assert.deepEqual(
      fixesOf('superseded-edition', seen).map((title) => title.split(' (')[0]),
      ['Replace with A.8.8', 'Replace with A.8.24', 'Replace with A.5.10'],
    );
    const two = fixesOf('superseded-edition', look('See A.18.2.3.\n', isms));
    assert.deepEqual(
      two.map((title) => title.split(' (')[0]),
      ['Replace with A.5.36', 'Replace with A.8.8'],
    );
    const stated = look('See ISO/IEC 27001:2022 A.12.6.1.\n', isms);
    assert.deepEqual(findingsOf(stated), ['error unknown-reference A.12.6.1']);
    assert.match(
      messageOf('unknown-reference', stated),
      /27001:2022 has no A\.12\.6\.1\. In the 2013 edition it was “Management of technical vulnerabilities”; since 2022 that is A\.8\.8/,
    );
  });

  trap('2013-14-domains', '114 controls, 14 domains and objectives are of 2013', () => {
    assert.deepEqual(findingsOf(look('ISO/IEC 27001:2022 has 114 controls in 14 domains.\n', isms)), [
      'information wrong-count 114 controls',
      'information wrong-count 14 domains',
    ]);
    assert.deepEqual(findingsOf(look('Annex A has 114 controls across 4 themes.\n', isms)), [
      'information wrong-count 114 controls across 4 themes',
    ]);
    assertSilent('ISO/IEC 27001:2022 has 93 controls in four themes.\n', isms);
    assertSilent('From 114 controls in 14 domains to 93 controls in 4 themes.\n', isms);
    assert.deepEqual(
      [countOf('iso27001-2022', 'control'), countOf('iso27001-2022', 'theme'), countOf('iso27001-2022', 'objective')],
      [93, 4, 0],
    );
    assert.deepEqual(
      [countOf('iso27001-2013', 'control'), countOf('iso27001-2013', 'theme'), countOf('iso27001-2013', 'objective')],
      [114, 14, 35],
    );
  });

  trap('clause-swap', 'clauses 10.1 and 10.2 changed places', () => {
    assert.deepEqual(
      findingsOf(look('See ISO/IEC 27001:2022 clause 10.1 (Nonconformity and corrective action).\n', isms)),
      ['warning title-mismatch clause 10.1 (Nonconformity and corrective action'],
    );
    // Without its year it may as well be the number of 2013; either way it is 10.2 today.
    const open = look('See clause 10.1 (Nonconformity and corrective action).\n', isms);
    assert.deepEqual(findingsOf(open), ['warning superseded-edition clause 10.1']);
    assert.deepEqual(fixesOf('superseded-edition', open), ['Replace with 10.2 (Nonconformity and corrective action)']);
    assert.deepEqual(findingsOf(look('See clause 10.2: Continual improvement.\n', aims)), [
      'warning title-mismatch clause 10.2: Continual improvement',
    ]);
    assertSilent('See clause 10.1 (Continual improvement).\n', isms);
    const old = look('See ISO/IEC 27001:2013 clause 10.1 (Nonconformity and corrective action).\n', isms);
    assert.deepEqual(
      findingsOf(old).filter((line) => line.includes('title-mismatch')),
      [],
    );
    assert.deepEqual(fixesOf('superseded-edition', old), ['Replace with 10.2 (Nonconformity and corrective action)']);
    assert.deepEqual(idsOf(catalog.successors('iso27001-2013:10.2')), ['10.1']);
    assert.ok(isTitleOf(entry('iso27701-2019:5.8.1'), 'Nonconformity and corrective action'));
  });

  trap('clause-swap', '“10.1 Nonconformity”: one long word with which only one clause begins is title enough', () => {
    assert.deepEqual(findingsOf(look('See ISO/IEC 27001:2022 clause 10.1 (Nonconformity).\n', isms)), [
      'warning title-mismatch clause 10.1 (Nonconformity',
    ]);
    assertSilent('See clause 10.2 (Nonconformity) and clause 6.1 (Planning).\n', isms);
    // The number at the head of a section may be the document's own: nothing is said of it.
    assertSilent('## 10.1 Nonconformity (ISO 27001)\n', isms);
  });

  trap('27701-editions', '27701:2019 numbers in a 2025 system', () => {
    const seen = look('See A.7.3.6 and B.8.5.8.\n', pims);
    assert.deepEqual(findingsOf(seen), ['warning superseded-edition A.7.3.6', 'warning superseded-edition B.8.5.8']);
    assert.deepEqual(fixesOf('superseded-edition', seen), [
      'Replace with A.1.3.7 (Access, correction or erasure)',
      'Replace with A.2.5.9 (Change of subcontractor to process PII)',
    ]);
    const before = catalog.controls('iso27701-2019');
    assert.equal(before.length, 49);
    for (const { key, id } of before) {
      const [, group, last] = /^[AB]\.[78]\.(\d+)\.(\d+)$/.exec(id)!;
      const table = id.startsWith('A') ? 'A.1' : 'A.2';
      assert.deepEqual(idsOf(catalog.successors(key)), [`${table}.${group}.${Number(last) + 1}`]);
    }
  });

  trap('27701-2025-fake', 'pages that describe 2025 with the structure of 2019 are not believed', () => {
    const of = (prefix: string) => catalog.controls('iso27701-2025').filter(({ id }) => id.startsWith(prefix)).length;
    assert.deepEqual([of('A.1.'), of('A.2.'), of('A.3.')], [31, 18, 29]);
    const seen = look('ISO/IEC 27701:2025 A.7.2.8 (Privacy by default) and B.8.6.1.\n', pims);
    assert.deepEqual(findingsOf(seen), ['error unknown-reference A.7.2.8', 'error unknown-reference B.8.6.1']);
    assert.equal(entry('iso27701-2025:A.3.24').title, 'Information backup');
    assert.equal(entry('iso27701-2025:A.3.25').title, 'Logging');
  });

  trap('27701-a3-start', 'Table A.3 starts at A.3.3; objectives and general text are no controls', () => {
    const tags = ['A.3.1', 'A.3.2', 'A.1.1', 'A.2.1', 'A.1.2.1'];
    const seen = look(
      `---\ncontrols: [${tags.map((id) => `27701:${id}`).join(', ')}, 27701:A.3.3]\n---\n# Privacy\n`,
      pims,
    );
    assert.deepEqual(
      findingsOf(seen),
      tags.map((id) => `warning not-a-control ${id}`),
    );
    assertSilent('See A.3.3 and A.3.31 of ISO/IEC 27701:2025.\n', pims);
  });

  trap('27701-a311', 'A.3.11 has two sources in 2019', () => {
    assert.deepEqual(idsOf(catalog.predecessors('iso27701-2025:A.3.11')), ['6.13.1.1', '6.13.1.4']);
    assert.equal(entry('iso27701-2025:A.3.11').title, entry('iso27001-2022:A.5.24').title);
  });

  trap('bad-2013-maps', 'errors of public 2013→2022 lists are not ours', () => {
    const right: Record<string, string[]> = {
      'A.13.2.1': ['A.5.14'],
      'A.13.2.2': ['A.5.14'],
      'A.13.2.3': ['A.5.14'],
      'A.9.1.2': ['A.5.15'],
      'A.11.2.5': ['A.7.10'],
      'A.11.2.8': ['A.8.1'],
      'A.14.1.1': ['A.5.8'],
      'A.14.2.4': ['A.8.32'],
      'A.18.1.5': ['A.5.31'],
      'A.18.2.3': ['A.5.36', 'A.8.8'],
      'A.16.1.3': ['A.6.8'],
    };
    for (const [id, now] of Object.entries(right))
      assert.deepEqual(idsOf(catalog.successors(`iso27001-2013:${id}`)), now, id);
    assert.ok(catalog.controls('iso27001-2013').every(({ key }) => catalog.successors(key).length > 0));
  });

  trap('standard-forms', 'standards in all spellings; the European adoption of 2023 is the text of 2022', () => {
    const names = [
      'ISO 27001',
      'ISO/IEC 27001',
      'ISO27001',
      'ISO-27001',
      'ISO/IEC 27001:2022',
      'ISO/IEC 27001:2022/Amd 1:2024',
      'EN ISO/IEC 27001:2023',
      'BS EN ISO/IEC 27001:2023',
      'DIN EN ISO/IEC 27001:2024',
      'NEN-EN-ISO/IEC 27001:2023',
      'ISO 27001:2023',
    ];
    for (const name of names) assert.deepEqual(meaningsOf(look(`See ${name} A.5.7.\n`)), ['27001:2022 A.5.7'], name);
    assertSilent('See EN ISO/IEC 27001:2023 A.5.7.\n', isms);
  });

  trap('amd1', 'Amendment 1 changes no id', () => {
    assert.deepEqual(meaningsOf(look('See ISO/IEC 27001:2022/Amd 1:2024 clause 4.1.\n')), ['27001:2022 4.1']);
    assertSilent('See ISO/IEC 42001:2023/Amd 1:2024 clause 4.1 and ISO/IEC 27701:2025/Amd 1 clause 4.2.\n', aims);
  });
});

describe('traps: clauses and letters', () => {
  trap('613', 'the Statement of Applicability has another letter in each standard', () => {
    const items = catalog.standards.flatMap(({ key, status, soaItem }) =>
      status === 'current' && soaItem ? [`${key} ${soaItem}`] : [],
    );
    assert.deepEqual(items.sort(), ['iso27001-2022 6.1.3 d', 'iso27701-2025 6.1.3 e', 'iso42001-2023 6.1.3 f']);
    const ai = look('The Statement of Applicability (6.1.3 d) is approved.\n', aims);
    assert.deepEqual(findingsOf(ai), ['warning clause-letter 6.1.3 d)']);
    assert.match(messageOf('clause-letter', ai), /In 42001:2023 “Statement of Applicability” is 6\.1\.3 f/);
    assert.deepEqual(fixesOf('clause-letter', ai), ['Replace with 6.1.3 f (Statement of Applicability)']);
    assert.deepEqual(findingsOf(look('The SoA follows ISO/IEC 27701:2025 6.1.3 d).\n', pims)), [
      'information clause-letter 6.1.3 d)',
    ]);
    assert.deepEqual(findingsOf(look('The SoA follows ISO/IEC 27001 clause 6.1.3 e).\n', isms)), [
      'warning clause-letter clause 6.1.3 e)',
    ]);
    assertSilent('The SoA (ISO/IEC 27001 6.1.3 d, ISO/IEC 42001 6.1.3 f) is approved.\n', integrated);
    assertSilent('Additional controls (6.1.3 d) are recorded in the Statement of Applicability.\n', aims);
    assert.deepEqual(findingsOf(look('See ISO/IEC 27001 clause 6.1.3 g).\n', isms)), [
      'error unknown-reference clause 6.1.3 g)',
    ]);
  });

  trap('614-84', 'clauses 6.1.4 and 8.4 are in 42001 only; 2013 has no 6.3', () => {
    for (const standard of ['ISO/IEC 27001:2022', 'ISO/IEC 27701:2025']) {
      const seen = look(`See ${standard} clause 6.1.4 and ${standard} clause 8.4.\n`, ['27001:2022', '27701:2025']);
      assert.deepEqual(
        findingsOf(seen),
        ['error unknown-reference clause 6.1.4', 'error unknown-reference clause 8.4'],
        standard,
      );
    }
    assertSilent('See ISO/IEC 42001 clauses 6.1.4 and 8.4.\n', aims);
    assert.match(
      messageOf('unknown-reference', look('See ISO/IEC 27001:2013 clause 6.3.\n', ['27001:2013'])),
      /27001:2013 has no clause 6\.3; 27001:2022 has it as “Planning of changes”/,
    );
  });

  trap('five-three', 'both titles of 5.3 and 7.5.2 are accepted in each standard', () => {
    for (const [name, scope] of [
      ['27001', isms],
      ['42001', aims],
      ['27701', pims],
    ] as const) {
      assertSilent(`See ISO/IEC ${name} clause 5.3 (Organizational roles, responsibilities and authorities).\n`, scope);
      assertSilent(`See ISO/IEC ${name} clause 5.3 (Roles, responsibilities and authorities).\n`, scope);
      assertSilent(`See ISO/IEC ${name} clause 7.5.2 (Creating and updating).\n`, scope);
      assertSilent(`See ISO/IEC ${name} clause 7.5.2 (Creating and updating documented information).\n`, scope);
    }
    assertSilent(
      'ISO/IEC 27001 clause 5.2 (Policy), ISO/IEC 42001 clause 5.2 (AI policy), ISO/IEC 27701 clause 5.2 (Privacy policy).\n',
      [...integrated, ...pims],
    );
  });

  trap('not-requirement', '“A.5.1 requires” is loose but no finding', () => {
    assertSilent('A.5.1 requires policies. ISO/IEC 27001:2022 A.8.13 requires backups.\n', isms);
  });
});

describe('traps: titles and spelling', () => {
  trap('titles-27001-27002', 'both official forms of a title are accepted', () => {
    for (const title of [
      'A.5.21 Managing information security in the information and communication technology (ICT) supply chain',
      'A.5.21 Managing information security in the ICT supply chain',
      'A.5.34 Privacy and protection of personal identifiable information (PII)',
      'A.5.34 Privacy and protection of PII',
    ]) {
      const [id, ...words] = title.split(' ');
      assert.ok(isTitleOf(entry(`iso27001-2022:${id}`), words.join(' ')), title);
      assertSilent(`# ISO/IEC 27001:2022 ${title}\n\n- ${id}: ${words.join(' ')}\n`, isms);
    }
  });

  trap('spelling', '-ise and -ize, upper and lower case are one spelling', () => {
    for (const words of ['Clock synchronisation', 'Clock synchronization', 'CLOCK SYNCHRONISATION']) {
      assert.ok(isTitleOf(entry('iso27001-2022:A.8.17'), words), words);
      assert.ok(isTitleOf(entry('iso27001-2013:A.12.4.4'), words), words);
      assertSilent(`See A.8.17 (${words}).\n`, isms);
    }
    assertSilent('See A.5.13 (Labeling of information).\n', isms);
  });

  trap('modulos-a514', 'A.5.14 is Information transfer, whatever a page calls A.5.12–A.5.14', () => {
    assert.equal(entry('iso27001-2022:A.5.14').title, 'Information transfer');
    assertSilent('A.5.12–A.5.14 (Classification of information) apply.\n', isms);
    assert.deepEqual(findingsOf(look('A.5.14 (Classification of information) applies.\n', isms)), [
      'warning title-mismatch A.5.14 (Classification of information',
    ]);
  });

  trap('prefix-forms', 'ids in all spellings are one id', () => {
    const forms = ['A.5.1', 'A5.1', 'A 5.1', 'Annex A 5.1', 'Annex A.5.1', 'Annex A control 5.1', 'control 5.1'];
    for (const form of forms)
      assert.deepEqual(meaningsOf(look(`ISO/IEC 27001:2022 ${form} applies.\n`)), ['27001:2022 A.5.1'], form);
    assert.deepEqual(meaningsOf(look('See 27001/A.5.1.\n', isms)), ['27001:2022 A.5.1']);
    for (const form of ['clause 6.1.3 d', '6.1.3 d)', '6.1.3(d)', '6.1.3d']) {
      assert.deepEqual(meaningsOf(look(`ISO/IEC 27001:2022 ${form} applies.\n`)), ['27001:2022 6.1.3 d'], form);
    }
  });

  trap('prefix-forms', '“clause 6.1.3 d.” at the end of a sentence keeps its letter', () => {
    assert.deepEqual(meaningsOf(look('See ISO/IEC 27001:2022 clause 6.1.3 d.\n')), ['27001:2022 6.1.3 d']);
    assert.deepEqual(meaningsOf(look('Nach ISO/IEC 27001:2022 Klausel 6.1.3 d. h. überall.\n')), ['27001:2022 6.1.3']);
  });

  trap('ranges', 'ranges in all forms hold all their ids, and never one that does not exist unsaid', () => {
    for (const range of [
      'A.5.12-A.5.14',
      'A.5.12–A.5.14',
      'A.5.12 to A.5.14',
      'A.5.12 through A.5.14',
      'A.5.12-14',
      'A.5.12–5.14',
    ]) {
      assert.deepEqual(meaningsOf(look(`See ${range}.\n`, isms)), ['27001:2022 A.5.12 A.5.13 A.5.14'], range);
    }
    assert.deepEqual(meaningsOf(look('See A.8.25–A.8.28.\n', isms)), ['27001:2022 A.8.25 A.8.26 A.8.27 A.8.28']);
    assert.match(
      messageOf('unknown-reference', look('See A.5.36-A.5.40.\n', isms)),
      /has no A\.5\.38, A\.5\.39 or A\.5\.40/,
    );
    // A range that runs backwards is two references: no id between them is claimed.
    assert.deepEqual(meaningsOf(look('See A.5.14-A.5.12.\n', isms)), ['27001:2022 A.5.14', '27001:2022 A.5.12']);
  });

  trap('ranges', 'a range that runs backwards is said to be one', () => {
    const seen = look('See A.5.14-A.5.12.\n', isms);
    assert.deepEqual(findingsOf(seen), ['warning backward-range A.5.14-A.5.12']);
    assert.deepEqual(fixesOf('backward-range', seen), ['Replace with A.5.12-A.5.14']);
  });
});

describe('traps: 42001', () => {
  trap('42001-12-domains', 'Annex A of 42001 has nine areas, ten objectives and 38 controls', () => {
    const areas = catalog
      .standard('iso42001-2023')!
      .entries.filter((one) => one.kind === 'theme' && one.parent === undefined);
    assert.deepEqual(
      [areas.length, countOf('iso42001-2023', 'objective'), countOf('iso42001-2023', 'control')],
      [9, 10, 38],
    );
    const seen = look('Annex A of ISO/IEC 42001, which contains 12 control domains, is the source.\n', aims);
    assert.deepEqual(findingsOf(seen), ['information wrong-count 12 control domains']);
    assertSilent('Annex A of ISO/IEC 42001 contains 38 controls in nine areas with ten control objectives.\n', aims);
  });

  trap('42001-counts', 'other wrong numbers', () => {
    assert.deepEqual(findingsOf(look('ISO 42001 Annex A has 32 controls.\n', aims)), [
      'information wrong-count 32 controls',
    ]);
    const perArea = new Map<string, number>();
    for (const { id } of catalog.controls('iso42001-2023')) {
      const area = id.split('.').slice(0, 2).join('.');
      perArea.set(area, (perArea.get(area) ?? 0) + 1);
    }
    assert.deepEqual([...perArea.values()], [3, 2, 5, 4, 9, 5, 4, 3, 3]);
    assert.equal(entry('iso42001-2023:A.6').title, 'AI system life cycle');
    assertSilent('We have implemented 32 controls of ISO/IEC 42001.\n', aims);
  });

  trap('42001-fabricated', 'ids that circulate but were never in the standard', () => {
    const invented = ['A.6.4', 'A.6.6', 'A.6.6.2', 'A.6.8', 'A.6.10', 'A.6.10.2', 'B.9.1'];
    for (const id of invented) {
      const seen = look(`See ISO/IEC 42001 ${id}.\n`, aims);
      assert.deepEqual(findingsOf(seen), [`error unknown-reference ${id}`]);
      assert.match(messageOf('unknown-reference', seen), /never in the standard/);
    }
    assert.deepEqual(findingsOf(look('See ISO/IEC 42001 clause 6.1.5.\n', aims)), [
      'error unknown-reference clause 6.1.5',
    ]);
    assert.equal(entry('iso42001-2023:6.1.2').title, 'AI risk assessment');
    assert.equal(entry('iso42001-2023:6.1.3').title, 'AI risk treatment');
    assert.equal(entry('iso42001-2023:6.1.4').title, 'AI system impact assessment');
    assert.equal(entry('iso42001-2023:A.6.2.8').title, 'AI system recording of event logs');
  });

  trap('annex-b-42001', 'B.x is guidance for A.x, but a control in 27701:2019', () => {
    const seen = look('See ISO/IEC 42001 B.6.2.4.\n', aims);
    assert.deepEqual(findingsOf(seen), ['information not-a-control B.6.2.4']);
    assert.deepEqual(fixesOf('not-a-control', seen), ['Replace with A.6.2.4 (AI system verification and validation)']);
    assert.deepEqual(findingsOf(look('See ISO/IEC 27701:2025 B.1.2.2.\n', pims)), [
      'information not-a-control B.1.2.2',
    ]);
    assert.equal(entry('iso27701-2019:B.8.2.1').kind, 'control');
    const processor = look('---\ncontrols: ["27701:2019:B.8.2.1"]\n---\n# Processing\n', ['27701:2019']);
    assert.ok(!processor.findings.some(({ code }) => code === 'not-a-control'));
  });

  trap('42001-soa-informative', 'the Statement of Applicability of 42001 is a requirement', () => {
    const statement = entry('iso42001-2023:6.1.3.f');
    assert.deepEqual([statement.kind, statement.title], ['item', 'Statement of Applicability']);
    const rows = catalog.mappings(statement.key).filter(({ source }) => source.includes('Modulos'));
    assert.ok(
      rows.length > 0 && rows.every(({ confidence, note }) => confidence === 'low' && /wrong/.test(note ?? '')),
    );
  });

  trap('42001-annex-d', 'there is no official mapping between the Annexes A of 27001 and 42001', () => {
    assertSilent('Annex D of ISO/IEC 42001 is about use across sectors.\n', aims);
    assert.deepEqual(meaningsOf(look('Annex D of ISO/IEC 42001 is about use across sectors.\n', aims)), []);
    for (const { key } of catalog.controls('iso27001-2022')) {
      for (const { target, source, relation } of catalog.mappings(key)) {
        if (!target.startsWith('iso42001-2023:A')) continue;
        assert.doesNotMatch(source, /Annex D/);
        assert.equal(relation, 'related', `${key} ${target}`);
      }
    }
  });
});

describe('traps: mappings and sources', () => {
  trap('privacy-a534', 'A.5.34 is related to the whole of 27701, and Table A.3 has no control of that title', () => {
    const whole = catalog.mappings('iso27001-2022:A.5.34').filter(({ target }) => target.endsWith(':*'));
    assert.deepEqual(whole.map(({ target, relation }) => `${target} ${relation}`).sort(), [
      'gdpr:* related',
      'iso27701-2025:* related',
    ]);
    const title = entry('iso27001-2022:A.5.34').title;
    assert.ok(!catalog.controls('iso27701-2025').some((control) => isTitleOf(control, title)));
  });

  trap('64-missing', '64 of the 93 controls of 27001 are not in Table A.3', () => {
    const table = catalog.controls('iso27701-2025').filter(({ id }) => id.startsWith('A.3.'));
    const missing = catalog
      .controls('iso27001-2022')
      .filter((control) => !table.some((other) => isTitleOf(control, other.title)));
    assert.equal(missing.length, 64);
    for (const id of ['A.5.15', 'A.5.17', 'A.6.8', 'A.8.7', 'A.8.10', 'A.8.11', 'A.8.12', 'A.8.28'])
      assert.ok(idsOf(missing).includes(id), id);
  });

  trap('crosswalk-nist', 'the crosswalk of the AI RMF is called what it is', () => {
    const rows = catalog
      .standard('nist-ai-rmf-1.0')!
      .entries.flatMap(({ key }) =>
        catalog
          .mappings(key)
          .filter(({ target, source }) => target.startsWith('iso42001') && /crosswalk/i.test(source)),
      );
    assert.ok(rows.length > 0);
    for (const { source } of rows) assert.match(source, /Microsoft.*no NIST endorsement/);
  });

  trap('attributes', 'we ship no attributes of 27002, so none that is wrong', () => {
    const known = new Set(
      'id kind title parent aliases intent role isNew explains note deleted withdrawn mirrors key standardKey'.split(
        ' ',
      ),
    );
    for (const one of catalog.standard('iso27001-2022')!.entries) {
      assert.deepEqual(
        Object.keys(one).filter((name) => !known.has(name)),
        [],
        one.id,
      );
    }
  });

  trap('poisoned-pages', 'no file of the catalog comes from a scrambled copy', () => {
    const files = catalogFiles();
    assert.ok(files.length > 20);
    for (const { path, text } of files) {
      assert.doesNotMatch(text, /flanigan|cephalochromoscope|joat\.me|ancientbrowsers|27890/i, path);
    }
    const processors = catalog.controls('iso27701-2025').filter(({ id }) => id.startsWith('A.2.'));
    assert.equal(processors.length, 18);
  });
});

describe('traps: laws and frameworks', () => {
  trap('ai-act-amended', 'what Regulation (EU) 2026/1744 inserted and deleted', () => {
    for (const place of [
      'Article 4a',
      'Article 60a',
      'Article 75a(1)',
      'Article 75d',
      'Annex XIV',
      'Article 113',
      'Annex XIII',
    ]) {
      assertSilent(`Since 2026: AI Act ${place}.\n`);
      assert.equal(look(`Since 2026: AI Act ${place}.\n`).document.laws?.length, 1, place);
    }
    assert.deepEqual(findingsOf(look('See Article 10(5) of the AI Act.\n')), ['warning law-article Article 10(5)']);
    assert.deepEqual(findingsOf(look('See AI Act Article 114 and AI Act Annex XV.\n')), [
      'error law-article Article 114',
      'error law-article Annex XV',
    ]);
    // One page claims it, nobody confirms it: not an error.
    assert.deepEqual(findingsOf(look('See AI Act Article 75e.\n')), ['information law-article Article 75e']);
    assertSilent('AI Act Article 10(5) was deleted by Regulation (EU) 2026/1744.\n');
  });

  trap('ai-act-amended', 'an annex in a paragraph without any digit is read too', () => {
    assert.equal(look('See AI Act Annex XIV.\n').document.laws?.length, 1);
  });

  trap('ai-act-old-numbers', 'numbers of the drafts, said only where the subject is that of the draft', () => {
    const cases: [string, string, string][] = [
      ['Article 61', 'post-market monitoring', '72'],
      ['Article 62', 'reporting of serious incidents', '73'],
      ['Article 52', 'transparency obligations for providers', '50'],
      ['Article 28', 'responsibilities along the AI value chain', '25'],
    ];
    for (const [article, subject, now] of cases) {
      const seen = look(`See AI Act ${article} (${subject}).\n`);
      assert.deepEqual(findingsOf(seen), [`warning law-article ${article}`], article);
      assert.match(fixesOf('law-article', seen)[0]!, new RegExp(`^Replace with Article ${now} `));
    }
    for (const [article, now] of [
      ['Article 29a', '27'],
      ['Article 28b', '53'],
    ]) {
      const seen = look(`See AI Act ${article}.\n`);
      assert.deepEqual(findingsOf(seen), [`error law-article ${article}`]);
      assert.match(fixesOf('law-article', seen)[0]!, new RegExp(`^Replace with Article ${now} `));
    }
    assert.equal(findingsOf(look('Post-market monitoring follows Article 61 of the AI Act.\n')).length, 1);
    assertSilent('AI Act Article 61 (informed consent). AI Act Article 72 (post-market monitoring).\n');
    assertSilent('In the draft, AI Act Article 61 was post-market monitoring.\n');
    assertSilent('AI Act Article 61 applies.\n');
  });

  trap('ai-act-old-numbers', '“Title III” is Chapter III today', () => {
    const seen = look('See Title III of the AI Act.\n');
    assert.deepEqual(findingsOf(seen), ['warning law-article Title III']);
    assert.deepEqual(fixesOf('law-article', seen), ['Replace with Chapter III (High-risk AI systems)']);
    assertSilent('In the draft, high-risk systems were in Title III of the AI Act.\n');
    assertSilent('The AI Act is on the list under the title III. Title VI of the Treaty is not meant.\n');
  });

  trap('ai-act-111', 'the misprint in the title of Article 111 is accepted', () => {
    const article = entry('ai-act:111');
    assert.match(article.title, /market$/);
    assert.ok(isTitleOf(article, article.title.replace(/market$/, 'marked')));
    assertSilent('AI Act Article 111 (AI systems already placed on the marked).\n');
  });

  trap('2026-1744-articles', 'articles of the amending Regulation are not articles of the AI Act', () => {
    assertSilent('Regulation (EU) 2026/1744 Article 40 does not exist; recital (40) of it does.\n');
    assert.deepEqual(look('See Article 40 of Regulation (EU) 2026/1744.\n').document.laws, []);
  });

  trap('nis2-21', 'NIS2 Article 21(2) ends with (j)', () => {
    const seen = look('See NIS2 Article 21(2)(k).\n');
    assert.deepEqual(findingsOf(seen), ['error law-article Article 21(2)(k)']);
    assert.match(messageOf('law-article', seen), /ends with 21\(2\)\(j\)/);
    for (const point of 'abcdefghij') assertSilent(`See NIS2 Article 21(2)(${point}).\n`);
    assertSilent('See NIS2 Article 21(2) and point 12.5 of Implementing Regulation (EU) 2024/2690.\n');
  });

  trap('gdpr-para', 'articles of the GDPR in their forms, and none beyond 99', () => {
    for (const form of [
      'Article 5(1)(f) GDPR',
      'Art. 5.1.f GDPR',
      'GDPR Article 5(1)(f)',
      'Art. 5 Abs. 1 lit. f DSGVO',
      'GDPR Art. 5 (1)(f)',
    ]) {
      assert.deepEqual(
        look(`See ${form}.\n`).document.laws?.map(({ key }) => key),
        ['gdpr:5.1.f'],
        form,
      );
      assertSilent(`See ${form}.\n`);
    }
    const seen = look('See Article 100 GDPR.\n');
    assert.deepEqual(findingsOf(seen), ['error law-article Article 100']);
    assert.match(messageOf('law-article', seen), /its last is Article 99/);
    assertSilent('See Art. 6 GDPR, Art. 101 TFEU; Art. 5 GDPR, Article 263 of the Treaty.\n');
    assert.match(entry('gdpr:33').title, /supervisory authority/);
    assert.match(entry('gdpr:34').title, /data subject/);
    assert.match(entry('gdpr:35').title, /impact assessment/);
  });

  trap('gdpr-para', '“Art 5 (1) f GDPR”, “5(1)(f) GDPR” and “Article (5)(1)(f)” are one', () => {
    for (const form of ['Art 5 (1) f GDPR', '5(1)(f) GDPR', 'GDPR Article (5)(1)(f)']) {
      assert.deepEqual(
        look(`See ${form}.\n`).document.laws?.map(({ key }) => key),
        ['gdpr:5.1.f'],
        form,
      );
    }
  });

  trap('rmf', 'ids of NIST frameworks are never taken for ours', () => {
    const text =
      'NIST AI RMF GOVERN 1.1, Govern 1.1, GOVERN-1.1, GV-1.1, GOV 1.1; CSF 2.0 GV.OC-01 and ID.AM-01, CSF 1.1 ID.AM-1.\n';
    assertSilent(text, integrated);
    assert.deepEqual(meaningsOf(look(text, integrated)), []);
    assert.equal(countOf('nist-ai-rmf-1.0', 'subcategory'), 72);
    assert.ok(catalog.entry('nist-csf-2.0:ID.AM-01') && !catalog.entry('nist-csf-2.0:ID.AM-1'));
  });

  /** A one-digit id is a slip of form: nobody misreads it, no coverage hangs on it, and a CSF 1.1 profile writes it rightly. */
  trap('rmf', 'CSF 1.1 ids (ID.AM-1) are left alone: frameworks are mapped to, not judged', () => {
    assertSilent('See NIST CSF 2.0 ID.AM-1 and CSF 1.1 ID.AM-1.\n', isms);
  });
});

describe('traps: the list', () => {
  it('has a test for each of its entries', function () {
    const file = new URL('../../../shared/reference/traps.yaml', import.meta.url);
    if (!existsSync(file)) this.skip();
    const { traps, count } = parse(readFileSync(file, 'utf8')) as { traps: { id: string }[]; count: number };
    assert.equal(traps.length, count);
    assert.deepEqual([...tested].sort(), traps.map(({ id }) => id).sort());
  });
});
