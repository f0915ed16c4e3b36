/** `clausemark soa` in the formats that need a file. What is in the files is tested in test/exports. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, clausemark } from '../support/commandLine.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const files = {
  'soa.yaml': 'organisation: Tea Ltd\nversion: "1.0"\nstandards: [27001:2022]\ncontrols:\n  27001:A.5.1: yes\n',
  'policies/tea.md': '---\ntitle: Tea\ncontrols: [27001:A.5.1]\n---\n# Tea\n',
};

describe('clausemark soa', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = temporaryFolder(files);
  });
  afterEach(() => folder.dispose());

  const run = (...args: string[]): Promise<CommandResult> => clausemark(['soa', ...args], { cwd: folder.path });
  const written = (name: string) => readFileSync(join(folder.path, name));

  const beginnings: [string, string | RegExp][] = [
    ['soa.xlsx', 'PK'],
    ['soa.docx', 'PK'],
    ['soa.html', '<!doctype html>'],
    ['soa.md', '# Statement of Applicability'],
    ['soa.csv', /^\uFEFF"Standard"/],
    ['soa.json', /^\{\s+"format": "clausemark-soa"/],
    ['soa.oscal-component.json', /^\{\s+"component-definition"/],
    ['soa.oscal-ssp.json', /^\{\s+"system-security-plan"/],
    ['soa.oscal-mapping.json', /^\{\s+"mapping-collection"/],
  ];

  for (const [name, beginning] of beginnings) {
    it(`writes ${name} by its ending, the same bytes each time`, async () => {
      const today = ['--today', '2026-11-21'];
      const { code, stdout, stderr } = await run('--output', name, ...today);
      assert.deepEqual([code, stdout, stderr], [0, '', '']);
      const bytes = written(name);
      if (typeof beginning === 'string') assert.ok(bytes.toString('utf8').startsWith(beginning));
      else assert.match(bytes.toString('utf8').slice(0, 100), beginning);
      // A Markdown file in the folder would be read as one more document.
      unlinkSync(join(folder.path, name));
      await run('--output-file', name, ...today);
      assert.ok(written(name).equals(bytes));
    });
  }

  it('names every document of a control, however many there are', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `POL-${i + 10}`);
    const crowd = temporaryFolder({
      ...files,
      ...Object.fromEntries(
        ids.map((id) => [`policies/${id}.md`, `---\nid: ${id}\ntitle: Tea\ncontrols: [27001:A.5.1]\n---\n# Tea\n`]),
      ),
    });
    for (const format of ['csv', 'markdown', 'html', 'json']) {
      const { stdout } = await clausemark(['soa', '--format', format], { cwd: crowd.path });
      assert.deepEqual(
        ids.filter((id) => !stdout.includes(id)),
        [],
        format,
      );
    }
    crowd.dispose();
  });

  it('takes the named format before the ending', async () => {
    await run('--format', 'md', '--output', 'soa.txt');
    assert.match(written('soa.txt').toString(), /^# Statement of Applicability/);
  });

  it('writes links from where the file lies', async () => {
    await run('--output', 'policies/soa.html');
    assert.match(written('policies/soa.html').toString(), /href="tea\.md"/);
    assert.match((await run('--format', 'html')).stdout, /href="policies\/tea\.md"/);
  });

  it('names the formats where one is not known', async () => {
    const { code, stderr } = await run('--format', 'pptx');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /There is no format “pptx”\. Choose one of markdown, html, xlsx, docx, csv, json, jsonl, oscal/,
    );
  });

  it('says what PDF needs where it is not there, and writes nothing', async () => {
    const { code, stderr } = await clausemark(['soa', '--output', 'soa.pdf'], {
      cwd: folder.path,
      env: { CLAUSEMARK_CHROMIUM: '/nowhere/chromium' },
    });
    assert.equal(code, 2);
    assert.match(stderr, /CLAUSEMARK_CHROMIUM says “\/nowhere\/chromium”, and there is no such file/);
    assert.ok(!existsSync(join(folder.path, 'soa.pdf')));
  });

  it('says where a format has nothing to say of the statement, and writes nothing', async () => {
    const own = temporaryFolder({ 'soa.yaml': 'additional:\n  TEA-1: { title: Warm the pot, applicable: yes }\n' });
    const file = 'soa.oscal-mapping.json';
    const { code, stderr } = await clausemark(['soa', '--output', file], { cwd: own.path });
    const isWritten = existsSync(join(own.path, file));
    own.dispose();
    assert.deepEqual([code, isWritten], [2, false]);
    assert.match(stderr, /The format “OSCAL mapping collection” has nothing to say of this statement/);
  });
});
