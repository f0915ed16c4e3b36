import assert from 'node:assert/strict';
import { contentHash } from '../../../server/src/core/soa/contentHash.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { compareVersions, nextVersion } from '../../../server/src/core/soa/versions.js';
import { checkFix, checkRule } from '../../support/checkRules.js';
import { makeSnapshot } from '../../support/workspace.js';

const approved = `organisation: House
version: "2.1"
status: approved
standards:
  99042: { edition: 2023 }
controls:
  99042:A.5.2:
    applicable: true
    justification: Robots have names.
`;

/** The record with the stamp of a release that was made of it. */
function released(text: string, version = '2.1'): string {
  const hash = contentHash(makeSnapshot({ 'soa.yaml': text }).systems[0]!);
  return `${text}released:\n  version: "${version}"\n  date: 2026-03-01\n  by: CEO\n  hash: ${hash}\n`;
}

describe('changed-since-approval', () => {
  const code = 'changed-since-approval';
  const release = released(approved);

  it('is silent as long as the record says what was released', () => {
    checkRule(code, { 'soa.yaml': release });
    checkRule(code, { 'soa.yaml': `# A comment\n${release.replace('true', 'yes')}` });
    checkRule(code, { 'soa.yaml': release.replace('status: approved', 'status: draft') });
  });

  it('finds a change of the text without a new version', () => {
    checkRule(code, {
      'soa.yaml': release
        .replace('Robots', 'All robots')
        .replace(
          '\nstatus: approved',
          `\n${' '.repeat(9)}^^^^^ warning: This is no longer what was approved as version 2.1 on 2026-03-01 by CEO: it was changed, and the version was not. Give it a new version and have that approved, or take the change back.\nstatus: approved`,
        ),
    });
    checkRule(code, {
      'soa.yaml': release
        .replace('Robots', 'All robots')
        .replace('status: approved', `${' '.repeat(9)}^^^^^ information: This is no longer…\nstatus: in-review`),
    });
  });

  it('has nothing to say of a new version, a retired record, or one that cannot be read', () => {
    const changed = release.replace('Robots', 'All robots');
    checkRule(code, { 'soa.yaml': changed.replace('version: "2.1"', 'version: "2.2"') });
    checkRule(code, { 'soa.yaml': changed.replace('status: approved', 'status: retired') });
    checkRule(code, { 'soa.yaml': release.replace('applicable: true', 'applicable: "tr') });
    checkRule(code, { 'soa.yaml': approved });
    checkRule(code, { 'soa.yaml': changed.replace(/sha256:\w+/, 'sha256:unknown') });
  });

  it('makes a draft of the next version', () => {
    const changed = release.replace('Robots', 'All robots');
    const draft = changed.replace('version: "2.1"', 'version: "2.2"').replace('status: approved', 'status: draft');
    checkFix(code, 'Make it a draft of version 2.2', { 'soa.yaml': changed }, { 'soa.yaml': draft });
    checkRule(code, { 'soa.yaml': draft });
  });
});

describe('version-not-raised', () => {
  const code = 'version-not-raised';

  it('finds a version below the released one', () => {
    checkRule(code, {
      'soa.yaml': released(approved, '2.10').replace(
        '\nstatus: approved',
        `\n${' '.repeat(9)}^^^^^ warning: Version 2.1 is below 2.10, which was released already. An auditor takes the highest version for the latest: give it one above 2.10.\nstatus: approved`,
      ),
    });
  });

  it('asks for a version of its own in a draft, unless the checksum tells more', () => {
    const stamped = `${approved}released: { version: "2.1", by: CEO }\n`;
    checkRule(code, {
      'soa.yaml': stamped.replace(
        'status: approved',
        `${' '.repeat(9)}^^^^^ information: Version 2.1 was released already, and this is a draft.…\nstatus: draft`,
      ),
    });
    checkRule(code, { 'soa.yaml': stamped });
    checkRule(code, { 'soa.yaml': released(approved).replace('status: approved', 'status: draft') });
    checkRule(code, { 'soa.yaml': released(approved, '2.0') });
  });

  it('looks into the change history where there is no release', () => {
    const history = (version: string) =>
      `${approved}history:\n  - { version: "1.0", change: First }\n  - { version: "${version}", change: Second }\n`;
    checkRule(code, { 'soa.yaml': history('2.1') });
    checkRule(code, { 'soa.yaml': history('soon') });
    checkRule(code, {
      'soa.yaml': history('2.2').replace(
        '\nstatus: approved',
        `\n${' '.repeat(9)}^^^^^ information: This is version 2.1, but the change history knows 2.2 already. Correct the one or the other.\nstatus: approved`,
      ),
    });
  });

  it('compares numbers, not letters', () => {
    assert.ok(compareVersions('2.10', '2.9')! > 0);
    assert.equal(compareVersions('2', '2.0'), 0);
    assert.ok(compareVersions('v1.9', '2.0')! < 0);
    assert.equal(compareVersions('2026-03', '2.0'), null);
    assert.deepEqual(['2.1', 'v3', '1.0.9', 'draft'].map(nextVersion), ['2.2', 'v4', '1.0.10', null]);
  });
});

