/** `clausemark soa import`, `diff` and `release`, run as their users run them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { writeXlsx } from 'hucre/xlsx';
import { parse } from 'yaml';
import { clausemark } from '../support/commandLine.js';
import { type ScratchRepository, scratchRepository } from '../support/scratchRepository.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const csv =
  'Control ID,Title,Applicable,Justification,Status\nA.5.1,Policies for information security,Yes,Needed,Implemented\nA.7.4,Physical security monitoring,No,No premises,\nA.9.9,Nothing,Yes,,\n';
const statement = (version: string, more = '') => `# ours
organisation: Tea Ltd
version: "${version}" # kept
status: draft
standards: { 27001: { edition: 2022 } }
controls:
  27001:A.5.1: { applicable: true, justification: Needed, status: planned }
  27001:A.7.4: { applicable: false, justification: No premises are used }
${more}`;

/** Fails where a value is not as its published schema says. */
function assertValid(name: string, value: unknown): void {
  const text = readFileSync(new URL(`../../docs/schema/${name}.schema.json`, import.meta.url), 'utf8');
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(text));
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

describe('clausemark soa import', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());
  const run = (...args: string[]) => clausemark(['soa', 'import', ...args], { cwd: folder.path });
  const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');

  it('prints the result on stdout and the report on stderr, and writes nothing', async () => {
    folder = temporaryFolder({ 'soa.csv': csv });
    const { code, stdout, stderr } = await run('soa.csv');
    assert.equal(code, 0);
    assert.equal(parse(stdout).controls['27001:A.7.4'].applicable, false);
    assert.equal(parse(stdout).controls['27001:A.5.2'].applicable, 'undecided');
    assert.match(stderr, /^3 rows read, 2 of them taken over/);
    assert.match(stderr, /row 4: ISO\/IEC 27001:2022 has no A\.9\.9\.\n {6}A\.9\.9 \| Nothing \| Yes/);
    assert.match(stderr, /Justification +the justification/);
    assert.equal(existsSync(join(folder.path, 'soa.yaml')), false);
  });

  it('writes a new soa.yaml, which clausemark reads, and never over another one', async () => {
    folder = temporaryFolder({ 'soa.csv': csv });
    const first = await run('soa.csv', '--write');
    assert.equal(first.code, 0, first.stderr);
    const printed = await clausemark(['soa', '--format', 'json'], { cwd: folder.path });
    const rows: { id: string; applicability: string }[] = JSON.parse(printed.stdout).rows;
    assert.equal(rows.length, 93);
    assert.equal(rows.find(({ id }) => id === 'A.7.4')!.applicability, 'no');
    const again = await run('soa.csv', '--write');
    assert.equal(again.code, 2);
    assert.match(again.stderr, /Merge into it with --into soa\.yaml/);
  });

  it('merges into a soa.yaml and leaves the rest as it is, byte for byte', async () => {
    folder = temporaryFolder({ 'soa.csv': csv, 'soa.yaml': statement('1.0', '# the end\n') });
    const dry = await run('soa.csv', '--into', 'soa.yaml');
    assertValid('import', JSON.parse((await run('soa.csv', '--into', 'soa.yaml', '--format', 'json')).stdout));
    assert.equal(read('soa.yaml'), statement('1.0', '# the end\n'));
    assert.match(dry.stderr, /A\.5\.1 status: planned → implemented/);
    const { code, stdout } = await run('soa.csv', '--into', 'soa.yaml', '--write');
    assert.equal(code, 0);
    assert.match(stdout, /2 fields change:/);
    const expected = statement('1.0', '# the end\n')
      .replace('status: planned', 'status: implemented')
      .replace('No premises are used', 'No premises');
    assert.equal(read('soa.yaml'), expected);
  });

  it('replaces nothing with --keep', async () => {
    folder = temporaryFolder({
      'soa.csv': csv.replace('Title', 'Owner').replace('Policies for information security', 'CISO'),
      'soa.yaml': statement('1.0'),
    });
    const { stdout } = await run('soa.csv', '--into', 'soa.yaml', '--keep', '--write');
    assert.equal(
      read('soa.yaml'),
      statement('1.0')
        .replace('status: planned }', 'status: planned, owner: CISO }')
        .replace('are used }', 'are used, owner: Physical security monitoring }'),
    );
    assert.match(stdout, /A\.5\.1: the field “status” says something else in soa\.yaml, which was kept/);
  });

  it('moves ids to the edition in force with --migrate, or to that of the soa.yaml to merge into', async () => {
    const old =
      'Control ID,Title,Applicable\nA.8.2.1,Classification of information,Yes\nA.9.4.3,Password management system,No\n';
    folder = temporaryFolder({ 'soa.csv': old, 'soa.yaml': statement('1.0') });
    const asIs = JSON.parse((await run('soa.csv', '--format', 'json')).stdout);
    assert.deepEqual([asIs.standards[0].edition, asIs.decisions.length], ['2013', 2]);
    const moved = JSON.parse((await run('soa.csv', '--migrate', '--format', 'json')).stdout);
    assert.deepEqual([moved.standards[0].edition, moved.decisions.length], ['2022', 1]);
    assert.equal(moved.decisions[0].control, '27001:A.5.12');
    const merged = await run('soa.csv', '--migrate', '--into', 'soa.yaml', '--write');
    assert.match(merged.stdout, /since 2022 that is A\.5\.17, which A\.9\.2\.4 and A\.9\.3\.1 became as well/);
    assert.match(read('soa.yaml'), /27001:A\.5\.12:\n? *\{? *applicable: true/);
    // A soa.yaml that stays with the older edition gets its numbers.
    folder.dispose();
    folder = temporaryFolder({ 'soa.csv': old, 'soa.yaml': 'organisation: Tea\nstandards: [27001:2013]\n' });
    await run('soa.csv', '--migrate', '--into', 'soa.yaml', '--write');
    assert.match(read('soa.yaml'), /27001:A\.8\.2\.1:/);
  });

  it('refuses --keep without a soa.yaml that is merged into', async () => {
    folder = temporaryFolder({ 'soa.csv': csv });
    const { code, stderr } = await run('soa.csv', '--keep');
    assert.equal(code, 2);
    assert.match(stderr, /--into/);
  });

  it('refuses flags for tables where the file is our own export', async () => {
    folder = temporaryFolder({ 'soa.yaml': statement('1.0') });
    await clausemark(['soa', '--format', 'json', '--output-file', 'out.json'], { cwd: folder.path });
    assert.equal((await run('out.json')).code, 0);
    for (const flag of [['--migrate'], ['--sheet', '1'], ['--standard', '27001:2022']]) {
      const { code, stderr } = await run('out.json', ...flag);
      assert.equal(code, 2);
      assert.match(stderr, /is an export of Clausemark/);
    }
  });

  it('reads workbooks, one sheet of them where asked', async () => {
    const rows = [
      ['Control ID', 'Applicable'],
      ['A.5.1', 'Yes'],
    ];
    const book = await writeXlsx({
      sheets: [
        { name: 'A', rows },
        { name: 'B', rows: [rows[0]!, ['A.5.2', 'No']] },
      ],
    });
    folder = temporaryFolder({ 'soa.xlsx': book });
    const both = JSON.parse((await run('soa.xlsx', '--format', 'json')).stdout);
    assertValid('import', both);
    assert.deepEqual(
      both.decisions.map(
        ({ control, applicable }: { control: string; applicable: string }) => `${control} ${applicable}`,
      ),
      ['27001:A.5.1 yes', '27001:A.5.2 no'],
    );
    const one = JSON.parse((await run('soa.xlsx', '--sheet', 'B', '--format', 'json')).stdout);
    assert.equal(one.counts.controls, 1);
    const none = await run('soa.xlsx', '--sheet', 'C');
    assert.match(none.stderr, /There is no sheet “C”\. There are: A, B\./);
  });

  it('takes the standard from the user, and moves old ids when asked', async () => {
    folder = temporaryFolder({ 'soa.csv': 'Control ID,Applicable\nA.9.4.2,Yes\n' });
    const asked = await run('soa.csv', '--standard', '27001:2022');
    assert.equal(asked.code, 2);
    assert.match(asked.stderr, /since 2022 that is A\.8\.5/);
    const moved = await run('soa.csv', '--standard', '27001:2022', '--migrate', '--format', 'json');
    assert.equal(JSON.parse(moved.stdout).decisions[0].control, '27001:A.8.5');
    assert.match(
      (await run('soa.csv', '--standard', '27001:1999')).stderr,
      /“27001:1999” is no standard with a statement/,
    );
  });

  it('says what is wrong with a file', async () => {
    folder = temporaryFolder({ 'a.txt': 'nothing here', 'a.xlsx': 'PK\u0003\u0004', 'a.json': '{}' });
    for (const [name, message] of [
      ['gone.csv', /There is no file/],
      ['a.txt', /No decision on a control was found/],
      ['a.xlsx', /damaged/],
      ['a.json', /No decision|neither/],
    ] as const) {
      const { code, stderr } = await run(name);
      assert.equal(code, 2, name);
      assert.match(stderr, message, name);
    }
  });

  it('shows characters that would steer a terminal', async () => {
    folder = temporaryFolder({ 'soa.csv': 'Control ID,Applicable,Justification\nA.5.1,Yes,"\u001b[31mred"\n' });
    const { stdout, stderr } = await run('soa.csv');
    assert.ok(!`${stdout}${stderr}`.includes('\u001b'));
  });
});

