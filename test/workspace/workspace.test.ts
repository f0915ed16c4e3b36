/** What the workspace does and, above all, what it does not do again. */
import assert from 'node:assert/strict';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';

const tagged = (id: number, controls: string) =>
  `---\nid: POL-${id}\ntitle: Keys\nstatus: draft\ncontrols: [${controls}]\n---\n# Keys\n\nKeys: A.5.2 and A.5.99.\n`;
const system = (edition: string) => `standards:\n  99001: { edition: ${edition} }\n`;

function policies(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, id) => [`p${id}.md`, tagged(id, '99001:A.5.2')]));
}

async function open(files: Record<string, string>, settings = {}): Promise<LiveWorkspace> {
  const live = await new LiveWorkspace(new MemoryHost(files), miniCatalog, settings).settle();
  live.reported.length = 0;
  live.host.reads.length = 0;
  return live;
}

describe('A workspace', () => {
  it('checks after an edit that document and its system, and reads nothing', async () => {
    const live = await open({ ...policies(50), 'soa.yaml': system('2020') });
    live.workspace.setOpenText('p7.md', tagged(7, '99001:A.5.3'));
    await live.settle();
    assert.deepEqual(live.reported, ['p7.md', 'soa.yaml']);
    assert.deepEqual(live.host.reads, []);
  });

  it('reads the text of a closed document once for a check, however much is found in it', async () => {
    const quoted: string[] = [];
    class CountingHost extends MemoryHost {
      override readFileNow(path: string): string | null {
        quoted.push(path);
        return super.readFileNow(path);
      }
    }
    const wrong = Array.from({ length: 30 }, () => '- ISO 99001 A.5.99 Steeping\n- ISO 99001 A.5.1 Steeping\n').join(
      '',
    );
    const host = new CountingHost({ 'z.md': '# Read last\n', 'p.md': `# Tea\n\n${wrong}` });
    const live = await new LiveWorkspace(host, miniCatalog, {}).settle();
    quoted.length = 0;
    host.date = '2026-11-22';
    await live.settle();
    assert.ok(live.workspace.findings('p.md').length >= 30);
    assert.deepEqual([...new Set(quoted)], ['p.md']);
    assert.ok(quoted.length <= 2, `${quoted.length} times in two checks`);
  });

  it('reads the documents below a soa.yaml again when its standards change, and no others', async () => {
    const files = {
      'in/a.md': tagged(1, '99001:A.5.2'),
      'in/b.md': tagged(2, '99001:A.5.2'),
      'out/c.md': tagged(3, '99001:A.5.2'),
    };
    const live = await open({ ...files, 'in/soa.yaml': system('2020'), 'out/soa.yaml': system('2020') });
    live.host.write('in/soa.yaml', system('2010'));
    live.workspace.fileChanged('in/soa.yaml');
    await live.settle();
    assert.deepEqual(live.host.reads, ['in/soa.yaml', 'in/a.md', 'in/b.md']);
    const document = (path: string) => live.workspace.document(path)!.references.map(({ edition }) => edition);
    assert.notDeepEqual(document('in/a.md'), document('out/c.md'));
  });

  it('reads a changed file once, however often it is told of it', async () => {
    const live = await open(policies(3));
    live.host.write('p1.md', tagged(1, '99001:A.6.1'));
    for (let times = 0; times < 20; times++) live.workspace.fileChanged('p1.md');
    await live.settle();
    assert.deepEqual(live.host.reads, ['p1.md']);
  });

  it('finds on listing again what changed, and reads nothing else', async () => {
    const live = await open(policies(10));
    live.host.write('p1.md', tagged(1, '99001:A.6.1'));
    live.host.write('new.md', tagged(11, '99001:A.6.1'));
    live.host.remove('p2.md');
    live.workspace.listAgain();
    await live.settle();
    assert.deepEqual(live.host.reads, ['p1.md', 'new.md']);
    assert.equal(live.workspace.document('p2.md'), undefined);
  });

  it('answers on the newest text at once, without waiting for its turn', async () => {
    const live = await open(policies(3));
    live.workspace.setOpenText('p1.md', '# New\n\n99001:A.6.2\n');
    assert.deepEqual(
      live.workspace.document('p1.md')?.references.map(({ id }) => id),
      ['A.6.2'],
    );
  });

  it('tells of findings that a request came to first', async () => {
    const live = await open({ 'p1.md': '# New\n\n99001:A.6.2\n', 'soa.yaml': system('2020') });
    live.workspace.setOpenText('p1.md', '# New\n\n99001:A.6.99\n');
    const asked = live.workspace.findings('p1.md');
    await live.settle();
    assert.ok(asked.some(({ code }) => code === 'unknown-reference'));
    assert.deepEqual(live.shown.get('p1.md'), asked);
  });

  it('gives the same snapshot until something changes, and then another', async () => {
    const live = await open(policies(3));
    const before = live.workspace.snapshot();
    assert.equal(live.workspace.snapshot(), before);
    live.workspace.setOpenText('p1.md', 'x');
    assert.notEqual(live.workspace.snapshot(), before);
  });

  it('checks what is open before it has read the rest', async () => {
    const host = new MemoryHost({ ...policies(30), 'soa.yaml': system('2020') });
    const live = new LiveWorkspace(host, miniCatalog);
    live.workspace.setOpenText('p29.md', tagged(29, '99001:A.5.2'));
    while (!live.reported.includes('p29.md')) assert.ok(await live.workspace.step());
    assert.ok(host.reads.filter((path) => path.endsWith('.md')).length === 0);
  });

  it('reads a statement an entry at a time, and anew when it goes or changes meanwhile', async () => {
    const decisions = (count: number) => Array.from({ length: count }, (_, at) => `  99001:A.9.${at}: yes\n`).join('');
    const live = new LiveWorkspace(new MemoryHost({ 'in/soa.yaml': `controls:\n${decisions(40)}` }), miniCatalog);
    const steps = async (count: number) => {
      for (let step = 0; step < count; step++) await live.workspace.step();
      return live.workspace.snapshot().systems.map(({ path, decisions }) => [path, decisions.length]);
    };
    live.workspace.fileChanged('in/soa.yaml');
    assert.deepEqual(await steps(20), []);
    live.host.write('in/soa.yaml', `controls:\n${decisions(30)}`);
    live.workspace.fileChanged('in/soa.yaml');
    assert.deepEqual(await steps(200), [['in/soa.yaml', 30]]);
    live.host.write('in/soa.yaml', `controls:\n${decisions(50).replaceAll('yes', 'no')}`);
    live.workspace.fileChanged('in/soa.yaml');
    assert.deepEqual(await steps(20), [['in/soa.yaml', 30]]);
    live.host.remove('in');
    live.workspace.fileDeleted('in');
    assert.deepEqual(await steps(200), []);
  });

  it('says nothing of a reference that depends on all documents until it has read them all', async () => {
    const text = '# Open\n\nA.5.2 and ISO/IEC 99001:2020 A.5.99.\n';
    const host = new MemoryHost({ ...policies(20), 'z.md': text });
    const live = new LiveWorkspace(host, miniCatalog);
    live.workspace.setOpenText('z.md', text);
    const early = new Set<string>();
    while (host.reads.filter((path) => path.endsWith('.md')).length < 19) {
      await live.workspace.step();
      for (const { code } of live.shown.get('z.md') ?? []) early.add(code);
    }
    assert.deepEqual([...early], ['unknown-reference']);
  });

  it('says nothing of a document that others name before it has read them all, and follows new ids', async () => {
    const named = (id: string, front = '') => `---\nid: ${id}\n${front}---\n# ${id}\n`;
    const names = named('POL-3', 'related: [POL-8, POL-9]\n');
    const files = { 'a.md': named('POL-1'), 'b.md': named('POL-2'), 'm.md': names, 'z.md': named('POL-9') };
    const live = new LiveWorkspace(new MemoryHost({ ...files, 'soa.yaml': system('2020') }), miniCatalog);
    const unknown = () =>
      (live.shown.get('m.md') ?? []).flatMap(({ code, message }) =>
        code === 'unknown-document' ? message.match(/POL-\d/)! : [],
      );
    while (await live.workspace.step()) assert.ok(!unknown().includes('POL-9'), 'a document that is only not read yet');
    assert.deepEqual(unknown(), ['POL-8']);
    live.workspace.setOpenText('b.md', named('POL-8'));
    await live.settle();
    assert.deepEqual(unknown(), []);
  });

  it('judges by the date of the day, also when that changes', async () => {
    const text =
      '---\nid: P\ntitle: T\nowner: O\nversion: "1"\nstatus: approved\napproved_by: X\napproved: 2026-01-01\nnext_review: 2027-01-01\n---\n# T\n';
    const live = await open({ 'a.md': text });
    assert.equal(live.shown.has('a.md'), false);
    live.host.date = '2027-01-02';
    await live.settle();
    assert.deepEqual(
      live.shown.get('a.md')?.map(({ code }) => code),
      ['review-overdue'],
    );
  });

  it('keeps the byte order mark only where that is asked for', async () => {
    const text = '\uFEFF99001:A.5.99\n';
    const start = (live: LiveWorkspace) => live.workspace.document('a.md')!.references[0]!.span.start;
    const editor = await open({ 'a.md': text });
    const counted = await new LiveWorkspace(
      new MemoryHost({ 'a.md': text }),
      miniCatalog,
      {},
      { keepsByteOrderMark: true },
    ).settle();
    assert.equal(start(counted), start(editor) + 1);
  });

  it('survives a core that throws: the file is logged and left out', async () => {
    const live = await open(policies(2));
    const broken = { toString: () => 'x' } as unknown as string;
    live.workspace.setOpenText('p1.md', broken);
    await live.settle();
    assert.ok(live.host.logged.some((line) => line.startsWith('Could not read p1.md')));
    assert.equal(live.workspace.document('p1.md'), undefined);
    assert.ok(live.workspace.document('p0.md'));
    const failed = () => live.workspace.skippedFiles().map(({ path, reason }) => [path, reason]);
    assert.deepEqual(failed(), [['p1.md', 'failed']], 'and whoever asks is told, so that nobody takes it for checked');
    live.workspace.setOpenText('p1.md', '# A text that can be read\n');
    await live.settle();
    assert.deepEqual(failed(), []);
  });

  it('knows files inside it and none outside', async () => {
    const live = await open({ ...policies(1), 'evidence/a.pdf': '' });
    const { fileExists, textOf } = live.workspace.snapshot();
    assert.deepEqual(
      ['evidence/a.pdf', './evidence/a.pdf', 'evidence', 'none.pdf', '../p0.md', '/etc/passwd'].map(fileExists),
      [true, true, true, false, false, false],
    );
    assert.equal(textOf('../p0.md'), null);
    assert.ok(textOf('p0.md'));
  });
});
