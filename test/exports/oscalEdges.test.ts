/** OSCAL exports of statements that are unlike the example: nearly empty, oddly written, several beside each other. */
import assert from 'node:assert/strict';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { noProvenance } from '../../server/src/core/soa/render/exportInput.js';
import { EmptyExport } from '../../server/src/exports/main.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { type Files, makeSnapshot } from '../support/workspace.js';
import { documentOf, faultsOf, type Loose, oscalFormats, valuesOf } from './oscalFaults.js';
import type { OscalFormat } from './oscalRules.js';
import type { Sample } from './support.js';

/** The statements of a workspace of such files, in the order of their paths; the one without a soa.yaml where there is none. */
function samplesOf(files: Files, folder = ''): Sample[] {
  const snapshot = makeSnapshot(files, { catalog: catalogOfProject() });
  const systems = snapshot.systems.length > 0 ? snapshot.systems : [null];
  return systems.map((system) => ({
    input: { model: buildSoaModel(system, snapshot), matrix: null, provenance: noProvenance, folder },
    catalog: snapshot.catalog,
  }));
}

/** A soa.yaml for 27001 with these decisions on A.5.1 and so on, each the lines below its key. */
function soaWith(...decisions: string[]): string {
  const controls = decisions.map(
    (lines, index) => `  27001:A.5.${index + 1}:\n    ${lines.split('\n').join('\n    ')}`,
  );
  return `organisation: Tea Ltd\nscope: All of it\nstandards: [27001:2022]\ncontrols:\n${controls.join('\n')}\n`;
}

const tagged = '---\ntitle: Tea Policy\ncontrols: [27001:A.5.1]\n---\n# Tea\n';

