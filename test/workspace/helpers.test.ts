/** Files of a large folder, read by helpers: what they say is what the workspace would have found out itself. */
import assert from 'node:assert/strict';
import { TestHelpers } from '../support/helpers.js';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';

const statement = 'organisation: One\nstandards:\n  99001: { edition: 2020 }\n';
const policy = (number: number) =>
  `---\nid: POL-${number}\ncontrols: [99001:A.5.${(number % 3) + 1}]\n---\n# Policy ${number}\n\nSee A.5.2 and A.5.9${number % 10}.\n`;

function hostWith(count: number, others: Readonly<Record<string, string>> = {}): MemoryHost {
  const host = new MemoryHost(others);
  for (let number = 0; number < count; number++) host.write(`f${number}.md`, policy(number));
  return host;
}

function helped(host: MemoryHost): TestHelpers {
  const helpers = new TestHelpers(host, miniCatalog);
  host.helpers = helpers;
  return helpers;
}

describe('Helpers that read files', () => {
  for (const [name, others] of [
    ['a soa.yaml', { 'soa.yaml': statement }],
    ['what all documents imply', {}],
  ] as const) {
    it(`leave nothing for the workspace to read where the scope is that of ${name}`, async () => {
      const host = hostWith(200, others);
      const alone = await new LiveWorkspace(host.copy(), miniCatalog).settle();
      const helpers = helped(host);
      const live = await new LiveWorkspace(host, miniCatalog).settle();
      assert.deepEqual(live.answers(), alone.answers());
      assert.ok(live.shown.size > 100);
      assert.ok(helpers.asked >= 200);
      // Of the first documents nobody knows yet what all of them imply.
      assert.ok(host.reads.filter((path) => path.endsWith('.md')).length < 60, host.reads.join(' '));
    });
  }

  it('read each document twice at most, where one of many alone says what is in scope', async () => {
    const host = new MemoryHost({ 'f077.md': '# Access\n\nISO/IEC 99001:2020 A.5.2 and A.5.99.\n' });
    for (let number = 100; number < 300; number++) host.write(`f${number}.md`, `# Note ${number}\n\nSee A.5.98.\n`);
    const alone = await new LiveWorkspace(host.copy(), miniCatalog).settle();
    const helpers = helped(host);
    const live = await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(live.answers(), alone.answers());
    // The first reading tells what all imply, and the second is told it. Some questions are lost and asked again.
    assert.ok(helpers.asked < 2.2 * 201, String(helpers.asked));
    assert.ok(host.reads.filter((path) => path.endsWith('.md')).length < 60, host.reads.join(' '));
  });

  it('are gone once everything is read, and when nobody wants it any more', async () => {
    const host = hostWith(100, { 'soa.yaml': statement });
    const helpers = helped(host);
    const live = await new LiveWorkspace(host, miniCatalog).settle();
    assert.equal(helpers.running, 0);
    live.workspace.listAgain();
    for (let number = 0; number < 100; number++) live.workspace.fileChanged(`f${number}.md`);
    for (let steps = 0; steps < 2000 && helpers.running === 0; steps++) await live.workspace.step();
    assert.equal(helpers.running, 2);
    live.workspace.close();
    assert.equal(helpers.running, 0);
  });

  it('hold up nobody who types', async () => {
    const host = hostWith(100, { 'soa.yaml': statement });
    let asked = 0;
    // They are there and never answer.
    host.helpers = { most: 1, fewestFiles: 1, start: () => ({ ask: () => asked++, stop: async () => {} }) };
    const live = new LiveWorkspace(host, miniCatalog);
    const waiting = (async () => {
      while (await live.workspace.step());
    })();
    while (asked === 0) await Promise.resolve();
    for (let turns = 0; turns < 1000; turns++) await Promise.resolve();
    live.workspace.setOpenText('f3.md', '# Mine\n\nISO/IEC 99001:2020 A.5.99.\n');
    for (let turns = 0; turns < 1000; turns++) await Promise.resolve();
    assert.equal(live.shown.get('f3.md')?.[0]?.code, 'unknown-reference');
    live.workspace.close();
    await waiting;
  });

  it('are told of management systems as they are, and let go where these change', async () => {
    const host = hostWith(100, { 'soa.yaml': statement });
    const helpers = helped(host);
    const live = new LiveWorkspace(host, miniCatalog);
    for (let steps = 0; steps < 200 && helpers.asked === 0; steps++) await live.workspace.step();
    live.workspace.setOpenText('soa.yaml', statement.replace('2020', '2010'));
    await live.settle();
    const alone = new LiveWorkspace(host.copy(), miniCatalog);
    alone.workspace.setOpenText('soa.yaml', statement.replace('2020', '2010'));
    await alone.settle();
    assert.deepEqual(live.answers(), alone.answers());
  });

  it('may all be lost', async () => {
    const host = hostWith(50, { 'soa.yaml': statement });
    const alone = await new LiveWorkspace(host.copy(), miniCatalog).settle();
    host.helpers = {
      most: 2,
      fewestFiles: 1,
      start: (_task, on) => ({
        ask: () => void Promise.resolve().then(() => on.failed('a test')),
        stop: async () => {},
      }),
    };
    const live = await new LiveWorkspace(host, miniCatalog).settle();
    assert.deepEqual(live.answers(), alone.answers());
    assert.match(host.logged.join(), /helper that reads files has stopped: a test/);
  });
});