describe('clausemark soa diff', () => {
  let repository: ScratchRepository;
  beforeEach(() => {
    repository = scratchRepository();
    repository.commit(
      { 'soa.yaml': statement('1.0'), 'a.md': '---\nid: POL-1\ntitle: Guards\ncontrols: [27001:A.7.4]\n---\n' },
      '2026-01-01',
    );
    repository.git('tag', 'audit');
    repository.commit(
      {
        'soa.yaml': statement('1.1').replace(
          'applicable: false, justification: No premises are used',
          'applicable: true, justification: We rent a hall',
        ),
      },
      '2026-06-01',
    );
  });
  afterEach(() => repository.dispose());
  const run = (...args: string[]) => clausemark(['soa', 'diff', ...args], { cwd: repository.path });

  it('tells an auditor what changed, between versions, revisions and the files as they are', async () => {
    const told =
      /^27001:A\.7\.4 Physical security monitoring\n {2}Was excluded, now applicable; reason given: “We rent a hall”\.\n {2}The reason before was “No premises are used”\.\n {2}Claimed by a\.md$/m;
    for (const args of [['1.0', '1.1'], ['audit', 'main'], ['1.0'], ['HEAD~1', 'HEAD']]) {
      const { code, stdout, stderr } = await run(...args);
      assert.equal(code, 0, stderr);
      assert.match(stdout, told, args.join(' '));
      assert.match(stdout, /^Now applicable: A\.7\.4\.$/m);
      assert.match(stdout, /^Policies that cite a control that changed\n {2}a\.md: 27001:A\.7\.4$/m);
    }
    assert.match((await run('1.1')).stdout, /Nothing changed\./);
  });

  it('prints every format', async () => {
    const json = JSON.parse((await run('1.0', '--format', 'json')).stdout);
    assertValid('statement-diff', json);
    assert.deepEqual([json.before.date, json.controls.map(({ id }: { id: string }) => id)], ['2026-01-01', ['A.7.4']]);
    assert.match((await run('1.0', '--format', 'markdown')).stdout, /^### 27001:A\.7\.4 /m);
    assert.match((await run('1.0', '--format', 'html')).stdout, /^<!doctype html>/);
    const [usual, stylish, text] = await Promise.all([
      run('1.0'),
      run('1.0', '--format', 'stylish'),
      run('1.0', '--format', 'text'),
    ]);
    assert.deepEqual([stylish.stdout, text.stdout], [usual.stdout, usual.stdout]);
    assert.match((await run('1.0', '--format', 'pdf')).stderr, /There is no format/);
  });

  it('compares exports and folders', async () => {
    const { stdout } = await clausemark(['soa', '--format', 'json'], { cwd: repository.path });
    repository.write('export.json', stdout);
    repository.write('other/soa.yaml', statement('9'));
    assert.match((await run('1.0', 'export.json')).stdout, /Now applicable: A\.7\.4/);
    assert.match((await run('export.json', 'other')).stdout, /Now excluded: A\.7\.4/);
  });

  it('says what it does not know, and takes no option for a revision', async () => {
    const unknown = await run('7.7');
    assert.equal(unknown.code, 2);
    assert.match(
      unknown.stderr,
      /neither a version of the statement nor a revision of git\. Versions in the history: 1\.1, 1\.0\./,
    );
    for (const name of ['--output=x', 'a..b', '-x']) assert.equal((await run('1.0', name)).code, 2, name);
    assert.equal(existsSync(join(repository.path, 'x')), false);
  });
});

describe('clausemark soa release', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());
  const run = (...args: string[]) =>
    clausemark(['soa', 'release', '--today', '2026-11-21', ...args], { cwd: folder.path });
  const read = () => readFileSync(join(folder.path, 'soa.yaml'), 'utf8');

  it('checks, stamps, and is then proof of what was approved', async () => {
    folder = temporaryFolder({ 'soa.yaml': statement('1.0') });
    const dry = await run('--version', '1.0', '--approved-by', 'CEO');
    assert.equal(dry.code, 0, dry.stdout + dry.stderr);
    assert.match(dry.stdout, /^Version 1\.0 can be released; nothing was written/);
    assert.equal(read(), statement('1.0'));
    const { code } = await run('--version', '1.0', '--approved-by', 'CEO', '--change', 'First: issue', '--write');
    assert.equal(code, 0);
    const { version, status, approved, approved_by, released, history } = parse(read());
    assert.deepEqual([version, status, String(approved), approved_by], ['1.0', 'approved', '2026-11-21', 'CEO']);
    assert.deepEqual(history, [{ version: '1.0', date: '2026-11-21', by: 'CEO', change: 'First: issue' }]);
    assert.match(released.hash, /^sha256:/);
    assert.match(read(), /^# ours\n[\s\S]*# kept/);
    const check = () =>
      clausemark(['check', '--format', 'jsonl', '--fail-on', 'never', '--today', '2026-11-21'], { cwd: folder.path });
    assert.ok(!(await check()).stdout.includes('changed-since-approval'));
    folder.write('soa.yaml', read().replace('No premises are used', 'No premises'));
    assert.ok((await check()).stdout.includes('changed-since-approval'));
  });

  it('answers 1 and says why where it refuses', async () => {
    folder = temporaryFolder({ 'soa.yaml': statement('1.0', '  27001:A.99.9: { applicable: true }\n') });
    const { code, stdout } = await run('--version', '1.0', '--approved-by', 'CEO', '--write');
    assert.equal(code, 1);
    assert.match(stdout, /^Version 1\.0 is not released\. The reason:\n {2}soa\.yaml:9 {2}.*A\.99\.9/);
    assert.equal(read().includes('released'), false);
    const json = JSON.parse((await run('--version', 'x', '--approved-by', 'CEO', '--format', 'json')).stdout);
    assert.deepEqual([json.isReleased, json.reasons[0].line], [false, null]);
  });

  it('answers 2 without a soa.yaml or without its flags', async () => {
    folder = temporaryFolder({ 'a.md': 'x' });
    assert.equal((await run('--version', '1.0', '--approved-by', 'CEO')).code, 2);
    assert.match((await run('--version', '1.0')).stderr, /--approved-by/);
  });
});
