/** Where the result goes: a reader that has seen enough, a disk that is full, a path that cannot be; no stack of ours is shown. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clausemark } from '../support/commandLine.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));
const policy = '# Access\n\nSee ISO/IEC 27001:2022 A.5.99.\n';

describe('The output of a command', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`p${at}.md`, policy])));
  });
  afterEach(() => folder.dispose());

  /** Runs the command with a shell around it that does something to its output; `$0` and `$1` are Node and the program. */
  function shell(line: string): Promise<{ code: number; said: string }> {
    return new Promise((done) => {
      execFile('bash', ['-c', line, process.execPath, program], { cwd: folder.path }, (error, _stdout, said) =>
        done({ code: Number(error?.code ?? 0), said }),
      );
    });
  }

  it('may be closed by its reader at any time', async function () {
    if (process.platform === 'win32') this.skip();
    for (const format of ['stylish', 'json', 'jsonl', 'sarif', 'github', 'html', 'csv']) {
      const { code, said } = await shell(
        `"$0" "$1" check --format ${format} | head -c 1 >/dev/null; exit "\${PIPESTATUS[0]}"`,
      );
      assert.deepEqual([code, said], [1, ''], format);
    }
  });

  it('that cannot be written is a failure of the command, and no finding', async function () {
    if (!existsSync('/dev/full')) this.skip();
    for (const command of ['check', 'references', 'explain --all', 'init --dry-run', '--help']) {
      const { code, said } = await shell(`"$0" "$1" ${command} > /dev/full`);
      assert.equal(code, 2, `${command}: ${said}`);
      assert.match(said, /^clausemark: The output cannot be written: ENOSPC[^\n]*\n$/, command);
    }
  });

  it('is a sentence where a path is too long', async () => {
    const { code, stderr } = await clausemark(['check', 'x'.repeat(300)], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /^clausemark: “x+” cannot be looked at: ENAMETOOLONG\.\n$/);
  });
});
