/** Which documents belong to which management system: several of them, and one over several folders. */
import assert from 'node:assert/strict';
import { coveredFolders, coversEverything, systemCovering } from '../../../server/src/core/soa/coveredFolders.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { allFindings } from '../../support/checkRules.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';
import { parse } from './support.js';

const pathOf = (path: string, files: Readonly<Record<string, string>>) => {
  const systems = Object.entries(files).map(([at, text]) => parse(text, at));
  return systemCovering(path, systems)?.path ?? null;
};

describe('the system of a document', () => {
  it('is the nearest one above it', () => {
    const files = { 'soa.yaml': '', 'a/soa.yaml': '', 'a/b/soa.yaml': '' };
    assert.equal(pathOf('x.md', files), 'soa.yaml');
    assert.equal(pathOf('a/x.md', files), 'a/soa.yaml');
    assert.equal(pathOf('ab/x.md', files), 'soa.yaml');
    assert.equal(pathOf('a/b/c/x.md', files), 'a/b/soa.yaml');
    assert.equal(pathOf('x.md', { 'a/soa.yaml': '' }), null);
  });

  it('is the one that names its folder, and the own folder only where it is named', () => {
    const files = { 'isms/soa.yaml': 'folders: [../policies, ../shared/it]\n' };
    assert.equal(pathOf('policies/deep/x.md', files), 'isms/soa.yaml');
    assert.equal(pathOf('shared/it/x.md', files), 'isms/soa.yaml');
    assert.equal(pathOf('shared/x.md', files), null);
    assert.equal(pathOf('isms/x.md', files), null);
    assert.equal(pathOf('isms/soa.yaml', files), 'isms/soa.yaml');
    assert.equal(pathOf('isms/x.md', { 'isms/soa.yaml': 'folders: [., ../policies]\n' }), 'isms/soa.yaml');
  });

  it('is the one that names the folder nearest to it, else the one that lies there', () => {
    const files = {
      'one/soa.yaml': 'folders: [., ../shared]\n',
      'shared/it/soa.yaml': '',
      'two/soa.yaml': 'folders: [., ../shared/it]\n',
    };
    assert.equal(pathOf('shared/x.md', files), 'one/soa.yaml');
    assert.equal(pathOf('shared/it/x.md', files), 'shared/it/soa.yaml');
    const turned = {
      'two/soa.yaml': files['two/soa.yaml'],
      'shared/it/soa.yaml': '',
      'one/soa.yaml': files['one/soa.yaml'],
    };
    assert.equal(pathOf('shared/it/x.md', turned), 'shared/it/soa.yaml');
  });

  it('is not told by folders outside of the workspace', () => {
    const system = parse('folders: [../../elsewhere]\n', 'a/soa.yaml');
    assert.deepEqual(coveredFolders(system), ['a']);
    assert.ok(!coversEverything(system, [system]));
    const all = parse('folders: ..\n', 'a/soa.yaml');
    assert.ok(coversEverything(all, [all]) && !coversEverything(all, [all, system]));
  });
});

const soa = (more: string) =>
  `${more}standards: { 99042: { edition: 2023 } }\ncontrols:\n  99042:A.5.2: { applicable: yes, justification: x }\n`;
const policy = (control: string) => `---\nstatus: approved\ncontrols: [99042:${control}]\n---\n# A\n`;

/** What the statement of each system counts as covered, and what its rules say of coverage. */
function coverage(files: Files) {
  const snapshot = makeSnapshot(files);
  return Object.fromEntries(
    snapshot.systems.map((system) => {
      const rows = buildSoaModel(system, snapshot).rows.filter(({ documents }) => documents.length > 0);
      const uncovered = allFindings(snapshot).filter(
        ({ path, code }) => path === system.path && code === 'uncovered-control',
      );
      return [system.path, [rows.map(({ id }) => id).join(' '), uncovered.length]];
    }),
  );
}

describe('several systems in one workspace', () => {
  it('count their own documents only', () => {
    const files = {
      'garden/soa.yaml': soa(''),
      'garden/a.md': policy('A.5.2'),
      'robots/soa.yaml': soa(''),
      'robots/b.md': policy('A.5.3'),
      'elsewhere/c.md': policy('A.7.2'),
    };
    assert.deepEqual(coverage(files), { 'garden/soa.yaml': ['A.5.2', 1], 'robots/soa.yaml': ['A.5.3', 2] });
  });

  it('of which one covers several folders, and documents of another that it lists', () => {
    const files = {
      'isms/soa.yaml': soa('folders: [../policies, ../shared]\n').replace('yes,', 'yes, documents: [../robots/b.md],'),
      'policies/a.md': policy('A.5.3'),
      'shared/c.md': policy('A.7.2'),
      'shared/robots/d.md': policy('A.7.3'),
      'isms/notes.md': policy('A.5.3'),
      'robots/soa.yaml': soa(''),
      'robots/b.md': policy('A.5.3'),
      'shared/robots/soa.yaml': soa(''),
    };
    assert.deepEqual(coverage(files), {
      'isms/soa.yaml': ['A.5.2 A.5.3 A.7.2', 1],
      'robots/soa.yaml': ['A.5.3', 2],
      'shared/robots/soa.yaml': ['A.7.3', 2],
    });
  });

  it('decide on the exclusions of their own documents', () => {
    const files = {
      'isms/soa.yaml': soa('folders: [../policies]\n').replace('yes', 'no'),
      'policies/a.md': policy('A.5.2'),
      'isms/b.md': policy('A.5.2'),
    };
    const places = allFindings(makeSnapshot(files)).filter(({ code }) => code === 'excluded-but-claimed');
    assert.deepEqual(places.map(({ path }) => path).sort(), ['isms/soa.yaml', 'policies/a.md']);
  });
});
