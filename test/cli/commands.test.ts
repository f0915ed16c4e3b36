import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandResult, clausemark, jsonLines } from '../support/commandLine.js';
import { type FileContents, type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const wrong = '# Access\n\nSee ISO/IEC 27001:2022 A.5.99.\n';
const right = '# Access\n\nSee ISO/IEC 27001:2022 A.5.15.\n';
const quiet = 'rules:\n  missing-field: off\n';

describe('clausemark', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());

  const run = (files: FileContents, args: string[], input?: string | Uint8Array): Promise<CommandResult> => {
    folder = temporaryFolder(files);
    return clausemark(args, { cwd: folder.path, ...(input === undefined ? {} : { input }) });
  };

  describe('exit codes', () => {
    it('0 where nothing was found', async () => {
      const { code, stdout } = await run({ 'a.md': right, '.clausemark.yaml': quiet }, ['check']);
      assert.deepEqual([code, stdout], [0, '1 document checked, nothing found.\n']);
    });

    it('0 where nothing was read, with a word on files that could be', async () => {
      const files = { 'a.mdx': wrong, 'b/c.mdx': wrong, 'd.txt': wrong, 'node_modules/e.mdx': wrong };
      const { code, stdout, stderr } = await run(files, ['check']);
      assert.deepEqual([code, stdout], [0, '0 documents checked, nothing found.\n']);
      assert.match(stderr, /3 files were left out \(\.mdx, \.txt\)\. .*include: \["\*\*\/\*\.md",.*"\*\*\/\*\.mdx"/);
      const one = await clausemark(['check', 'b'], { cwd: folder.path });
      assert.match(one.stderr, /1 file was left out \(\.mdx\)/);
      folder.dispose();
      const beside = await run({ 'a.md': right, 'b.txt': wrong, '.clausemark.yaml': quiet }, ['check']);
      assert.equal(beside.stderr, '');
      folder.dispose();
      const included = `${quiet}include: ["*.md"]\n`;
      assert.equal((await run({ 'a.md': right, 'b.mdx': wrong, '.clausemark.yaml': included }, ['check'])).stderr, '');
    });

    it('1 for an error, 0 with --fail-on never', async () => {
      assert.equal((await run({ 'a.md': wrong }, ['check'])).code, 1);
      folder.dispose();
      assert.equal((await run({ 'a.md': wrong }, ['check', '--fail-on', 'never'])).code, 0);
    });

    it('1 for a warning only with --fail-on warning or --max-warnings', async () => {
      const settings = `${quiet}  unknown-reference: warning\n`;
      const files = { 'a.md': wrong, '.clausemark.yaml': settings };
      assert.equal((await run(files, ['check'])).code, 0);
      assert.equal((await clausemark(['check', '--fail-on', 'warning'], { cwd: folder.path })).code, 1);
      assert.equal((await clausemark(['check', '--max-warnings', '0'], { cwd: folder.path })).code, 1);
      assert.equal((await clausemark(['check', '--max-warnings', '1'], { cwd: folder.path })).code, 0);
    });

    it('2 for wrong use, with a plain sentence on stderr and nothing on stdout', async () => {
      const mistakes: [string[], RegExp][] = [
        [['check', '--format', 'pdf'], /There is no format “pdf” here/],
        [['check', 'nowhere'], /There is no file or folder “nowhere”/],
        [['check', '--today', 'tomorrow'], /“tomorrow” is no date/],
        [['check', '--standards', '27001:1999'], /The catalog has no standard “27001:1999”/],
        [['check', '--fail-on', 'grave'], /--fail-on takes/],
        [['check', '--max-warnings', 'many'], /--max-warnings takes a number/],
        [['check', '--colour'], /unknown option/],
        [['chekc'], /unknown command/],
        [['explain'], /Name an entry/],
        [['explain', '27001:A.99.1'], /has no A\.99\.1/],
        [['explain', '12345:A.5.1'], /has no standard “12345”/],
        [['lsp'], /clausemark lsp --stdio/],
        [['soa'], /No standard is in scope/],
        [
          ['soa', '--output', 'x.foo'],
          /No format has the ending “\.foo”\. Say with --format which is meant: markdown,/,
        ],
        [['soa', '--output-file', 'a.md', '--output', 'b.md'], /name two files/],
        [['check', '--stdin-filename', 'a.md'], /give both/],
        [['check', '--config', 'none.yaml'], /settings file “none\.yaml” cannot be read/],
        [['check', '--output-file', 'no/such/folder/x'], /output file cannot be written/],
      ];
      folder = temporaryFolder({ 'a.md': '# Nothing\n' });
      for (const [args, message] of mistakes) {
        const { code, stdout, stderr } = await clausemark(args, { cwd: folder.path });
        assert.deepEqual([args, code, stdout], [args, 2, '']);
        assert.match(stderr, message);
        assert.ok(!/\n\s+at /.test(stderr), `a stack for ${args.join(' ')}: ${stderr}`);
      }
    });

    it('2 for settings that are wrong', async () => {
      const { code, stderr } = await run({ '.clausemark.yaml': 'ruels: {}\n', 'a.md': right }, ['check']);
      assert.equal(code, 2);
      assert.match(stderr, /There is no setting “ruels”/);
    });

    it('0 for help and version', async () => {
      folder = temporaryFolder();
      const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
        version: string;
      };
      assert.deepEqual(await clausemark(['--version'], { cwd: folder.path }), {
        code: 0,
        stdout: `${version}\n`,
        stderr: '',
      });
      assert.equal((await clausemark(['check', '--help'], { cwd: folder.path })).code, 0);
    });
  });

  describe('which files', () => {
    const files = {
      'a.md': wrong,
      'deep/b.md': wrong,
      'deep/c.txt': wrong,
      'node_modules/x/d.md': wrong,
      'drafts/e.md': wrong,
    };
    const filesOf = ({ stdout }: CommandResult) => [
      ...new Set(
        jsonLines<{ file: string; code: string }>(stdout)
          .filter(({ code }) => code === 'unknown-reference')
          .map(({ file }) => file),
      ),
    ];

    it('are all documents below the current folder, less what is ignored', async () => {
      const result = await run({ ...files, '.clausemarkignore': 'drafts/\n' }, ['check', '--format', 'jsonl']);
      assert.deepEqual(filesOf(result), ['a.md', 'deep/b.md']);
    });

    it('are those that were named, folders and files', async () => {
      const result = await run(files, ['check', '--format', 'jsonl', 'deep', 'a.md']);
      assert.deepEqual(filesOf(result), ['a.md', 'deep/b.md']);
    });

    it('are relative to a single folder that was named, from wherever', async () => {
      folder = temporaryFolder(files);
      const result = await clausemark(['check', '--format', 'jsonl', join(folder.path, 'deep')], { cwd: '/' });
      assert.deepEqual(filesOf(result), ['b.md']);
    });

    it('are relative to the folder above that has the settings or the soa.yaml', async () => {
      folder = temporaryFolder({ ...files, '.git/HEAD': '', 'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n' });
      const result = await clausemark(['check', '--format', 'jsonl', '.'], { cwd: join(folder.path, 'deep') });
      assert.deepEqual(filesOf(result), ['deep/b.md']);
    });

    it('may be a single file that the settings do not include', async () => {
      const result = await run(files, ['check', '--format', 'jsonl', 'deep/c.txt']);
      assert.deepEqual(filesOf(result), ['deep/c.txt']);
    });

    it('may come from standard input, with the scope of their place', async () => {
      const system = 'standards:\n  27001: { edition: 2022 }\n';
      const args = ['references', '--format', 'jsonl', '--stdin', '--stdin-filename', 'new/x.md'];
      const { stdout } = await run({ 'soa.yaml': system, 'a.md': right }, args, 'See A.5.2.\n');
      const [line] = jsonLines<{ file: string; standard: string; resolvedBy: string }>(stdout);
      assert.deepEqual([line!.file, line!.standard, line!.resolvedBy], ['new/x.md', '27001', 'workspace']);
    });

    it('are refused from standard input where they are no text in UTF-8', async () => {
      const { code, stdout, stderr } = await run(
        {},
        ['check', '--stdin'],
        Buffer.from('\uFEFFSee A.5.38.\n', 'utf16le'),
      );
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /Standard input cannot be read: it is not saved as UTF-8/);
    });

    it('that we fail on ourselves are named on stderr, and no check passes with one', async () => {
      folder = temporaryFolder({
        'a.md': '# Policy\n',
        'b.md': '# Policy\n\nISO/IEC 27001:2022 A.5.38\n\nTrips us up.\n',
      });
      // A mistake of ours, in the middle of reading a document: what looks for line ends there fails on one of the two.
      const mistake = `const { includes } = String.prototype;
        String.prototype.includes = function (what, from) {
          if (what === '\\r\\n' && includes.call(this, 'Trips us up')) throw new Error('a mistake');
          return includes.call(this, what, from);
        };`;
      const preload = `data:text/javascript,${encodeURIComponent(mistake)}`;
      const { code, stdout, stderr } = await clausemark(['check'], {
        cwd: folder.path,
        env: { NODE_OPTIONS: `--import=${preload}` },
      });
      assert.equal(code, 2);
      assert.match(stderr, /b\.md was left out: reading or checking it failed, which is a mistake in Clausemark/);
      assert.match(stdout, /1 document checked/);
    });

    it('that are no texts are named on stderr and left out', async () => {
      const { code, stderr, stdout } = await run({ 'a.md': right, 'b.md': Uint8Array.from([0xff, 0xfe, 0x41, 0]) }, [
        'check',
        '--format',
        'json',
      ]);
      assert.equal(code, 0);
      assert.equal(stderr, 'clausemark: b.md was left out: it is not a text file.\n');
      assert.equal((JSON.parse(stdout) as { summary: { documents: number } }).summary.documents, 1);
    });
  });

  describe('scope', () => {
    const editions = async (files: FileContents, args: string[]) => {
      const { stdout } = await run(files, ['references', '--format', 'jsonl', ...args]);
      return jsonLines<{ standard: string; edition: string }>(stdout).map(
        ({ standard, edition }) => `${standard}:${edition}`,
      );
    };

    it('comes from --standards where no soa.yaml says', async () => {
      assert.deepEqual(await editions({ 'a.md': 'See A.5.2.\n' }, ['--standards', '42001:2023']), ['42001:2023']);
    });

    it('comes from soa.yaml where there is one', async () => {
      const files = { 'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n', 'a.md': 'See A.5.2.\n' };
      assert.deepEqual(await editions(files, ['--standards', '42001:2023']), ['27001:2022']);
    });
  });

  it('judges reviews by --today', async () => {
    const text =
      '---\nid: P\ntitle: T\nowner: O\nversion: "1"\nstatus: approved\napproved_by: X\napproved: 2026-01-01\nnext_review: 2027-01-01\n---\n# T\n';
    folder = temporaryFolder({ 'a.md': text });
    const codes = async (today: string) => {
      const { stdout } = await clausemark(['check', '--format', 'jsonl', '--today', today], { cwd: folder.path });
      return jsonLines<{ code: string }>(stdout).map(({ code }) => code);
    };
    assert.deepEqual(await codes('2026-12-31'), []);
    assert.deepEqual(await codes('2027-01-02'), ['review-overdue']);
  });

  it('prints errors only with --quiet, and still counts the rest', async () => {
    const settings = 'rules: { missing-field: warning }\n';
    const fields = '---\nid: P\ntitle: T\nowner: O\n---\n';
    const files = { 'a.md': fields + right, 'b.md': fields + wrong, '.clausemark.yaml': settings };
    const { stdout } = await run(files, ['check', '--quiet']);
    assert.match(stdout, /unknown-reference/);
    assert.ok(!stdout.includes('missing-field'));
    assert.match(stdout, /2 documents checked: 1 error, 2 warnings\./);
  });

  describe('output', () => {
    const hostile = `# \u001b[31mred\u009b2J\n\nSee ISO/IEC 27001:2022 A.5.99 \u001b]0;title\u0007\n`;

    it('never steers the terminal, in any format of any command', async () => {
      folder = temporaryFolder({
        'a\u001b[2Jb.md': hostile,
        'c.md':
          '---\nid: "\u009b31m"\ntitle: "\u001b[31mX"\nowner: "=cmd()"\ncontrols: [27001:A.5.15]\n---\n# \u001b[31mX\n',
        'soa.yaml': 'organisation: "\\e[31mEvil\\x9b"\nstandards:\n  27001: { edition: 2022 }\n',
      });
      const commands: [string, string[]][] = [
        ['check', ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv']],
        ['references', ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv']],
        ['coverage', ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv']],
        ['soa', ['markdown', 'html', 'csv', 'json', 'jsonl']],
      ];
      for (const [command, formats] of commands) {
        for (const format of formats) {
          const { stdout, stderr, code } = await clausemark([command, '--format', format], { cwd: folder.path });
          assert.ok(code !== 2 && stdout !== '', `${command} ${format}: ${stderr}`);
          assert.ok(
            !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(stdout + stderr),
            `${command} --format ${format}`,
          );
        }
      }
    });

    it('has no formula in CSV and no markup in HTML', async () => {
      const name = '=1+1,<img src=x>.md';
      folder = temporaryFolder({ [name]: wrong });
      const csv = await clausemark(['check', '--format', 'csv'], { cwd: folder.path });
      assert.ok(csv.stdout.startsWith('\uFEFF"File"'));
      assert.ok(csv.stdout.includes(`"'=1+1,<img src=x>.md"`));
      const html = await clausemark(['check', '--format', 'html'], { cwd: folder.path });
      assert.ok(!html.stdout.includes('<img'));
      assert.ok(html.stdout.includes("default-src 'none'"));
    });

    it('is coloured only where that is wanted', async () => {
      folder = temporaryFolder({ 'a.md': wrong });
      const colours = async (args: string[], env: Record<string, string>) =>
        (await clausemark(['check', ...args], { cwd: folder.path, env })).stdout.includes('\u001b[');
      assert.deepEqual(
        [
          await colours([], {}),
          await colours([], { FORCE_COLOR: '1' }),
          await colours([], { FORCE_COLOR: '1', NO_COLOR: '1' }),
          await colours(['--no-color'], { FORCE_COLOR: '1' }),
        ],
        [false, true, false, false],
      );
    });

    it('goes to a file', async () => {
      const { stdout, code } = await run({ 'a.md': wrong }, [
        'check',
        '--format',
        'jsonl',
        '--output-file',
        'out.jsonl',
      ]);
      assert.deepEqual([stdout, code], ['', 1]);
      assert.ok(readFileSync(join(folder.path, 'out.jsonl'), 'utf8').includes('unknown-reference'));
    });

    it('may be cut off by its reader', async () => {
      const many = Array.from({ length: 3000 }, (_, index) => `Line ${index}: ISO/IEC 27001:2022 A.5.15.`).join('\n\n');
      folder = temporaryFolder({ 'a.md': many });
      const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));
      const child = spawn(process.execPath, [program, 'references', '--format', 'jsonl'], { cwd: folder.path });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (chunk) => {
        stderr += chunk;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise((done) => child.on('close', done));
      assert.deepEqual([code, stderr], [0, '']);
    });
  });

  it('explains an id in lower case, too', async () => {
    for (const name of ['27001:a.8.3', 'A.8.3', 'a.8.3']) {
      const { code, stdout } = await run({}, ['explain', name]);
      assert.deepEqual([code, /^ISO\/IEC 27001:2022 A\.8\.3 /m.test(stdout)], [0, true], name);
    }
  });

  describe('soa and coverage', () => {
    const tagged = '---\nid: P1\ntitle: Access\ncontrols: [27001:A.5.15, 27001:A.5.16]\n---\n# Access\n';

    it('print every control in scope', async () => {
      const { stdout } = await run({ 'a.md': tagged }, ['soa', '--format', 'json']);
      const model = JSON.parse(stdout) as { rows: { id: string; documents: { path: string }[] }[] };
      assert.equal(model.rows.length, 93);
      assert.deepEqual(
        model.rows.find(({ id }) => id === 'A.5.15')?.documents.map(({ path }) => path),
        ['a.md'],
      );
    });

    it('count what is covered', async () => {
      const { stdout } = await run({ 'a.md': tagged }, ['coverage']);
      assert.match(stdout, /ISO\/IEC 27001:2022: 2 of 93 controls covered \(2 %\)/);
      const lines = jsonLines<{ id: string; state: string; claimedBy: string[] }>(
        (await clausemark(['coverage', '--format', 'jsonl'], { cwd: folder.path })).stdout,
      );
      assert.deepEqual(
        lines.find(({ id }) => id === 'A.5.16'),
        {
          ...lines.find(({ id }) => id === 'A.5.16'),
          state: 'covered',
          claimedBy: ['a.md'],
        },
      );
      const open = await clausemark(['coverage', '--format', 'jsonl', '--uncovered'], { cwd: folder.path });
      assert.ok(jsonLines<{ id: string }>(open.stdout).every(({ id }) => id !== 'A.5.16'));
    });

    it('show that a long name is cut, between two words', async () => {
      const { stdout } = await run({ 'a.md': '# A\n' }, ['coverage', '--standards', '27701:2025']);
      const names = stdout.split('\n').flatMap((line) => /^(\S.*?) +\d+\/\d+$/.exec(line)?.[1] ?? []);
      assert.ok(
        names.some((name) => /controllers and PII…$/.test(name)),
        stdout,
      );
    });

    it('leave out of the count what the soa.yaml excludes', async () => {
      const system =
        'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.7.4:\n    applicable: false\n    justification: none\n';
      const { stdout } = await run({ 'a.md': tagged, 'soa.yaml': system }, ['coverage']);
      assert.match(stdout, /2 of 92 controls covered/);
    });
  });

  describe('init', () => {
    const tagged = '---\ncontrols: [27001:A.5.15, 42001:A.2.2]\n---\n# Access\n';

    it('writes a soa.yaml that states what the documents claim, and no more', async () => {
      const { code, stderr } = await run({ 'a.md': tagged }, ['init', '--organisation', 'Example: "Ltd"']);
      assert.deepEqual(
        [code, stderr],
        [0, 'Wrote soa.yaml: 131 controls, 2 of them claimed by a document. Decide on the rest.\n'],
      );
      const model = JSON.parse((await clausemark(['soa', '--format', 'json'], { cwd: folder.path })).stdout) as {
        header: { organisation: string };
        problems: unknown[];
        standards: { standard: string; edition: string }[];
        rows: { key: string; applicability: string; status: string | null }[];
      };
      assert.equal(model.header.organisation, 'Example: "Ltd"');
      assert.deepEqual(model.problems, []);
      assert.deepEqual(
        model.standards.map(({ standard, edition }) => `${standard}:${edition}`),
        ['27001:2022', '42001:2023'],
      );
      const decided = model.rows.filter(({ applicability }) => applicability !== 'undecided');
      assert.deepEqual(
        decided.map(({ key, applicability, status }) => [key, applicability, status]),
        [
          ['iso27001-2022:A.5.15', 'yes', 'not-assessed'],
          ['iso42001-2023:A.2.2', 'yes', 'not-assessed'],
        ],
      );
    });

    it('never overwrites', async () => {
      const { code, stderr } = await run({ 'a.md': tagged, 'soa.yaml': '# mine\n' }, ['init']);
      assert.equal(code, 2);
      assert.match(stderr, /There is a soa\.yaml already/);
      assert.equal(readFileSync(join(folder.path, 'soa.yaml'), 'utf8'), '# mine\n');
    });

    it('can only show what it would write', async () => {
      const { stdout } = await run({ 'a.md': tagged }, ['init', '--dry-run']);
      assert.match(stdout, /^ {2}27001:A\.5\.15: # Access control$/m);
      assert.ok(!existsSync(join(folder.path, 'soa.yaml')));
    });
  });

  it('fails where a file that was named cannot be read, and names it', async function () {
    if (process.platform === 'win32') this.skip();
    folder = temporaryFolder({
      'good.md': '# Access\n',
      'binary.md': Uint8Array.of(0, 1, 2),
      'latin.md': Uint8Array.of(0x23, 0x20, 0xe9),
      'large.md': 'x'.repeat(5 * 1024 * 1024 + 1),
      'left-out.md': Uint8Array.of(0),
      '.clausemark.yaml': 'exclude: [left-out.md]\n',
    });
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    symlinkSync('nowhere.md', join(folder.path, 'broken.md'));
    symlinkSync('loop.md', join(folder.path, 'loop.md'));
    for (const [name, said] of [
      ['binary.md', 'clausemark: “binary.md” cannot be read: it is not a text file.\n'],
      ['latin.md', 'clausemark: “latin.md” cannot be read: it is not saved as UTF-8.\n'],
      [
        'large.md',
        'clausemark: “large.md” cannot be read: it is larger than 5 MB; shorten or divide it, or name it in .clausemarkignore if it is no policy.\n',
      ],
      ['pipe.md', 'clausemark: “pipe.md” cannot be read: it is no ordinary file.\n'],
      ['broken.md', 'clausemark: There is no file or folder “broken.md”.\n'],
      ['loop.md', 'clausemark: “loop.md” cannot be looked at: ELOOP.\n'],
    ] as const) {
      for (const args of [
        ['check', name],
        ['check', 'good.md', name],
        ['references', name],
        ['coverage', name],
      ]) {
        const { code, stdout, stderr } = await clausemark(args, { cwd: folder.path });
        assert.deepEqual([code, stdout, stderr], [2, '', said], args.join(' '));
      }
    }
    // Without being named they are left out, and what the settings leave out is no mistake.
    for (const args of [['check'], ['check', 'good.md', 'left-out.md']])
      assert.equal((await clausemark(args, { cwd: folder.path })).code, 0, args.join(' '));
  });

  it('lsp speaks the protocol, and ends when told to', async () => {
    folder = temporaryFolder();
    const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder.path });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    };
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      if (stdout.includes('"id":1') && !stdout.includes('"id":2')) send({ id: 2, method: 'shutdown' });
      if (stdout.includes('"id":2')) send({ method: 'exit' });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const code = await new Promise((done) => child.on('close', done));
    assert.equal(code, 0);
    assert.match(stdout, /"name":"Clausemark"/);
  });
});
