/**
 * What the command line prints of other people's files, file names and its own arguments: nothing steers the terminal, turns
 * the reading direction, begins a line of its own or becomes a command of a build server.
 */
import assert from 'node:assert/strict';
import { clausemark } from '../support/commandLine.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

/** Control characters but tab and line feed, the C1 block, and marks that turn the reading direction. */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const evil = '\u001b[31m\u009b2J\u001b]8;;http://evil\u0007\u202Etxet\u2066\u2028\u0085';
const name = `x${evil}\n::error::pwned\n.md`;

const files = {
  [name]: `---\nid: "${evil}"\ntitle: "${evil}"\nowner: "${evil}"\nstatus: "${evil}"\ncontrols: [27001:A.5.99, "27001:A.12.6.1"]\n---\n# ${evil}\n\nSee ISO/IEC 27001:2013 A.12.6.1 ${evil} and A.5.98.\n`,
  'soa.yaml': `organisation: "${evil}"\nversion: "${evil}"\nstandards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.1: { applicable: false, justification: "${evil}" }\n  "27001:${evil}": { applicable: true }\n  27001:A.5.2: { applicable: true, status: implemented, evidence: ["${evil}.pdf"], documents: ["${evil}"] }\n`,
};

describe('The terminal is not steered', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = temporaryFolder(files);
  });
  afterEach(() => folder.dispose());

  const commands: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'check',
      [],
      ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv', 'sarif', 'github', 'gitlab', 'junit', 'rdjsonl'],
    ],
    ['references', [], ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv']],
    ['coverage', [], ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv']],
    ['soa', [], ['markdown', 'html', 'csv', 'json', 'jsonl']],
    ['migrate', ['--from', '27001:2013', '--to', '27001:2022'], ['stylish', 'json', 'markdown']],
  ];

  for (const [command, args, formats] of commands) {
    it(`by ${command}, in any format`, async () => {
      for (const format of formats) {
        const { stdout, stderr, code } = await clausemark([command, ...args, '--format', format], { cwd: folder.path });
        assert.ok(stdout !== '' && code !== null, `${command} ${format}: ${stderr}`);
        // CSV ends its lines as Windows does.
        assert.doesNotMatch(
          format === 'csv' ? stdout.replaceAll('\r\n', '\n') : stdout,
          steering,
          `${command} --format ${format}`,
        );
        assert.doesNotMatch(stderr, steering, `${command} --format ${format}, stderr`);
        if (format === 'markdown' || format === 'html') continue;
        // A file name with a line break begins no line of its own, which a build server would obey.
        assert.doesNotMatch(stdout, /^::error::pwned/m, `${command} --format ${format}`);
      }
    });
  }

  it('by init, releases and comparisons', async () => {
    const runs = [
      ['init', '--dry-run', '--organisation', evil],
      ['soa', 'release', '--version', evil, '--approved-by', evil],
      ['soa', 'diff', evil, evil],
      ['soa', 'import', name],
      ['soa', '--system', evil],
    ];
    for (const args of runs) {
      const { stdout, stderr } = await clausemark(args, { cwd: folder.path });
      assert.doesNotMatch(stdout + stderr, steering, JSON.stringify(args));
      assert.ok(stdout + stderr !== '', JSON.stringify(args));
    }
  });

  it('by what it says of wrong arguments', async () => {
    const runs = [
      ['check', evil],
      ['check', '--format', evil],
      ['check', `--${evil}`],
      [evil],
      ['check', '--config', evil],
      ['check', '--today', evil],
      ['check', '--standards', evil],
      ['check', '--fail-on', evil],
      ['check', '--max-warnings', evil],
      ['check', '--changed-since', evil],
      ['check', '--baseline', evil],
      ['check', '--output-file', `/nowhere/${evil}`],
      ['explain', evil],
      ['explain', `27001:${evil}`],
      ['migrate', '--from', evil, '--to', evil],
      ['check', '--stdin', '--stdin-filename', `${evil}.md`],
    ];
    for (const args of runs) {
      const { stdout, stderr } = await clausemark(args, { cwd: folder.path, input: evil });
      assert.doesNotMatch(stdout + stderr, steering, JSON.stringify(args));
      const typed = args.map((each) => each.replace(evil, '\n::error::pwned\n'));
      const lines = await clausemark(typed, { cwd: folder.path, input: '' });
      assert.doesNotMatch(lines.stdout + lines.stderr, /^::error::pwned/m, JSON.stringify(typed));
    }
  });

  it('by settings files', async () => {
    for (const text of [`rules:\n  "${evil}": error\n`, `"${evil}": 1\n`, `catalogs: ["${evil}"]\n`, `${evil}: [`]) {
      folder.write('.clausemark.yaml', text);
      const { stdout, stderr } = await clausemark(['check'], { cwd: folder.path });
      assert.doesNotMatch(stdout + stderr, steering, text);
    }
  });
});
