/**
 * Whatever happened before, the answers are those of a workspace that never saw anything but the present files:
 * random sequences of events against a rebuild from scratch. `CLAUSEMARK_RUNS=100000` makes it a long search.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Settings } from '../../server/src/core/settings.js';
import { TestHelpers } from '../support/helpers.js';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';

const runs = Number(process.env['CLAUSEMARK_RUNS'] ?? 2000);

const documentPaths = ['a.md', 'b.md', 'house/c.md', 'house/garden/d.md'];
const systemPaths = ['soa.yaml', 'house/soa.yaml'];

/** Texts that depend on their surroundings in every way there is: scope, other documents, decisions, files. */
const documentTexts = [
  '',
  '# Plain\n\nNothing here.\n',
  '# Open\n\nSee A.5.2 and A.9.1.1.\n',
  '# House\n\nISO/IEC 99001:2020 A.5.3 and A.5.99.\n',
  '# Robots\n\nISO/IEC 99042:2023 A.7.2. Also A.5.2.\n',
  '---\nid: POL-1\ntitle: Keys\nstatus: draft\ncontrols: [99001:A.5.2, 99001:A.6.1]\n---\n# Keys\n\nKeys: A.5.2.\n',
  '---\nid: POL-1\ncontrols: [99042:A.5.2]\n---\n# Register\n\n<!-- clausemark-disable-next-line -->\nA.9.9.\n',
  '---\nid: POL-2\nnext_review: 2027-01-01\ncontrols: [99001:A.5.2]\n---\n# Due\n\nKeys: A.5.2.\n',
  '---\nid: POL-3\nrelated: [POL-1, POL-2, POL-4]\n---\n# Names others\n',
  '---\ncontrols: [99001:2010:A.12.6.1\n---\n# Broken\n\n99001:A.5.1\n',
];

const systemTexts = [
  'organisation: One\nstandards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.2:\n    applicable: true\n    status: implemented\n',
  'organisation: One\nstandards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.2:\n    applicable: false\n    justification: none\n',
  'organisation: Two\nstandards:\n  99001: { edition: 2010 }\n',
  'standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2:\n    applicable: false\n    justification: none\n    evidence: [evidence.pdf]\n',
  'standards: [\n',
  '',
];

/** A branch of documents beside them, as many as a checkout touches. */
const branchPaths = Array.from({ length: 8 }, (_, at) => `branch/${at % 2 ? 'x/' : ''}f${at}.md`);

const ignoreTexts = ['', 'b.md\n', 'house/\n!house/c.md\n', 'branch/x\n'];

const settings: Partial<Settings>[] = [
  {},
  { standards: ['99001:2020'] },
  { exclude: ['house/**'] },
  { severities: { 'missing-field': 'off', 'unknown-reference': 'hint' } },
];

/** All documents but one are kept as bytes, so that what is read from bytes is held against what was parsed. */
const oneAtHand = { documentsAtHand: 1 };

type Event =
  | { readonly kind: 'open' | 'close' | 'delete' | 'disk' | 'silent'; readonly path: string; readonly text: string }
  | { readonly kind: 'save' | 'undo'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string; readonly isTold: boolean }
  | { readonly kind: 'checkout'; readonly texts: readonly (string | null)[]; readonly isTold: boolean }
  | { readonly kind: 'settings'; readonly settings: Partial<Settings>; readonly ignoreText?: string }
  | { readonly kind: 'folder'; readonly isThere: boolean }
  | { readonly kind: 'work'; readonly steps: number }
  | { readonly kind: 'restart'; readonly stores: 'now' | 'step' | 'no' }
  | { readonly kind: 'list' | 'tomorrow' };

const textOf = (path: string) => fc.constantFrom(...(path.endsWith('.yaml') ? systemTexts : documentTexts));
const anyPath = fc.constantFrom(...documentPaths, ...systemPaths);
const onFile = (kind: 'open' | 'close' | 'delete' | 'disk' | 'silent') =>
  anyPath.chain((path) => textOf(path).map((text): Event => ({ kind, path, text })));

