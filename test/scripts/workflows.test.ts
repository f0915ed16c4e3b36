/** The workflow that releases: it cannot be tried without releasing, so what it must do is held here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: { readonly push: { readonly tags?: string[]; readonly branches?: string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const release = parse(read('.github/workflows/release.yml')) as Workflow;
const tests = parse(read('.github/workflows/ci.yml')) as Workflow;
const made = release.jobs['package']!;
const publish = release.jobs['publish']!;
const { scripts, version, devDependencies } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  version: string;
  devDependencies: Record<string, string>;
};

const indexOf = (job: Job, wanted: RegExp) => {
  const index = job.steps.findIndex(({ run, uses }) => wanted.test(run ?? uses ?? ''));
  assert.ok(index >= 0, String(wanted));
  return index;
};
const stepOf = (job: Job, wanted: RegExp) => job.steps[indexOf(job, wanted)]!;

describe('The release workflow', () => {
  it('is started by a tag, with no more rights than it needs', () => {
    assert.deepEqual(release.on, { push: { tags: ['v*'] } });
    assert.deepEqual(release.permissions, { contents: 'read' });
    assert.equal(made.permissions, undefined);
    assert.deepEqual(publish.permissions, { contents: 'write', 'id-token': 'write' });
    assert.equal(publish.environment, 'release');
  });

  it('runs all tests, makes the package within its limit of size, and tests that very file before it is kept', () => {
    const order = [
      /^\.ci\/run$/,
      /^npm run package/,
      /test\/e2e\/run\.mjs package "\$\(ls clausemark-\*\.vsix\)"/,
      /upload-artifact/,
    ];
    const places = order.map((wanted) => indexOf(made, wanted));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    for (const host of ['package', 'package-web']) {
      assert.equal(stepOf(made, new RegExp(`run\\.mjs ${host} `)).env?.['CI'], 'true');
    }
    assert.ok(made['timeout-minutes']);
    assert.match(scripts['package'] ?? '', /scripts\/package\.mjs/);
    assert.match(read('scripts/package.mjs'), /=>\s+makePublishedVsix\(projectPath\(/);
    assert.match(
      read('scripts/package.mjs'),
      /refuseLargeFile\([^\n]*, largestServer\);\n {2}await makeVsix\(path, options\);\n {2}await repack\(path\);\n {2}refuseLargeFile\([^\n]* path, largestExtension\);/,
    );
  });

  it('publishes what was tested, made nowhere else, to both markets and npm', () => {
    assert.equal(publish.needs, 'package');
    const kept = stepOf(made, /upload-artifact/).with!;
    assert.equal(stepOf(publish, /download-artifact/).with?.['name'], kept['name']);
    assert.deepEqual(kept['path']?.trim().split(/\s+/), ['clausemark-*.vsix', 'clausemark-*.tgz']);
    assert.equal(kept['if-no-files-found'], 'error');
    for (const { run } of publish.steps) assert.doesNotMatch(run ?? '', /npm run|build|vsce package/);
    assert.match(stepOf(publish, /vsce publish/).run!, /--packagePath clausemark-\*\.vsix .*--skip-duplicate/);
    assert.match(stepOf(publish, /ovsx@[\d.]+ publish/).run!, /publish clausemark-\*\.vsix --skip-duplicate/);
    assert.match(stepOf(publish, /npm@\d+ publish/).run!, /publish clausemark-\*\.tgz --provenance/);
    assert.ok(devDependencies['@vscode/vsce'], 'vsce is taken from the project');
  });

  it('knows the pre-release channel: marked in the package, not on npm, marked on GitHub', () => {
    const isPre = /endsWith\(github\.ref_name, '-pre'\)/;
    assert.match(stepOf(made, /^npm run package/).run!, /endsWith\(github\.ref_name, '-pre'\) && '--pre-release'/);
    const npm = stepOf(publish, /npm@\d+ publish/);
    assert.match(npm.if ?? '', isPre);
    assert.match(npm.if ?? '', /!endsWith/);
    assert.match(stepOf(publish, /gh release create/).run!, /endsWith\(github\.ref_name, '-pre'\) && '--prerelease'/);
  });

  it('refuses a tag that is not the version of package.json', function () {
    if (process.platform === 'win32') this.skip();
    const script = made.steps.find(({ name }) => /tag is the version/.test(name ?? ''))!.run!;
    const run = (tag: string) =>
      spawnSync('bash', ['-e', '-c', script], { cwd: root, env: { ...process.env, GITHUB_REF_NAME: tag } }).status;
    assert.deepEqual(
      [`v${version}`, `v${version}-pre`, 'v999.0.0', `v${version}-beta`, version].map(run),
      [0, 0, 1, 1, 1],
    );
  });

  it('and that of the tests fetch the schemas of NIST before the tests, which do not run without them', () => {
    for (const job of [made, tests.jobs['test']!]) {
      const fetched = indexOf(job, /^node scripts\/oscal-schemas\.mjs$/);
      assert.ok(fetched < indexOf(job, /^\.ci\/run$/));
      assert.equal(stepOf(job, /^\.ci\/run$/).env?.['CLAUSEMARK_OSCAL_SCHEMAS'], '.cache/oscal');
    }
    assert.equal(scripts['oscal-schemas'], 'node scripts/oscal-schemas.mjs');
  });

  it('and that of the tests take actions of a stated version, and call what is there', () => {
    for (const { steps } of [...Object.values(release.jobs), ...Object.values(tests.jobs)]) {
      for (const { uses } of steps) if (uses) assert.match(uses, /^[\w.-]+\/[\w.-]+@v\d+$/);
    }
    assert.ok(tests.jobs['test']!.steps.some(({ run }) => run === '.ci/run'));
    for (const path of ['.ci/run', 'test/e2e/run.mjs', 'scripts/package.mjs']) {
      assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
    }
  });
});
