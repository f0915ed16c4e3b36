/** Several management systems in one workspace, and one over several folders, on the command line. */
import assert from 'node:assert/strict';
import { clausemark, jsonLines } from '../support/commandLine.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const soa = (head: string) =>
  `${head}standards: [42001:2023]\ncontrols:\n  42001:A.2.2: { applicable: yes, justification: x }\n`;
const policy = (control: string) => `---\nid: P\nstatus: approved\ncontrols: [42001:${control}]\n---\n# AI\n`;

const files = {
  'isms/soa.yaml': soa('folders: [../policies, ../shared]\n'),
  'policies/ai.md': policy('A.2.2'),
  'shared/more.md': policy('A.2.3'),
  'lab/soa.yaml': soa(''),
  'lab/ai.md': policy('A.2.4'),
};

describe('clausemark with several management systems', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder(files);
  });
  after(() => folder.dispose());

  const run = (...args: string[]) => clausemark(args, { cwd: folder.path });

  it('soa shows the one that is chosen, and asks which where there are several', async () => {
    for (const [path, expected] of [
      ['isms/soa.yaml', 'A.2.2 A.2.3'],
      ['lab/soa.yaml', 'A.2.4'],
    ] as const) {
      const { code, stdout } = await run('soa', '--format', 'json', '--system', path);
      const { rows } = JSON.parse(stdout) as { rows: { id: string; documents: unknown[] }[] };
      const covered = rows.filter(({ documents }) => documents.length > 0).map(({ id }) => id);
      assert.deepEqual([code, covered.join(' ')], [0, expected]);
    }
    const { code, stderr } = await run('soa');
    assert.deepEqual([code, stderr.includes('isms/soa.yaml, lab/soa.yaml')], [2, true]);
  });

  it('check reports each soa.yaml by its own documents', async () => {
    const { stdout } = await run('check', '--format', 'jsonl', '--fail-on', 'never');
    const found = jsonLines<{ file: string; code: string; message: string }>(stdout);
    const uncovered = found.filter(({ code }) => code === 'uncovered-control');
    const about = (file: string) => uncovered.filter((one) => one.file === file).map(({ message }) => message);
    assert.ok(
      about('isms/soa.yaml').every((message) => message.startsWith('36 of the 38 controls')),
      about('isms/soa.yaml')[0],
    );
    assert.ok(about('lab/soa.yaml').some((message) => message.startsWith('No document covers A.2.2')));
    assert.equal(about('isms/soa.yaml').length, 1);
  });

  it('coverage keeps them apart', async () => {
    const { stdout } = await run('coverage', '--format', 'jsonl');
    const rows = jsonLines<{ system: string; id: string; state: string; claimedBy: string[] }>(stdout);
    const covered = rows.filter(({ state }) => state === 'covered');
    assert.deepEqual(
      covered.map(({ system, id, claimedBy }) => [system, id, claimedBy]),
      [
        ['isms/soa.yaml', 'A.2.2', ['policies/ai.md']],
        ['isms/soa.yaml', 'A.2.3', ['shared/more.md']],
        ['lab/soa.yaml', 'A.2.4', ['lab/ai.md']],
      ],
    );
  });
});