const edges: Record<string, Files> = {
  'no soa.yaml, and a policy': { 'tea.md': tagged },
  'a soa.yaml that says nothing but its standard': { 'soa.yaml': 'standards: [27001:2022]\n' },
  'empty texts everywhere': {
    'soa.yaml':
      'organisation: ""\nscope: " "\nversion: ""\nstatus: ""\nowner: ""\napproved_by: ""\napproved: ""\nnext_review: ""\nclassification: " "\nhistory:\n  - { version: "", date: "", by: "", change: "" }\nstandards: [27001:2022]\ncontrols:\n  27001:A.5.1: { applicable: yes, justification: "", owner: " ", status: "", implementation: " ", notes: "", target: "", evidence: ["", " "], documents: [""], drivers: { risk: [""] }, supplier: " " }\n',
  },
  'blanks and line breaks around texts': {
    'soa.yaml':
      'organisation: " Tea\\n Ltd "\nscope: "\\n\\n  one\\n\\n\\n two \\n"\nversion: " 1\\t0 "\nclassification: "\\u00a0secret\\u2028"\nstandards: [27001:2022]\ncontrols:\n  27001:A.5.1: { applicable: yes, owner: " Head\\nof IT ", justification: "\\n a\\n\\nb ", evidence: [" minutes\\n of\\tMay "] }\n',
  },
  'neither owner nor evidence nor approver': {
    'soa.yaml': `status: approved\napproved: 2026-02-01\n${soaWith('applicable: yes\nstatus: implemented', 'applicable: no')}`,
  },
  'words of status and applicability that nobody knows': {
    'soa.yaml': `status: finished\n${soaWith('applicable: maybe\nstatus: nearly done\nmodel: franchise', 'applicable: yes\nstatus: 100 %')}`,
  },
  'dates that are none': {
    'soa.yaml': `approved: 2026-02-30\nhistory:\n  - { version: "1", date: soon }\n  - { version: "2", date: 1850-01-01 }\n  - { version: "3", date: 2024-02-29 }\n  - { change: no version }\n${soaWith('applicable: yes\ndecided: yesterday\ntarget: 2027-Q9\nreview: never')}`,
  },
  'roles whose names have no letters, or nearly the same ones': {
    'soa.yaml': soaWith(
      'applicable: yes\nowner: C++ Lead',
      'applicable: yes\nowner: C Lead',
      'applicable: yes\nowner: 🔒',
      'applicable: yes\nowner: 🔑',
      'applicable: yes\nowner: Creator',
      'applicable: yes\nowner: 007',
      'applicable: yes\nowner: 信息安全主管',
      'applicable: yes\nowner: मुख्य अधिकारी',
    ),
  },
  'controls of its own with odd ids': {
    'soa.yaml':
      'organisation: Tea Ltd\nstandards: [27001:2022]\nadditional:\n  LH 1: { title: One, applicable: yes }\n  LH-1: { title: Two, applicable: yes }\n  LH/1: { title: "", applicable: no, justification: Three }\n  "1": { title: Four }\n  "…": { title: Five }\n  🔒: { title: Six }\n  🔑: { title: Seven, source: "  " }\n  A.5.1: { title: Eight }\n  Ärger-ß: { title: Nine }\n',
  },
  'controls of its own only': {
    'soa.yaml':
      'organisation: Tea Ltd\nadditional:\n  TEA-1: { title: Warm the pot, applicable: yes, source: Grandmother }\n',
  },
  'PII controller only': {
    'soa.yaml':
      'organisation: Tea Ltd\nstandards:\n  27701: { edition: 2025, roles: [controller] }\ncontrols:\n  27701:A.2.2.2: { applicable: yes }\n',
  },
  'PII processor only, and no organisation': {
    'soa.yaml':
      'standards:\n  27701: { edition: 2025, roles: [processor] }\n  27001: { edition: 2022, amendments: ["Amd 1:2024", " "] }\n',
  },
  'no PII role, and the edition before': { 'soa.yaml': 'standards: [27701:2019, 27001:2013]\n' },
  'evidence of every kind': {
    'soa.yaml': soaWith(
      'applicable: yes\nevidence:\n  - https://intranet.example/Prüfung 2026.pdf\n  - https://müller.example/ä?q=ö#ü\n  - https://a.example/100%/[x]/#a#b\n  - https://a.example:port/x\n  - https://a.example/%zz%41\n  - https://[::1]/x\n  - javascript:alert(1)\n  - file:///etc/passwd',
      'applicable: yes\nevidence:\n  - "evidence/with space & (more) #1 50%.pdf"\n  - evidence/gone.pdf\n  - evidence/🔒.pdf\n  - { path: evidence/🔒.pdf, date: 2020-01-01, valid: 1 month, note: signed }\n  - { path: evidence/🔒.pdf, date: 2026-01-01, note: " " }\n  - "Minutes: *not* <b>kept</b>"',
    ),
    'evidence/with space & (more) #1 50%.pdf': '',
    'evidence/🔒.pdf': '',
  },
  'documents with odd paths and titles': {
    'soa.yaml': soaWith('applicable: yes\ndocuments: ["policies/no title.md", nowhere.md, https://wiki.example/ä ö]'),
    'policies/with space #1 100%?.md': tagged,
    'policies/a:b [c] (d).md': '---\ntitle: "  <script>*x*</script>  "\nid: "ID 🔒"\ncontrols: [27001:A.5.1]\n---\n',
    'javascript:alert(1).md': tagged,
    'policies/no title.md': 'Nothing.\n',
  },
  'texts that Markdown would read': {
    'soa.yaml': soaWith(
      'applicable: yes\njustification: "# *a* _b_ `c` [d](javascript:e) <script>f</script> {{ insert: param, g }} ~h~ ^i^ &amp; \\\\"\nimplementation: "1. x\\n- y\\n> z\\n    code\\n***\\n| a | b |\\n| --- | --- |\\n===\\n---"\nowner: "*Boss*"\nnotes: "a\\n===\\nb"',
    ),
  },
};

/** The documents of an edge, or of such files: those of its first statement, by format; null where there is none to make. */
async function documentsOf(files: Files, folder = ''): Promise<Record<string, Loose>> {
  const [sample] = samplesOf(files, folder);
  const entries = oscalFormats.map(async (format) => [format, await documentOrNull(format, sample!)]);
  return Object.fromEntries(await Promise.all(entries));
}

