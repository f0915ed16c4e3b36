/** What `clausemark check` prints for build servers, and the baseline of known findings. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clausemark, jsonLines } from '../support/commandLine.js';
import { type FileContents, type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

/** 🔐 is two UTF-16 characters and four bytes. */
const wrong = '# Access\n\n🔐 ISO/IEC 27001:2022 A.5.99.\n';
const right = '# Access\n\nSee ISO/IEC 27001:2022 A.5.15.\n';
const quiet = 'rules:\n  missing-field: off\n';

describe('clausemark check for build servers', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());

  const files: FileContents = { 'a,b %.md': wrong, 'right.md': right, '.clausemark.yaml': quiet };
  const check = async (...args: string[]) => {
    folder = temporaryFolder(files);
    return clausemark(['check', ...args], { cwd: folder.path });
  };

  it('prints SARIF with rules, relative addresses and fingerprints', async () => {
    const { code, stdout } = await check('--format', 'sarif');
    assert.equal(code, 1);
    const { version, runs } = JSON.parse(stdout);
    assert.equal(version, '2.1.0');
    const [{ tool, results, columnKind }] = runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(results.length, 1);
    const [result] = results;
    assert.equal(result.ruleId, 'unknown-reference');
    assert.equal(tool.driver.rules[result.ruleIndex].id, 'unknown-reference');
    assert.equal(result.level, 'error');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'a%2Cb%20%25.md');
    assert.deepEqual(region, { startLine: 3, startColumn: 23, endLine: 3, endColumn: 29 });
    assert.match(result.partialFingerprints['clausemark/v1'], /^[0-9a-f]{32}$/);
  });

  it('prints workflow commands that a file name cannot break out of', async () => {
    const { stdout } = await check('--format', 'github');
    assert.match(
      stdout,
      /^::error file=a%2Cb %25\.md,line=3,endLine=3,col=23,endColumn=29,title=unknown-reference::27001:2022 has no A\.5\.99\..*\n$/,
    );
  });

  it('prints a Code Quality report', async () => {
    const [issue, ...others] = JSON.parse((await check('--format', 'gitlab')).stdout);
    assert.deepEqual(others, []);
    assert.deepEqual([issue.check_name, issue.severity], ['unknown-reference', 'major']);
    assert.deepEqual(issue.location, { path: 'a,b %.md', lines: { begin: 3, end: 3 } });
  });

  it('prints JUnit with a passed test for a clean file', async () => {
    const { stdout } = await check('--format', 'junit');
    assert.match(
      stdout,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="Clausemark" tests="2" failures="1">/,
    );
    assert.match(stdout, /<testcase classname="right\.md" name="no findings"\/>/);
    assert.match(stdout, /<failure type="error" message="27001:2022 has no A\.5\.99\./);
  });

  it('prints reviewdog’s format with columns in bytes', async () => {
    const [line] = jsonLines<{ location: { range: unknown } }>((await check('--format', 'rdjsonl')).stdout);
    assert.deepEqual(line?.location.range, { start: { line: 3, column: 25 }, end: { line: 3, column: 31 } });
  });
});

describe('clausemark check with a baseline', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());
  const check = (...args: string[]) => clausemark(['check', '--baseline', 'known.json', ...args], { cwd: folder.path });

  it('leaves known findings out, wherever they move in their file, and counts new ones', async () => {
    folder = temporaryFolder({ 'a.md': wrong, '.clausemark.yaml': quiet });
    const first = await check('--update-baseline');
    assert.equal(first.code, 0);
    assert.match(first.stderr, /1 known finding of the baseline left out/);
    folder.write('a.md', `# More above\n\n${wrong}`);
    assert.equal((await check()).code, 0);
    folder.write('a.md', `${wrong}\nAnd ISO/IEC 27001:2022 A.5.99 again.\n`);
    const second = await check();
    assert.equal(second.code, 1);
    assert.match(second.stdout, /1 error/);
    folder.write('a.md', right);
    assert.match((await check()).stderr, /1 of the baseline is gone/);
    assert.equal(JSON.parse(readFileSync(join(folder.path, 'known.json'), 'utf8')).findings.length, 1);
  });

  it('says plainly what is wrong with the file', async () => {
    folder = temporaryFolder({ 'a.md': right, '.clausemark.yaml': quiet });
    const missing = await check();
    assert.deepEqual([missing.code, missing.stdout], [2, '']);
    assert.match(missing.stderr, /There is no baseline “known\.json”/);
    folder.write('known.json', '[1');
    assert.match((await check()).stderr, /cannot be read as a baseline/);
  });
});
