/** A folder that only the editor can read: everything comes through requests to the client. */
import assert from 'node:assert';
import { FileChangeType, type MessageConnection } from 'vscode-languageserver/node';
import {
  type CoverageMessage,
  coverageRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
  readFolderRequest,
  statRequest,
  type UrisParams,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const root = 'memfs://here/system';

const system = `organisation: Example
standards:
  27001: { edition: 2022 }
controls:
  27001:A.5.15:
    applicable: true
    status: implemented
    evidence: [evidence/review.pdf]
`;

/** Files as an editor has them that may lie anywhere. */
class VirtualFiles {
  readonly asked: string[] = [];
  /** Whether somebody waits for an answer that is held back. */
  isWaitedFor = false;

  constructor(
    readonly files: Map<string, string>,
    private readonly place = root,
  ) {}

  serve(client: MessageConnection): void {
    client.onRequest<ReadFileAnswer, unknown>(readFileRequest, this.answers());
    client.onRequest(readFolderRequest, ({ uris }: UrisParams) => {
      const folder = this.pathOf(uris[0]!);
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = [...this.files.keys()].filter((path) => path.startsWith(prefix));
      const names = new Map(
        below.map((path) => {
          const [name, ...rest] = path.slice(prefix.length).split('/');
          return [name!, rest.length > 0 ? ('folder' as const) : ('file' as const)];
        }),
      );
      return [...names].map(([name, kind]) => ({ name, kind }));
    });
    client.onRequest(statRequest, ({ uris }: UrisParams) =>
      uris.map((uri) => {
        const path = this.pathOf(uri);
        if (this.files.has(path)) return { kind: 'file', stamp: this.files.get(path) };
        const isFolder = [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
        return { kind: isFolder ? 'folder' : 'nothing', stamp: '' };
      }),
    );
  }

  /** How the content of files is answered. */
  answers(): (params: ReadFileParams) => ReadFileAnswer {
    return ({ uri, largest }) => {
      const path = this.pathOf(uri);
      this.asked.push(path);
      const text = this.files.get(path);
      if (text === undefined) return { kind: 'missing' };
      if (text.length > largest) return { kind: 'skipped', reason: 'too-large', bytes: text.length, stamp: '' };
      return { kind: 'text', text, stamp: text };
    };
  }

  /** Answers questions about some files, or all but the settings, only when the promise says so. */
  holdBack(client: MessageConnection, method: string, until: Promise<void>, part = ''): void {
    until.catch(() => {});
    const plain = new Map<string, (params: never) => unknown>();
    const recorder = { onRequest: (name: string, handler: (params: never) => unknown) => plain.set(name, handler) };
    this.serve(recorder as unknown as MessageConnection);
    client.onRequest(method, async (params: { uri?: string; uris?: string[] }) => {
      const asked = [params.uri ?? [], params.uris ?? []].flat();
      if (asked.some((uri) => uri.includes(part) && !uri.endsWith('.clausemark.yaml'))) {
        this.isWaitedFor = true;
        await until;
      }
      return plain.get(method)!(params as never);
    });
  }

  private pathOf(uri: string): string {
    assert.ok(uri === this.place || uri.startsWith(`${this.place}/`), uri);
    return uri.slice(this.place.length + 1);
  }
}

describe('A folder that only the editor can read', () => {
  let server: Conversation;
  let files: VirtualFiles;

  const start = async (
    more: Record<string, string> = {},
    initializationOptions: object = { clausemarkFiles: true },
  ) => {
    files = new VirtualFiles(
      new Map([
        ['soa.yaml', system],
        ['policies/access.md', '---\ncontrols: [27001:A.5.15, 27001:A.5.99]\n---\n# Access\n'],
        ['node_modules/x/readme.md', '---\ncontrols: [27001:A.5.99]\n---\n'],
        ...Object.entries(more),
      ]),
    );
    server = await startConversation(
      {},
      { folderUris: [root], serve: (client) => files.serve(client), initializationOptions },
    );
  };
  const codes = (path: string) => server.codes(`${root}/${path}`);

  afterEach(() => server.end());

  it('is read and checked like any other, and excluded folders are not entered', async () => {
    await start();
    assert.ok(codes('policies/access.md').includes('unknown-reference'));
    assert.ok(!files.asked.some((path) => path.startsWith('node_modules')));
    assert.ok(coversA515(await coverage()));
  });

  it('knows which evidence is there without a question that would have to wait', async () => {
    await start();
    assert.ok(codes('soa.yaml').includes('evidence-missing'));
    files.files.set('evidence/review.pdf', '');
    await server.filesChanged([`${root}/evidence`, FileChangeType.Created]);
    await server.filesChanged([`${root}/evidence/review.pdf`, FileChangeType.Created]);
    await server.settled();
    assert.ok(!codes('soa.yaml').includes('evidence-missing'));
    files.files.delete('evidence/review.pdf');
    await server.filesChanged([`${root}/evidence`, FileChangeType.Deleted]);
    await server.settled();
    assert.ok(codes('soa.yaml').includes('evidence-missing'));
  });

  it('follows files that change, and whole folders that come and go', async () => {
    await start();
    files.files.set('policies/access.md', '---\ncontrols: [27001:A.5.15]\n---\n# Access\n');
    files.files.set('more/deep/other.md', '---\ncontrols: [27001:A.5.98]\n---\n# Other\n');
    await server.filesChanged([`${root}/policies/access.md`, FileChangeType.Changed]);
    await server.filesChanged([`${root}/more`, FileChangeType.Created]);
    await server.settled();
    assert.ok(!codes('policies/access.md').includes('unknown-reference'));
    assert.ok(codes('more/deep/other.md').includes('unknown-reference'));
    files.files.delete('more/deep/other.md');
    await server.filesChanged([`${root}/more`, FileChangeType.Deleted]);
    await server.settled();
    assert.deepEqual(codes('more/deep/other.md'), []);
  });

  it('takes .clausemark.yaml and its changes', async () => {
    await start({ '.clausemark.yaml': 'rules:\n  unknown-reference: off\n' });
    assert.ok(!codes('policies/access.md').includes('unknown-reference'));
    files.files.delete('.clausemark.yaml');
    await server.filesChanged([`${root}/.clausemark.yaml`, FileChangeType.Deleted]);
    await server.settled();
    assert.ok(codes('policies/access.md').includes('unknown-reference'));
  });

  it('holds up nobody who types while a file, a folder or a look at files is long in coming', async () => {
    for (const method of [readFileRequest, readFolderRequest, statRequest]) {
      files = new VirtualFiles(
        new Map([
          ['.clausemark.yaml', 'rules:\n  missing-field: off\n'],
          ['soa.yaml', system],
        ]),
      );
      for (const name of ['a.md', 'b.md', 'slow.md']) files.files.set(name, '# A\n\nISO/IEC 27001:2022 A.5.98\n');
      let come = () => {};
      const slow = new Promise<void>((done) => {
        come = done;
      });
      const serve = (client: MessageConnection) => {
        files.serve(client);
        files.holdBack(client, method, slow, method === readFileRequest ? 'slow' : '');
      };
      const initializationOptions = { clausemarkFiles: true };
      server = await startConversation({}, { folderUris: [root], serve, initializationOptions, begins: false });
      await server.notify('initialized', {});
      await server.open(`${root}/a.md`, '# A\n\nISO/IEC 27001:2022 A.5.99\n');
      await until(() => codes('a.md').includes('unknown-reference') && files.isWaitedFor);
      await server.change(`${root}/a.md`, { text: '# A\n' });
      await until(() => codes('a.md').length === 0);
      assert.deepEqual(codes('slow.md'), []);
      come();
      await server.settled();
      assert.deepEqual([codes('a.md'), codes('slow.md')], [[], ['unknown-reference']]);
      if (method !== statRequest) server.end();
    }
  });

  it('loses what the editor fails to read, and nothing else', async () => {
    for (const method of [readFileRequest, readFolderRequest, statRequest]) {
      files = new VirtualFiles(new Map([['soa.yaml', system]]));
      for (const name of ['good.md', 'broken/a.md', 'broken.md'])
        files.files.set(name, '# A\n\nISO/IEC 27001:2022 A.5.98\n');
      const serve = (client: MessageConnection) => {
        files.serve(client);
        files.holdBack(client, method, Promise.reject(new Error('The network is down.')), 'broken');
      };
      const initializationOptions = { clausemarkFiles: true, clausemarkMessages: true };
      server = await startConversation({}, { folderUris: [root], serve, initializationOptions });
      const { skipped, documents } = await server.settled();
      if (method === readFileRequest) assert.equal(skipped.length, 2);
      assert.equal(documents, { [readFileRequest]: 1, [readFolderRequest]: 2, [statRequest]: 0 }[method]);
      await server.open(`${root}/good.md`, '# A\n\nISO/IEC 27001:2022 A.5.99\n');
      await server.settled();
      assert.ok(codes('good.md').includes('unknown-reference'), method);
      if (method !== statRequest) server.end();
    }
  });

  describe('whose settings are long in coming', () => {
    let answer: (text: string | null) => void;
    let giveUp: () => void;
    let isAsked: boolean;

    /** A folder, with another one beside it, of which `.clausemark.yaml` comes when `answer` is called. */
    const begin = async (other: Record<string, string> = {}) => {
      files = new VirtualFiles(
        new Map([
          ['soa.yaml', system],
          ['a.md', '---\ncontrols: [27001:A.5.99]\n---\n# A\n'],
          ...Object.entries(other),
        ]),
      );
      isAsked = false;
      const serve = (client: MessageConnection) => {
        files.serve(client);
        const plain = files.answers();
        client.onRequest(readFileRequest, async (params: ReadFileParams) => {
          if (!params.uri.endsWith('.clausemark.yaml')) return plain(params);
          isAsked = true;
          const text = await new Promise<string | null>((done) => {
            answer = done;
          });
          return text === null ? { kind: 'missing' } : { kind: 'text', text, stamp: text };
        });
      };
      const waits: (() => void)[] = [];
      giveUp = () => {
        for (const done of waits.splice(0)) done();
      };
      server = await startConversation(
        {},
        {
          folderUris: [root],
          serve,
          initializationOptions: { clausemarkFiles: true, clausemarkMessages: true },
          begins: false,
          wait: () => new Promise((done) => waits.push(done)),
        },
      );
      await server.notify('initialized', {});
      await until(() => isAsked);
    };

    it('is checked without them after a while, and says so', async () => {
      await begin();
      assert.deepEqual(codes('a.md'), []);
      giveUp();
      const { problems } = await server.settled();
      assert.ok(codes('a.md').includes('unknown-reference'));
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^The settings of the folder \(\.clausemark\.yaml, .* have not come/);
    });

    it('takes them when they come at last', async () => {
      await begin();
      giveUp();
      await server.settled();
      await server.open(`${root}/b.md`, '---\ncontrols: [27001:A.5.98]\n---\n# B\n');
      await until(() => codes('b.md').includes('unknown-reference'));
      answer('rules:\n  unknown-reference: off\n  no-such-rule: off\n');
      await until(() => codes('.clausemark.yaml').length > 0);
      const { problems } = await server.settled();
      assert.ok(!codes('a.md').includes('unknown-reference') && !codes('b.md').includes('unknown-reference'));
      assert.deepEqual(
        problems.filter((problem) => problem.includes('have not come')),
        [],
      );
    });

    it('waits no longer once they are there', async () => {
      await begin();
      answer('rules:\n  unknown-reference: off\n');
      const { problems } = await server.settled();
      assert.deepEqual(problems, []);
      assert.ok(!codes('a.md').includes('unknown-reference'));
      giveUp();
      assert.deepEqual((await server.settled()).problems, []);
      assert.ok(!codes('a.md').includes('unknown-reference'));
    });

    it('keeps those that came before, and of two answers that are late takes the newer one', async () => {
      await begin();
      answer('rules:\n  unknown-reference: off\n');
      await server.settled();
      const changed = async () => {
        isAsked = false;
        await server.filesChanged([`${root}/.clausemark.yaml`, FileChangeType.Changed]);
        await until(() => isAsked);
        return answer;
      };
      const first = await changed();
      giveUp();
      assert.equal((await server.settled()).problems.length, 1);
      assert.ok(!codes('a.md').includes('unknown-reference'));
      const second = await changed();
      giveUp();
      await server.settled();
      second('rules:\n  unknown-reference: warning\n');
      await until(() => codes('a.md').includes('unknown-reference'));
      first('rules:\n  unknown-reference: off\n');
      const { problems } = await server.settled();
      assert.deepEqual([codes('a.md').includes('unknown-reference'), problems], [true, []]);
    });

    it('holds up no folder beside it', async () => {
      const beside = 'memfs://here/other';
      files = new VirtualFiles(new Map([['a.md', '---\ncontrols: [27001:A.5.99]\n---\n# A\n']]));
      const others = new VirtualFiles(files.files, beside);
      let isHeldBack = false;
      const serve = (client: MessageConnection) => {
        others.serve(client);
        const plain = others.answers();
        client.onRequest<ReadFileAnswer, unknown>(readFileRequest, (params: ReadFileParams) => {
          if (!params.uri.startsWith(root)) return plain(params);
          isHeldBack = true;
          return new Promise<ReadFileAnswer>(() => {});
        });
      };
      server = await startConversation(
        {},
        {
          folderUris: [root, beside],
          serve,
          initializationOptions: { clausemarkFiles: true },
          begins: false,
          wait: () => new Promise(() => {}),
        },
      );
      await server.notify('initialized', {});
      await until(() => isHeldBack && server.codes(`${beside}/a.md`).includes('unknown-reference'));
    });
  });

  it('has the catalogs of its organisation from there as well', async () => {
    await start({
      '.clausemark.yaml': 'catalogs: [own, gone.yaml]\n',
      'own/house.yaml':
        'key: house\nname: House rules\ntype: framework\nentries:\n  - { id: H1, kind: control, title: Keys }\n',
      'own/damaged.yaml': 'key: [',
      'rows/maps.yaml': 'key: unread',
    });
    const { problems } = await server.settled();
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.ok(problems.some((problem) => /^The catalog “gone.yaml” .*: it was not found$/.test(problem)));
    assert.ok(problems.some((problem) => problem.includes('own/damaged.yaml')));
    assert.ok(['own/damaged.yaml', 'own/house.yaml'].every((path) => files.asked.includes(path)));
    assert.ok(!files.asked.includes('rows/maps.yaml'), 'and no others');
  });

  it('takes in what it can of a change when one of its files cannot be looked up, and that one when it can', async () => {
    const waits: (() => void)[] = [];
    let answer = (_: unknown) => {};
    files = new VirtualFiles(new Map([['a.md', '# A\n']]));
    const serve = (client: MessageConnection) => {
      files.serve(client);
      client.onRequest(statRequest, ({ uris }: UrisParams) => {
        const found = uris.map((uri) => ({ kind: 'file', stamp: files.files.get(uri.slice(root.length + 1)) ?? '' }));
        if (!uris[0]!.endsWith('/slow.md')) return found;
        return new Promise((done) => {
          answer = () => done(found);
        });
      });
    };
    server = await startConversation(
      {},
      {
        folderUris: [root],
        serve,
        initializationOptions: { clausemarkFiles: true },
        wait: () => new Promise((done) => waits.push(done)),
      },
    );
    const wrong = '---\ncontrols: [27001:A.5.99]\n---\n# New\n';
    const create = async (...paths: string[]) => {
      waits.length = 0;
      await server.filesChanged(
        ...paths.map((path): [string, FileChangeType] => [`${root}/${path}`, FileChangeType.Created]),
      );
      await until(() => waits.length > 0);
      for (const done of waits.splice(0)) done();
      await server.settled();
    };
    for (const path of ['slow.md', 'quick.md']) files.files.set(path, wrong);
    await create('slow.md', 'quick.md');
    assert.deepEqual(codes('quick.md'), ['missing-field', 'unknown-reference']);
    assert.deepEqual(codes('slow.md'), []);
    answer(null);
    await until(() => codes('slow.md').includes('unknown-reference'));
    files.files.set('.clausemark.yaml', 'rules:\n  missing-field: off\n');
    await create('slow.md', '.clausemark.yaml');
    assert.deepEqual(codes('quick.md'), ['unknown-reference'], 'the settings are taken in');
  });

  /** Lets the server work until that is true. */
  const until = async (isTrue: () => boolean) => {
    for (let rounds = 0; !isTrue(); rounds++) {
      assert.ok(rounds < 50_000, 'the server waits');
      await new Promise((done) => setImmediate(done));
    }
  };

  it('is left alone where the client reads nothing for us', async () => {
    await start({}, { clausemarkMessages: true });
    assert.deepEqual(files.asked, []);
    assert.deepEqual(codes('policies/access.md'), []);
  });

  const coverage = () => server.request<CoverageMessage[]>(coverageRequest, {});
  const coversA515 = (messages: CoverageMessage[]) => {
    const entries = messages.flatMap(({ standards }) =>
      standards.flatMap(({ groups }) => groups.flatMap((g) => g.entries)),
    );
    return entries.find(({ id }) => id === 'A.5.15')?.state === 'covered';
  };
});
