/** What the statement can be compared with: tags, and commits that touched it or its documents. */
import assert from 'node:assert/strict';
import { tagsOf, touchingCommits } from '../../server/src/node/gitRevisions.js';
import { type ScratchRepository, scratchRepository } from '../support/scratchRepository.js';

describe('Revisions to compare the statement with', () => {
  let repository: ScratchRepository;
  afterEach(() => repository.dispose());

  it('are tags of commits, the newest first, with or without a message', async () => {
    repository = scratchRepository();
    const first = repository.commit({ 'soa.yaml': 'a: 1\n' }, '2026-01-01');
    repository.git('tag', 'plain');
    const second = repository.commit({ 'soa.yaml': 'a: 2\n' }, '2026-02-01');
    repository.git('-c', 'tag.gpgSign=false', 'tag', '-a', 'päkket', '-m', 'Certification\n\nmore');
    repository.git('tag', 'tree', 'HEAD^{tree}');
    const tags = await tagsOf(repository.path);
    const found = new Map(tags.map((tag) => [tag.name, tag]));
    assert.deepEqual([...found.keys()].sort(), ['plain', 'päkket']);
    assert.deepEqual([found.get('plain')!.commit, found.get('plain')!.date], [first, '2026-01-01']);
    assert.deepEqual([found.get('päkket')!.commit, found.get('päkket')!.subject], [second, 'Certification']);
  });

  it('are commits that touched the soa.yaml or Markdown of its folders, and no others', async () => {
    repository = scratchRepository();
    const statement = repository.commit({ 'isms/soa.yaml': 'a: 1\n', 'isms/a.md': 'x\n' }, '2026-01-01');
    repository.commit({ 'src/code.ts': '1\n', 'other/b.md': 'y\n' }, '2026-02-01');
    repository.commit({ 'isms/picture.svg': '<svg/>\n' }, '2026-02-02');
    const document = repository.commit({ 'isms/sub/ä b.md': 'z\n' }, '2026-03-01');
    const commits = await touchingCommits(repository.path, 'isms/soa.yaml', ['isms']);
    assert.deepEqual(
      commits.map(({ commit, date, subject, touchesStatement }) => [commit, date, subject, touchesStatement]),
      [
        [document, '2026-03-01', 'change', false],
        [statement, '2026-01-01', 'change', true],
      ],
    );
    assert.equal((await touchingCommits(repository.path, 'isms/soa.yaml', [''])).length, 3);
  });
});
