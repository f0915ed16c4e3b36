/** What is stored is believed when it is whole and ours, and else as good as nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { speak } from '../../server/src/core/l10n.js';
import { StoredIndex } from '../../server/src/workspace/storedIndex.js';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';

const files = {
  'soa.yaml': 'standards:\n  99001: { edition: 2020 }\n',
  'a.md': '---\nid: POL-1\ncontrols: [99001:A.5.2]\n---\n# Keys\n\nSee A.5.2 and A.5.99.\n',
  'b.md': '# Wörter\n\nISO/IEC 99001:2020 A.5.3.\n',
  'c.md': '',
};

async function stored(host = new MemoryHost(files)): Promise<{ host: MemoryHost; answers: object; key: string }> {
  const live = await new LiveWorkspace(host, miniCatalog).settle();
  live.workspace.saveNow();
  host.reads.length = 0;
  const key = new TextDecoder().decode(host.stored!).match(/test [0-9a-z]+-[0-9a-z]+/)![0];
  return { host, answers: live.answers(), key };
}

const documentsRead = (host: MemoryHost) => host.reads.filter((path) => path.endsWith('.md')).sort();

describe('The stored index', () => {
  it('saves reading what did not change', async () => {
    const { host, answers } = await stored();
    const next = await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(documentsRead(host), []);
    assert.deepEqual(next.answers(), answers);
    host.write('b.md', '# Other\n');
    await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(documentsRead(host), ['b.md']);
  });

  it('holds for one configuration', async () => {
    const { host } = await stored();
    await new LiveWorkspace(host, miniCatalog, { inlineCode: true }).settle();
    assert.deepEqual(documentsRead(host), ['a.md', 'b.md', 'c.md']);
  });

  it('holds for one language, in which its findings are worded', async () => {
    const { host } = await stored();
    speak('de', { '{0} has no {1}.': 'In {0} gibt es {1} nicht.' });
    try {
      const next = await new LiveWorkspace(host, miniCatalog).settle();
      assert.deepEqual(documentsRead(host), ['a.md', 'b.md', 'c.md']);
      assert.match(JSON.stringify(next.answers()), /In 99001:2020 gibt es A\.5\.99 nicht\./);
    } finally {
      speak('en', null);
    }
  });

  it('holds for one build of the program and one catalog', async () => {
    const { host, key } = await stored();
    assert.ok(StoredIndex.open(host.stored!, key));
    assert.equal(StoredIndex.open(host.stored!, `${key}x`), null);
  });

  it('is not believed when it is cut anywhere', async () => {
    const { host, key } = await stored();
    const block = host.stored!;
    for (let length = 0; length < block.length; length++)
      assert.equal(StoredIndex.open(block.slice(0, length), key), null);
    const longer = new Uint8Array(block.length + 1);
    longer.set(block);
    assert.equal(StoredIndex.open(longer, key), null);
  });

  it('is not believed when any byte is another one', async () => {
    const { host, key } = await stored();
    for (let at = 0; at < host.stored!.length; at++) {
      const changed = host.stored!.slice();
      changed[at] = changed[at]! ^ (1 << (at % 8));
      assert.equal(StoredIndex.open(changed, key), null, `byte ${at}`);
    }
  });

  it('never fails on bytes that are none of ours, and the workspace answers all the same', async () => {
    const { host, answers } = await stored();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        assert.equal(StoredIndex.open(bytes, 'test'), null);
        host.stored = bytes;
        const next = await new LiveWorkspace(host, miniCatalog).settle();
        assert.deepEqual(next.answers(), answers);
      }),
      { numRuns: 20 },
    );
  });

  it('holds nothing of texts that are open, and nothing of files that changed a moment ago', async () => {
    const host = new MemoryHost(files);
    host.young.add('b.md');
    const live = new LiveWorkspace(host, miniCatalog);
    live.workspace.setOpenText('a.md', '# Being written\n');
    await live.settle();
    live.workspace.saveNow();
    host.reads.length = 0;
    await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(documentsRead(host), ['a.md', 'b.md']);
  });

  it('is stored to its end although somebody writes all the while', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`${at}.md`, `# Keys ${at}\n\nA.5.${at}\n`]),
    );
    const host = new MemoryHost({ ...files, ...many });
    const live = await new LiveWorkspace(host, miniCatalog).settle();
    let steps = 0;
    for (; live.workspace.saveStep(); steps++) {
      assert.ok(steps < 100);
      live.workspace.setOpenText('5.md', `# Being written ${steps}\n`);
      if (steps === 2) host.write('299.md', '# Another A.5.3\n');
      if (steps === 2) live.workspace.fileChanged('299.md');
      await live.settle();
    }
    assert.ok(steps > 3);
    host.reads.length = 0;
    const next = await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(documentsRead(host), ['5.md']);
    host.stored = null;
    assert.deepEqual(next.answers(), (await new LiveWorkspace(host, miniCatalog).settle()).answers());
    // What changed meanwhile may not be in it.
    live.workspace.saveNow();
    assert.ok(host.stored);
  });

  it('is not asked about a file that the editor says has changed', async () => {
    const { host } = await stored();
    const next = new LiveWorkspace(host, miniCatalog);
    next.workspace.fileChanged('a.md');
    await next.settle();
    assert.deepEqual(documentsRead(host), ['a.md']);
  });

  it('holds findings for the day on which they were found and for the soa.yaml of that time', async () => {
    const due = '---\nid: POL-1\nnext_review: 2027-01-01\ncontrols: [99001:A.5.2]\n---\n# Keys\n\nKeys: A.5.2.\n';
    const soa = (applicable: boolean) =>
      `standards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.2:\n    applicable: ${applicable}\n`;
    const codes = (live: LiveWorkspace) => (live.shown.get('a.md') ?? []).map(({ code }) => code);
    const { host } = await stored(new MemoryHost({ 'a.md': due, 'soa.yaml': soa(true) }));
    const today = await new LiveWorkspace(host, miniCatalog).settle();
    assert.ok(!codes(today).includes('review-overdue') && !codes(today).includes('excluded-but-claimed'));
    host.date = '2027-06-01';
    assert.ok(codes(await new LiveWorkspace(host, miniCatalog).settle()).includes('review-overdue'));
    host.date = '2026-11-21';
    host.write('soa.yaml', soa(false));
    assert.ok(codes(await new LiveWorkspace(host, miniCatalog).settle()).includes('excluded-but-claimed'));
    assert.deepEqual(documentsRead(host), []);
  });
});