const anyEvent = fc.oneof(
  { weight: 5, arbitrary: onFile('open') },
  { weight: 3, arbitrary: onFile('close') },
  { weight: 4, arbitrary: onFile('disk') },
  { weight: 2, arbitrary: onFile('delete') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...settings), fc.constantFrom(...ignoreTexts))
      .map(([value, ignoreText]): Event => ({ kind: 'settings', settings: value, ignoreText })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('save', 'undo'), path: anyPath }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rename'), path: anyPath, to: anyPath, isTold: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('checkout'),
      texts: fc.array(fc.constantFrom(null, ...documentTexts), { minLength: 14, maxLength: 14 }),
      isTold: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.boolean().map((isThere): Event => ({ kind: 'folder', isThere })) },
  { weight: 6, arbitrary: fc.nat({ max: 12 }).map((steps): Event => ({ kind: 'work', steps })) },
  { weight: 1, arbitrary: fc.constantFrom<Event>({ kind: 'list' }, { kind: 'tomorrow' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('now', 'step', 'no').map((stores): Event => ({ kind: 'restart', stores })),
  },
) as fc.Arbitrary<Event>;

/** Plays the events on one workspace and keeps what a fresh one needs to know: the disk, the open texts, the settings. */
class Player {
  readonly open = new Map<string, string>();
  /** What each open text was before its last edit. */
  readonly before = new Map<string, string>();
  settings: Partial<Settings> = {};
  ignoreText = '';

  constructor(public live: LiveWorkspace) {}

  async play(event: Event): Promise<void> {
    const { host, workspace } = this.live;
    switch (event.kind) {
      case 'open':
        this.before.set(event.path, this.open.get(event.path) ?? event.text);
        return this.type(event.path, event.text);
      case 'undo':
        if (this.open.has(event.path)) this.type(event.path, this.before.get(event.path)!);
        return;
      case 'save':
        if (!this.open.has(event.path)) return;
        host.write(event.path, this.open.get(event.path)!);
        return workspace.fileChanged(event.path);
      case 'rename':
        return this.rename(event.path, event.to, event.isTold);
      case 'checkout':
        return this.checkOut([...documentPaths, ...systemPaths, ...branchPaths], event.texts, event.isTold);
      case 'close':
        this.open.delete(event.path);
        return workspace.closeText(event.path);
      case 'disk':
        host.write(event.path, event.text);
        return workspace.fileChanged(event.path);
      case 'delete':
        host.remove(event.path);
        return workspace.fileDeleted(event.path);
      case 'folder':
        return this.moveFolder(event.isThere);
      case 'settings':
        this.settings = event.settings;
        this.ignoreText = event.ignoreText ?? '';
        return this.live.configure(event.settings, this.ignoreText);
      case 'restart':
        return this.restart(event.stores);
      case 'tomorrow':
        host.date = '2027-06-01';
        return;
      case 'list':
        return workspace.listAgain();
      case 'work':
        for (let steps = 0; steps < event.steps; steps++) await workspace.step();
        return;
    }
  }

  private type(path: string, text: string): void {
    this.open.set(path, text);
    this.live.workspace.setOpenText(path, text);
  }

  /** As the explorer does it, or (not told) as another program does it, of which only a new listing tells. */
  private rename(path: string, to: string, isTold: boolean): void {
    const { host, workspace } = this.live;
    const text = host.readFileNow(path);
    if (text === null || path === to) return;
    host.remove(path);
    host.write(to, text);
    if (!isTold) {
      workspace.listAgain();
      return;
    }
    workspace.fileDeleted(path);
    workspace.fileChanged(to);
  }

  /** Another branch: files come, change and go; nobody says in which order. */
  checkOut(paths: readonly string[], texts: readonly (string | null)[], isTold: boolean): void {
    const { host, workspace } = this.live;
    for (const [at, path] of paths.entries()) {
      const text = texts[at % texts.length];
      if (typeof text === 'string') host.write(path, text);
      else host.remove(path);
    }
    if (!isTold) {
      workspace.listAgain();
      return;
    }
    for (const path of [...paths].reverse()) {
      if (host.readFileNow(path) === null) workspace.fileDeleted(path);
      else workspace.fileChanged(path);
    }
  }

  /** Another run of the program over the same files, with what the last one stored of them. */
  private restart(stores: 'now' | 'step' | 'no'): void {
    const { host, workspace } = this.live;
    if (stores === 'now') workspace.saveNow();
    if (stores === 'step') while (workspace.saveStep());
    workspace.close();
    this.live = new LiveWorkspace(host, miniCatalog, this.settings, oneAtHand, this.ignoreText);
    for (const [path, text] of this.open) this.live.workspace.setOpenText(path, text);
  }

  /** The folder `house` comes or goes with everything in it, as one event. */
  private moveFolder(isThere: boolean): void {
    const { host, workspace } = this.live;
    if (isThere) {
      host.write('house/c.md', documentTexts[2]!);
      host.write('house/evidence.pdf', '');
      workspace.fileChanged('house');
    } else {
      host.remove('house');
      workspace.fileDeleted('house');
    }
  }

  /** Has read every file and keeps every document as a value. */
  async fresh(): Promise<LiveWorkspace> {
    const other = new LiveWorkspace(this.live.host.copy(), miniCatalog, this.settings, {}, this.ignoreText);
    for (const [path, text] of this.open) other.workspace.setOpenText(path, text);
    return other.settle();
  }
}

/** Histories that once gave another answer. */
const found: Event[][] = [
  // The listing had seen a file that went before it was asked for: it came back from what was stored.
  [
    { kind: 'work', steps: 9 },
    { kind: 'restart', stores: 'now' },
    { kind: 'work', steps: 3 },
    { kind: 'delete', path: 'house/c.md', text: '' },
  ],
  // A file went, the listing passed by, and it came back: it was taken for gone when the listing ended.
  [
    { kind: 'work', steps: 3 },
    { kind: 'checkout', texts: [...Array(13).fill(null), documentTexts[1]!], isTold: false },
    { kind: 'work', steps: 1 },
    { kind: 'disk', path: 'a.md', text: '' },
  ],
];

describe('A workspace after any history', () => {
  for (const way of ['files at once', 'files that come later', 'files that helpers read'] as const) {
    it(`answers as a fresh one does (${way})`, async function () {
      this.timeout(0);
      await fc.assert(
        fc.asyncProperty(fc.array(anyEvent, { maxLength: 25 }), async (events) => {
          const host = new MemoryHost({
            'a.md': documentTexts[5]!,
            'soa.yaml': systemTexts[0]!,
            'house/c.md': documentTexts[2]!,
          });
          host.isSlow = way === 'files that come later';
          const helpers = new TestHelpers(host, miniCatalog);
          if (way === 'files that helpers read') host.helpers = helpers;
          const player = new Player(new LiveWorkspace(host, miniCatalog, {}, oneAtHand));
          for (const event of events) await player.play(event);
          await player.live.settle();
          const fresh = await player.fresh();
          assert.deepEqual(player.live.answers(), fresh.answers());
          assert.equal(helpers.running, 0);
        }),
        { numRuns: way !== 'files at once' ? Math.ceil(runs / 5) : runs, examples: found.map((events) => [events]) },
      );
    });
  }

  it('answers as a fresh one does after a start from what another run stored', async function () {
    this.timeout(0);
    const before = fc.array(anyEvent, { maxLength: 8 });
    const meanwhile = fc.array(fc.tuple(anyPath, fc.constantFrom('write', 'remove')), { maxLength: 2 });
    const texts = fc.array(fc.constantFrom(...documentTexts, ...systemTexts), { minLength: 2, maxLength: 2 });
    const after = fc.array(anyEvent, { maxLength: 6 });
    const today = fc.constantFrom('2026-11-21', '2026-11-21', '2027-06-01');
    await fc.assert(
      fc.asyncProperty(before, meanwhile, texts, today, after, async (events, changes, newTexts, date, more) => {
        const host = new MemoryHost({
          'a.md': documentTexts[5]!,
          'b.md': documentTexts[2]!,
          'house/c.md': documentTexts[3]!,
        });
        const player = new Player(new LiveWorkspace(host, miniCatalog, {}, oneAtHand));
        for (const event of events) await player.play(event);
        await player.live.settle();
        player.live.workspace.saveNow();
        changes.forEach(([path, how], index) => {
          if (how === 'write') host.write(path, newTexts[index]!);
          else host.remove(path);
        });
        host.date = date;
        await player.play({ kind: 'restart', stores: 'no' });
        for (const event of more) await player.play(event);
        await player.live.settle();
        const fresh = await player.fresh();
        assert.deepEqual(player.live.answers(), fresh.answers());
      }),
      { numRuns: Math.ceil(runs / 8) },
    );
  });

  it('answers as a fresh one does after checkouts of hundreds of files, with whatever was open', async function () {
    this.timeout(0);
    const paths = Array.from(
      { length: 300 },
      (_, at) => `${at % 3 ? `d${at % 17}/` : ''}${at % 41 ? `f${at}.md` : 'soa.yaml'}`,
    );
    const texts = fc.array(fc.constantFrom(null, ...documentTexts, ...systemTexts), { minLength: 7, maxLength: 60 });
    const step = fc.tuple(texts, fc.boolean(), fc.array(anyEvent, { maxLength: 4 }), fc.nat({ max: 299 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), fc.boolean(), async (steps, isHelped) => {
        const host = new MemoryHost();
        if (isHelped) host.helpers = new TestHelpers(host, miniCatalog);
        const player = new Player(new LiveWorkspace(host, miniCatalog, {}, oneAtHand));
        for (const [branch, isTold, events, opened] of steps) {
          await player.play({ kind: 'open', path: paths[opened]!, text: documentTexts[5]! });
          player.checkOut(paths, branch, isTold);
          for (const event of events) await player.play(event);
        }
        await player.live.settle();
        const fresh = await player.fresh();
        assert.deepEqual(player.live.answers(), fresh.answers());
      }),
      { numRuns: Math.ceil(runs / 80) },
    );
  });
});
