/**
 * Our part of the Markdown preview, in the web worker. VS Code's own part is not in the server's package as a browser build, so
 * the same markdown-it that it uses is handed to the extension here, as VS Code would hand it over.
 */
import assert from 'node:assert';
// @ts-expect-error: it brings no types
import Markdown from 'markdown-it';
import * as vscode from 'vscode';
import { closeAll, extensionId, freshPath, openNew, remove, waitFor } from '../support/editor.js';

/** As much of it as is used here. */
interface MarkdownIt {
  render(text: string, env: object): string;
}

describe('What the extension adds to a Markdown preview', () => {
  const path = freshPath();
  after(async () => {
    await closeAll();
    await remove(path);
  });

  it('references are chips with their titles, once the server has answered', async () => {
    const extension = vscode.extensions.getExtension<{ extendMarkdownIt(md: MarkdownIt): MarkdownIt }>(extensionId);
    const { extendMarkdownIt } = await extension!.activate();
    const markdown = extendMarkdownIt(new Markdown({ html: true }));
    const text = '# Probe\n\nSee ISO/IEC 27001:2022 A.5.15 and A.5.99 <b>&</b>.\n';
    const { document } = await openNew(path, text);
    const html = await waitFor('chips', () => {
      const shown = markdown.render(text, { currentDocument: document.uri });
      return /clausemark-chip/.test(shown) && shown;
    });
    assert.match(html, /title="27001:2022 A\.5\.15 Access control/);
    assert.match(html, /no such number[^>]*>A\.5\.99</);
    assert.doesNotMatch(html, /<script/);
  });
});