async function documentOrNull(format: OscalFormat, sample: Sample): Promise<Loose> {
  try {
    return await documentOf(format, sample);
  } catch (error) {
    if (error instanceof EmptyExport) return null;
    throw error;
  }
}

describe('OSCAL of statements at the edges', function () {
  this.timeout(30_000);

  for (const [name, files] of Object.entries(edges)) {
    it(`is right with ${name}`, async () => {
      for (const sample of samplesOf(files, 'out/of here')) {
        for (const format of oscalFormats) {
          const document = await documentOrNull(format, sample);
          if (document !== null) assert.deepEqual((await faultsOf(format, document)).slice(0, 4), [], format);
        }
      }
    });
  }

  it('makes no file that would be empty', async () => {
    const own = await documentsOf(edges['controls of its own only']!);
    assert.equal(own['oscal-mapping'], null);
    assert.ok(own['oscal-ssp'] && own['oscal-component']);
    const nothing = await documentsOf({ 'soa.yaml': 'organisation: Tea Ltd\n' });
    assert.deepEqual([nothing['oscal-mapping'], nothing['oscal-ssp']], [null, null]);
  });
});

describe('What OSCAL says of statements at the edges', () => {
  const requirementsOf = (ssp: Loose) =>
    ssp['system-security-plan']['control-implementation']['implemented-requirements'];
  const requirement = (ssp: Loose, label: string) =>
    requirementsOf(ssp).find(({ props }: Loose) =>
      props.some(({ name, value }: Loose) => name === 'label' && value === label),
    );
  const byTitle = (document: Loose, title: RegExp) => {
    const [root] = Object.values<Loose>(document);
    return root['back-matter'].resources.filter((resource: Loose) => title.test(resource.title));
  };

  it('gives each role its own id and name, the creator of the file among them', async () => {
    const { 'oscal-ssp': ssp } = await documentsOf(
      edges['roles whose names have no letters, or nearly the same ones']!,
    );
    const roles = new Map(ssp['system-security-plan'].metadata.roles.map(({ id, title }: Loose) => [id, title]));
    const titles = requirementsOf(ssp)
      .flatMap((one: Loose) => one['responsible-roles'] ?? [])
      .map((one: Loose) => roles.get(one['role-id']));
    assert.deepEqual(titles, ['C++ Lead', 'C Lead', '🔒', '🔑', 'Creator', '007', '信息安全主管', 'मुख्य अधिकारी']);
    assert.equal(roles.get('creator'), 'Creator of this document');
  });

  it('takes no role twice that is only written in other letters', async () => {
    const soa = soaWith(
      'applicable: yes\nowner: CISO',
      'applicable: yes\nowner: "ciso "',
      'applicable: yes\nowner: "  "',
    );
    const { 'oscal-ssp': ssp } = await documentsOf({ 'soa.yaml': soa });
    const { roles } = ssp['system-security-plan'].metadata;
    assert.deepEqual(roles.slice(1), [{ id: 'ciso', title: 'CISO' }]);
  });

  it('gives systems of one organisation other UUIDs, but for what they share', async () => {
    const soa = soaWith('applicable: yes\ndocuments: [../tea.md]');
    const files = { 'uk/soa.yaml': soa, 'de/soa.yaml': soa, 'tea.md': '# Tea Policy\n' };
    const [first, second] = await Promise.all(samplesOf(files).map((sample) => documentOf('oscal-ssp', sample)));
    const titlesOf = new Map(byTitle(first, /./).map(({ uuid, title }: Loose) => [uuid, title]));
    const shared = valuesOf(first, 'uuid').filter((uuid) => valuesOf(second, 'uuid').includes(uuid));
    const party = first['system-security-plan'].metadata.parties[0].uuid;
    assert.deepEqual(
      shared.map((uuid) => (uuid === party ? 'Tea Ltd' : titlesOf.get(uuid))),
      ['Tea Ltd', 'ISO/IEC 27001:2022', 'Tea Policy'],
    );
    const ids = [first, second].map((ssp) => ssp['system-security-plan']['system-characteristics']['system-ids'][0].id);
    assert.notEqual(ids[0], ids[1]);
  });

  it('gives other organisations, and nameless ones of another scope, other UUIDs', async () => {
    const heads = ['organisation: A', 'organisation: B', 'scope: One', 'scope: Two'];
    const all = await Promise.all(
      heads.map((head) => documentsOf({ 'soa.yaml': `${head}\nstandards: [27001:2022]\n`, 'tea.md': tagged })),
    );
    const uuids = all.flatMap(({ 'oscal-ssp': ssp }) => [...new Set(valuesOf(ssp, 'uuid'))]);
    const standard = byTitle(all[0]!['oscal-ssp'], /^ISO/)[0].uuid;
    const again = uuids.filter((uuid, index) => uuid !== standard && uuids.indexOf(uuid) !== index);
    assert.deepEqual(again, []);
  });

  it('keeps the UUID of evidence that goes missing or grows old', async () => {
    const soa = soaWith('applicable: yes\nevidence: [{ path: minutes.md, date: 2020-01-01, valid: 1 month }]');
    const fresh = soa.replace('1 month', '10 years');
    const uuid = async (files: Files) => byTitle((await documentsOf(files))['oscal-ssp'], /^minutes/)[0].uuid;
    assert.equal(await uuid({ 'soa.yaml': soa }), await uuid({ 'soa.yaml': soa, 'minutes.md': '' }));
    assert.notEqual(await uuid({ 'soa.yaml': fresh }), await uuid({ 'soa.yaml': soa }));
  });

  it('tells controls of the organisation’s own from those of a standard', async () => {
    const { 'oscal-ssp': ssp, 'oscal-component': definition } = await documentsOf(
      edges['controls of its own with odd ids']!,
    );
    const ids = requirementsOf(ssp).map((one: Loose) => one['control-id']);
    assert.equal(ids.length, 93 + 9);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(byTitle(ssp, /Additional controls/), []);
    assert.match(
      byTitle(ssp, /^The controls/)[0].description,
      /ISO\/IEC 27001:2022, and controls of the organisation’s own\./,
    );
    const [source] = byTitle(definition, /^Additional controls$/);
    assert.deepEqual(Object.keys(source), ['uuid', 'title', 'description']);
    const sets = definition['component-definition'].components[0]['control-implementations'];
    assert.equal(sets[1].source, `#${source.uuid}`);
    assert.equal(new Set(sets[1]['implemented-requirements'].map((one: Loose) => one['control-id'])).size, 9);
  });

  it('says of each place that OSCAL wants and the record does not have that it is not stated', async () => {
    const { 'oscal-ssp': ssp } = await documentsOf({ 'soa.yaml': 'standards: [27001:2022]\n' });
    const { 'system-characteristics': is, 'system-implementation': made } = ssp['system-security-plan'];
    const notStated = 'The Statement of Applicability does not say.';
    assert.deepEqual(
      [
        is.description,
        is['system-information']['information-types'][0].description,
        is.status,
        is['authorization-boundary'].description,
        made.components[0].description,
        made.components[0].status,
      ],
      [
        notStated,
        notStated,
        { state: 'other', remarks: notStated },
        notStated,
        notStated,
        { state: 'other', remarks: notStated },
      ],
    );
    const { 'oscal-ssp': scoped } = await documentsOf({ 'soa.yaml': 'scope: All of it\nstandards: [27001:2022]\n' });
    assert.equal(
      scoped['system-security-plan']['system-characteristics']['authorization-boundary'].description,
      `${notStated} The scope of the management system is: All of it`,
    );
  });

  it('claims no implementation where nobody has decided, and says why', async () => {
    const { 'oscal-ssp': ssp } = await documentsOf(edges['PII processor only, and no organisation']!);
    const controller = requirement(ssp, 'A.1.2.2')['by-components'][0];
    assert.match(controller.description, /^Nobody has decided on this control\. It is made for a role that/);
    assert.equal('implementation-status' in controller, false);
    const processor = requirement(ssp, 'A.2.2.2')['by-components'][0];
    assert.equal(processor.description, 'Nobody has decided yet whether this control applies.');
    const { 'oscal-ssp': odd } = await documentsOf(edges['words of status and applicability that nobody knows']!);
    assert.deepEqual(valuesOf(requirementsOf(odd), 'state'), []);
    const { 'oscal-ssp': free } = await documentsOf(edges['no soa.yaml, and a policy']!);
    assert.equal(
      requirement(free, 'A.5.1')['by-components'][0].description,
      'Nobody has decided yet whether this control applies. Described in: Tea Policy.',
    );
  });

  it('links evidence by addresses that are some, and files and documents from where it lies', async () => {
    const { 'oscal-ssp': ssp } = await documentsOf(edges['evidence of every kind']!, 'out/of here');
    const hrefs = (title: RegExp) =>
      byTitle(ssp, title).flatMap(({ rlinks = [] }: Loose) => rlinks.map((one: Loose) => one.href));
    assert.deepEqual(hrefs(/müller/), ['https://m%C3%BCller.example/%C3%A4?q=%C3%B6#%C3%BC']);
    assert.deepEqual(hrefs(/:port|javascript|passwd|gone|Minutes/), []);
    const [file] = hrefs(/with space/);
    assert.equal(decodeURIComponent(file), '../../evidence/with space & (more) #1 50%.pdf');
    assert.equal(byTitle(ssp, /🔒/).length, 3, 'the same file with other dates');
    const { 'oscal-ssp': papers } = await documentsOf(edges['documents with odd paths and titles']!, 'out/of here');
    const paths = byTitle(papers, /./).flatMap(({ rlinks = [] }: Loose) =>
      rlinks.map((one: Loose) => decodeURIComponent(one.href)),
    );
    assert.deepEqual(paths.sort(), [
      '../../javascript:alert(1).md',
      '../../policies/a:b [c] (d).md',
      '../../policies/no title.md',
      '../../policies/with space #1 100%?.md',
    ]);
    const values = requirement(papers, 'A.5.1').props.filter(({ name }: Loose) => name === 'document-not-found');
    assert.deepEqual(
      values.map(({ value }: Loose) => value),
      ['nowhere.md', 'https://wiki.example/ä ö'],
    );
  });

  it('names the scope document, the last release, the sections and what is wrong with the record', async () => {
    const soa = `scope_document: policies/scope.md\nreleased: { version: "1.0", date: 2026-01-01, by: Boss, hash: abc }\n${soaWith('applicable: yes')}`;
    const policy = '---\ntitle: Tea Policy\nid: POL-1\n---\n# Brewing\n<!-- controls: 27001:A.5.1 -->\n\nText.\n';
    const { 'oscal-ssp': ssp } = await documentsOf({
      'soa.yaml': soa,
      'policies/scope.md': '# Scope\n',
      'tea.md': policy,
    });
    const { links, props } = ssp['system-security-plan'].metadata;
    assert.deepEqual(
      links.map(({ text }: Loose) => text),
      ['Scope: policies/scope.md'],
    );
    assert.equal(byTitle(ssp, /^policies\/scope\.md$/)[0].rlinks[0].href, 'policies/scope.md');
    const value = (name: string) => props.find((prop: Loose) => prop.name === name)?.value;
    assert.deepEqual(['released-version', 'released', 'released-by', 'released-hash'].map(value), [
      '1.0',
      '2026-01-01',
      'Boss',
      'abc',
    ]);
    assert.match(value('problem'), /checksum/);
    assert.equal(requirement(ssp, 'A.5.1').links[0].text, 'POL-1: Brewing');
  });
});