describe('withdrawn-edition', () => {
  it('speaks of systems that work by an edition which was replaced', () => {
    checkRule('withdrawn-edition', {
      'soa.yaml': `
        standards: [99001:2010, 99042:2023]
                    ^^^^^^^^^^ information: This Statement of Applicability works by 99001:2010, which was replaced by 99001:2020. A certificate by the older edition ends with the transition period: plan the change. “clausemark migrate” moves the decisions and the tags of the documents.
      `,
    });
    checkRule('withdrawn-edition', { 'soa.yaml': 'standards: [99001:2020]\n' });
    checkRule('withdrawn-edition', { 'soa.yaml': 'status: retired\nstandards: [99001:2010]\n' });
  });
});

describe('supplier-missing', () => {
  const code = 'supplier-missing';
  const soa = (fields: string) => ({
    'soa.yaml': `standards: [99042:2023]\ncontrols:\n  99042:A.5.2: { ${fields} }\n`,
  });

  it('asks who runs a control that the organisation does not run alone', () => {
    checkRule(code, {
      'soa.yaml': `
        standards: [99042:2023]
        controls:
          99042:A.5.2: { applicable: yes, model: shared }
                                                 ^^^^^^ information: A.5.2 (Robot register) is shared with a supplier, and it is not said which. An auditor asks for the contract and the proof that the supplier does its part.
          99042:A.5.3: { applicable: yes, model: outsourced, supplier: TBD }
                                                 ^^^^^^^^^^ information: A.5.3 (Naming robots) is inherited from a supplier, and…
          99042:A.7.2: { applicable: no, model: shared }
      `,
    });
    checkRule(code, soa('applicable: yes, model: direct'));
    checkRule(code, soa('applicable: yes, model: shared, supplier: Robots Ltd'));
  });

  it('adds the key', () => {
    checkFix(
      code,
      'Add a supplier',
      soa('applicable: yes, model: shared'),
      soa('applicable: yes, model: shared, supplier: '),
    );
  });
});

describe('empty-folder', () => {
  it('finds folders without documents', () => {
    checkRule('empty-folder', {
      'isms/soa.yaml': `
        standards: [99042:2023]
        folders: [., ../policies, ../policys, ../pol]
                                  ^^^^^^^^^^ warning: There is no document in “../policys”, so it covers nothing. Correct the path,…
                                              ^^^^^^ warning: There is no document in “../pol”,…
      `,
      'isms/a.md': '# A\n',
      'policies/deep/b.md': '# B\n',
    });
  });
});

describe('document-missing', () => {
  const code = 'document-missing';

  it('finds what is neither a file nor the id of a document', () => {
    checkRule(code, {
      'isms/soa.yaml': `
        standards: [99042:2023]
        controls:
          99042:A.5.2:
            documents: [robots.md, POL-1, pol-2, ../shared/a.pdf, gone.md, POL-9]
                                                                  ^^^^^^^ warning: There is no file gone.md. An auditor will ask to see this document. Correct the path, which begins at the folder of this file, or add the document.
                                                                           ^^^^^ information: No document of this workspace has the id “POL-9”, so this one does not count. Give the id…
        additional:
          OWN-1:
            title: Cats
            documents: [https://wiki.example/cats, Access Control Policy]
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ information: “https://wiki.example/cats” is no document of this workspace, so it does not count. Name it as a link under evidence.
                                                   ^^^^^^^^^^^^^^^^^^^^^ information: No document of this workspace has the id “Access Control Policy”,…
      `,
      'isms/robots.md': '---\nid: POL-1\n---\n# Robots\n',
      'other/names.md': '---\nid: POL-2\n---\n# Names\n',
      'shared/a.pdf': '',
    });
  });

  it('does not know what lies outside of the workspace, and asks for nothing outside', () => {
    const listed = '["../../Legal/NDA.docx", "S:\\\\isms\\\\log.pdf", "scans/*.pdf"]';
    const head = 'standards: [99042:2023]\ncontrols:\n';
    const rest = ['A.5.3', 'A.7.2', 'A.7.3'].map((id) => `  99042:${id}: no\n`).join('');
    const files = {
      'isms/soa.yaml': `${head}  99042:A.5.2: { applicable: yes, status: implemented, documents: ${listed} }\n${rest}`,
      'isms/scans': '',
    };
    checkRule(code, files);
    checkRule('uncovered-control', files);
    const snapshot = makeSnapshot(files);
    const asked: string[] = [];
    const fileExists = (path: string) => {
      asked.push(path);
      return snapshot.fileExists(path);
    };
    const row = buildSoaModel(snapshot.systems[0]!, { ...snapshot, fileExists }).rows[0]!;
    assert.deepEqual(row.missingDocuments, []);
    assert.deepEqual(
      row.gaps.map(({ code: gap }) => gap).filter((gap) => /document|draft|uncovered/.test(gap)),
      [],
    );
    assert.ok(asked.includes('isms/scans'));
    assert.deepEqual(
      asked.filter((path) => !path.startsWith('isms/')),
      [],
    );
  });

  it('makes a control covered', () => {
    const soa = 'standards: [99042:2023]\ncontrols:\n  99042:A.5.2: { applicable: yes, documents: [POL-1] }\n';
    const rest = ['A.5.3', 'A.7.2', 'A.7.3'].map((id) => `  99042:${id}: no\n`).join('');
    checkRule('uncovered-control', { 'soa.yaml': soa + rest, 'p.md': '---\nid: POL-1\n---\n# P\n' });
    checkRule(code, { 'soa.yaml': soa + rest, 'p.md': '---\nid: POL-1\n---\n# P\n' });
  });
});
