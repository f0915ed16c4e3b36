/** Exports where there is no Node: what is text is the same as elsewhere, and the rest is refused plainly. */
import assert from 'node:assert/strict';
import { browserExportTools } from '../../server/src/browser/exportTools.js';
import { renderExport } from '../../server/src/exports/main.js';
import { exampleExport } from './support.js';

describe('Exports in a browser', () => {
  const tools = browserExportTools();

  for (const format of ['html', 'markdown', 'csv', 'json'] as const) {
    it(`${format} has the bytes that it has elsewhere`, async () => {
      const { input, catalog } = exampleExport();
      const rendered = await tools.render(format, input, catalog);
      assert.ok('base64' in rendered);
      assert.deepEqual(
        new Uint8Array(Buffer.from(rendered.base64, 'base64')),
        new Uint8Array(await renderExport(format, input, catalog)),
      );
    });
  }

  it('refuses what needs Node, and says what there is instead', async () => {
    const { input, catalog } = exampleExport();
    for (const format of ['xlsx', 'docx', 'pdf', 'oscal-ssp', 'nonsense']) {
      const rendered = await tools.render(format, input, catalog);
      assert.ok('problem' in rendered, format);
      assert.match(rendered.problem, /cannot be made in a browser\. Choose HTML, Markdown, CSV or JSON/);
    }
    assert.equal(await tools.commit('file:///x'), null);
  });
});
