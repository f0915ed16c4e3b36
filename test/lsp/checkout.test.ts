/** Another branch is checked out by git, hundreds of files at once, while somebody goes on typing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Conversation, startConversation } from '../support/conversation.js';
import { repositoryIn } from '../support/scratchRepository.js';

const count = 300;
const name = (at: number) => `${at % 3 === 0 ? '' : `d${at % 11}/`}f${at}.md`;
const policy = (at: number, id: string) =>
  `---\nid: POL-${at}\ncontrols: [27001:A.5.${(at % 30) + 1}]\n---\n# Policy ${at}\n\nSee A.5.${id}.\n`;
const statement = (standard: string) => `organisation: X\nstandards:\n  ${standard}\ncontrols:\n  27001:A.5.15: yes\n`;
const soa = { main: statement('27001: { edition: 2022 }'), other: statement('42001: { edition: 2023 }') };
const start = { line: 6, character: 0 };

describe('A checkout of hundreds of files', function () {
  this.timeout(120_000);
  const talks: Conversation[] = [];
  afterEach(() => {
    for (const talk of talks.splice(0)) talk.end();
  });
  const converse = async (files: Record<string, string>) => {
    talks.push(await startConversation(files));
    return talks.at(-1)!;
  };

  it('while somebody types leaves what a fresh server says of the files that are there then', async () => {
    const main = Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), policy(at, '99')]));
    const talk = await converse({ ...main, 'soa.yaml': soa.main });
    const repository = repositoryIn(talk.folder);
    repository.commit({});
    repository.git('branch', '-m', 'main');
    repository.git('checkout', '-q', '-b', 'other');
    // A third gets a neighbour, a third changes, a third goes.
    for (let at = 0; at < count; at++) {
      if (at % 3 === 0) repository.write(`new/${name(at)}`, policy(at, '98'));
      if (at % 3 === 1) repository.write(name(at), policy(at, '15'));
      if (at % 3 === 2) repository.remove(name(at));
    }
    repository.commit({ 'soa.yaml': soa.other });
    const list = (...args: string[]) =>
      repository
        .git(...args, '-z')
        .split('\0')
        .filter(Boolean);
    const touched = list('diff', '--name-only', 'main', 'other');
    repository.git('checkout', '-q', 'main');
    const edited = name(1);
    let text = policy(1, '97');
    await talk.open(edited, text);
    for (const branch of ['other', 'main', 'other']) {
      repository.git('checkout', '-q', branch);
      // The watcher tells of them by and by: first that they went or came, and then that they changed.
      for (let first = 0; first < touched.length; first += 40) {
        const told = touched.slice(first, first + 40);
        await talk.change(edited, { range: { start, end: start }, text: 'word ' });
        text = text.replace('\n\n', '\n\nword ');
        await talk.filesChanged(...told.map((path): [string, 1 | 3] => [path, branch === 'other' ? 3 : 1]));
        await talk.filesChanged(...told.map((path): [string, 2] => [path, 2]));
      }
    }
    const { documents } = await talk.settled();
    const files = list('ls-files').map((path) => [path, readFileSync(join(repository.path, path), 'utf8')] as const);
    const fresh = await converse(Object.fromEntries(files));
    await fresh.open(edited, text);
    assert.equal(documents, (await fresh.settled()).documents);
    const paths = [...new Set([...Object.keys(main), ...files.map(([path]) => path)])];
    const shown = (of: Conversation) =>
      paths.map((path) => [path, of.diagnostics(path).map(({ code, range, message }) => [code, range, message])]);
    assert.deepEqual(shown(talk), shown(fresh));
    assert.ok(shown(talk).flat(2).length > count);
  });
});
