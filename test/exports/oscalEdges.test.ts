/** OSCAL exports of statements that are unlike the example: nearly empty, oddly written, several beside each other. */
import assert from 'node:assert/strict';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { noProvenance } from '../../server/src/core/soa/render/exportInput.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { type Files, makeSnapshot } from '../support/workspace.js';
import { documentOf, faultsOf, type Loose, oscalFormats, valuesOf } from './oscalFaults.js';
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
      'applicable: yes\nevidence:\n  - evidence/with space & (more) #1 50%.pdf\n  - evidence/gone.pdf\n  - evidence/🔒.pdf\n  - { path: evidence/🔒.pdf, date: 2020-01-01, valid: 1 month, note: signed }\n  - { path: evidence/🔒.pdf, date: 2026-01-01, note: " " }\n  - "Minutes: *not* <b>kept</b>"',
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

describe('OSCAL of statements at the edges', function () {
  this.timeout(30_000);

  for (const [name, files] of Object.entries(edges)) {
    it(`is right with ${name}`, async () => {
      for (const sample of samplesOf(files, 'out/of here')) {
        for (const format of oscalFormats) {
          const document = await documentOf(format, sample);
          if (document === null) continue;
          assert.deepEqual((await faultsOf(format, document)).slice(0, 4), [], format);
        }
      }
    });
  }
});
