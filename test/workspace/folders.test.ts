/** A system over several folders: what is in scope for its documents follows its soa.yaml, wherever that lies. */
import assert from 'node:assert/strict';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';

const system = (folders: string, standard: string) => `folders: ${folders}\nstandards: [${standard}]\n`;
const citing = '# House\n\nSee A.5.2.\n';

async function open(files: Record<string, string>): Promise<LiveWorkspace> {
  return new LiveWorkspace(new MemoryHost(files), miniCatalog).settle();
}

const standardIn = (live: LiveWorkspace, path: string) => live.workspace.document(path)!.references[0]!.standard;

describe('A workspace with systems over several folders', () => {
  const files = {
    'isms/soa.yaml': system('[../policies]', '99001'),
    'policies/a.md': citing,
    'other/soa.yaml': system('[., ../more]', '99042'),
    'other/b.md': citing,
    'more/c.md': citing,
  };

  it('reads each document against the standards of its system', async () => {
    const live = await open(files);
    assert.deepEqual(
      ['policies/a.md', 'other/b.md', 'more/c.md'].map((path) => standardIn(live, path)),
      ['99001', '99042', '99042'],
    );
  });

  it('follows a change of the folders as if it had been opened anew', async () => {
    const live = await open(files);
    const moved = {
      ...files,
      'isms/soa.yaml': system('[../more]', '99001'),
      'other/soa.yaml': system('[., ../policies]', '99042'),
    };
    for (const path of ['isms/soa.yaml', 'other/soa.yaml'] as const) live.workspace.setOpenText(path, moved[path]);
    await live.settle();
    assert.deepEqual([standardIn(live, 'policies/a.md'), standardIn(live, 'more/c.md')], ['99042', '99001']);
    assert.deepEqual(live.answers(), (await open(moved)).answers());
  });
});
