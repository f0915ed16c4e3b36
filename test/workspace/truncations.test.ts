/**
 * A soa.yaml as it is while somebody types it from its beginning: the findings, the statement and the pane are those of a
 * workspace that sees this text first. `CLAUSEMARK_FUZZ=1` tries every beginning; `npm test` one in several.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { withoutPlaces } from '../../server/src/core/soa/withoutPlaces.js';
import { readYaml } from '../../server/src/core/soa/yaml/source.js';
import { LiveWorkspace } from '../support/liveWorkspace.js';
import { MemoryHost } from '../support/memoryHost.js';
import { miniCatalog } from '../support/miniCatalog.js';
import { catalogOfProject } from '../support/realCatalog.js';

const example = readFileSync(new URL('../../examples/lindenhof/soa.yaml', import.meta.url), 'utf8');

/** Everything that a careful reader stumbles over: marks, comments of all kinds, names for values, several ways to quote. */
const odd = `\uFEFF# Teekännchen 🫖
organisation: &who "Tea & Co 🍵"
scope: >-
  All kettles,

  # not a comment
  everywhere
standards:
  99001: { edition: 2020 } # the one
owner: *who
controls: # below
# left of all
  99001:A.5.1:
    applicable: true
    justification: 'It''s ours: all of it'
    evidence: [evidence.pdf, { path: a b.pdf, date: 2026-01-31 }]
  ? 99001:A.5.2
  : no
  "99001:A.5.3": { applicable: yes, status: implemented,
    notes: "over
      two lines" }
  99001:A.5.4:
    <<: { applicable: no }
    justification: |+
      🔐 kept

additional:
  X-1: { title: Descaling, applicable: true }
history:
- { version: 1, date: 2026-01-01, by: Ann }
...
`;

const policy = '---\nid: POL-1\ncontrols: [99001:A.5.2, 27001:A.5.15]\n---\n# Keys\n\nSee A.5.2, A.5.16 and A.5.99.\n';

/** Lets the reader forget what it keeps of texts that were read before. */
function forgetPieces(): void {
  for (const text of ['one: 1\n', 'two: 2\n']) readYaml(text);
}

function shownBy(live: LiveWorkspace): object {
  const snapshot = live.workspace.snapshot();
  const model = buildSoaModel(snapshot.systems[0] ?? null, snapshot);
  return { answers: live.answers(), model, pane: withoutPlaces(model) };
}

async function check(text: string, catalog: Catalog, lengths: Iterable<number>): Promise<void> {
  const host = new MemoryHost({ 'policy.md': policy, 'soa.yaml': text, 'evidence.pdf': '' });
  const live = await new LiveWorkspace(host, catalog).settle();
  const whole = shownBy(live);
  for (const length of lengths) {
    const start = text.slice(0, length);
    live.workspace.setOpenText('soa.yaml', start);
    const now = shownBy(await live.settle());
    forgetPieces();
    const fresh = new LiveWorkspace(host.copy(), catalog);
    fresh.workspace.setOpenText('soa.yaml', start);
    assert.deepEqual(now, shownBy(await fresh.settle()), `the first ${length} characters`);
  }
  live.workspace.closeText('soa.yaml');
  assert.deepEqual(shownBy(await live.settle()), whole, 'nothing is lost');
}

/** One length in so many, or each of them in a long search. */
function* some(text: string, step: number): Generator<number> {
  const one = process.env['CLAUSEMARK_FUZZ'] ? 1 : step;
  for (let length = text.length % one; length <= text.length; length += one) yield length;
}

describe('A soa.yaml that is being typed', function () {
  this.timeout(0);

  for (const [name, ending] of [
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ]) {
    it(`is what it is when read afresh, with ${name}`, async () => {
      const text = odd.replaceAll('\n', ending!);
      await check(text, miniCatalog, some(text, 17));
    });
  }

  it('is it for the example too', async () => {
    await check(example, catalogOfProject(), some(example, 9001));
  });
});
