import './support/vscode.js';
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { decorate, type MarkdownToken } from '../../client/src/preview/decorate.js';
import { previewPage } from '../../server/src/core/features/previewPage.js';
import { findLineStarts, positionAt } from '../../server/src/core/text.js';
import type { PreviewMessage } from '../../server/src/protocol.js';
import { payloads } from '../security/support/poison.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { makeSnapshot } from '../support/workspace.js';

const { chipHtml, tableHtml, tagsHtml } = await import('../../client/src/preview/html.js');
type Chips = Parameters<typeof tagsHtml>[0];
type Table = Parameters<typeof tableHtml>[0];

/** As much of markdown-it as is used here; it brings no types. */
interface MarkdownIt {
  parse(text: string, env: object): MarkdownToken[];
  readonly renderer: {
    rules: Record<string, (tokens: MarkdownToken[], index: number) => string>;
    render(tokens: MarkdownToken[], options: object, env: object): string;
  };
  readonly options: object;
}
const Markdown = createRequire(import.meta.url)('markdown-it') as new (options: object) => MarkdownIt;

/** What the server says of a text, which is a document of its own. */
function pageOf(text: string): PreviewMessage {
  const page = previewPage(makeSnapshot({ 'a.md': text }, { catalog: catalogOfProject() }), 'a.md')!;
  const starts = findLineStarts(text);
  const written = text.split('\n');
  return {
    fields: page.fields,
    lines: page.chips.map(({ span, titles, isTag, state }) => {
      const { line, character } = positionAt(starts, span.start);
      const chip = { start: character, end: character + span.end - span.start, titles, isTag, state };
      return { line, text: written[line]!, isFrontMatter: span.start < (page.frontMatter?.end ?? 0), chips: [chip] };
    }),
  };
}

/** Lines that are named twice hold the chips of both. */
function joined(page: PreviewMessage): PreviewMessage {
  const lines = new Map<number, PreviewMessage['lines'][number]>();
  for (const each of page.lines) {
    const known = lines.get(each.line);
    lines.set(each.line, known ? { ...known, chips: [...known.chips, ...each.chips] } : each);
  }
  return { ...page, lines: [...lines.values()] };
}

/** The HTML of a preview of `shown`, when the server knows `known`. */
function render(known: string, shown = known): string {
  const md = new Markdown({ html: true });
  md.renderer.rules['clausemark_chip'] = (tokens, index) => chipHtml(tokens[index]!.meta as Chips[number]);
  md.renderer.rules['clausemark_tags'] = (tokens, index) => tagsHtml(tokens[index]!.meta as Chips);
  md.renderer.rules['clausemark_table'] = (tokens, index) => tableHtml(tokens[index]!.meta as Table);
  const tokens = md.parse(shown, {});
  const before = JSON.stringify(tokens);
  const prototype = Object.getPrototypeOf(tokens[0]);
  const make = (type: string) => Object.assign(Object.create(prototype), { type, nesting: 0, level: 0, attrs: null });
  const html = md.renderer.render(decorate(tokens, joined(pageOf(known)), make), md.options, {});
  assert.equal(JSON.stringify(tokens), before, 'the tokens that the preview keeps were changed');
  return html;
}

const chips = (html: string) =>
  [...html.matchAll(/<span class="clausemark-chip[^>]*>([^<]*)/g)].map((match) => match[1]);

describe('The Markdown preview', () => {
  it('shows references as chips with their titles', () => {
    const html = render('# Access\n\nSee **ISO/IEC 27001:2022 A.5.15** and A.5.99.\n');
    assert.deepEqual(chips(html), ['A.5.15', 'A.5.99']);
    assert.match(html, /title="27001:2022 A\.5\.15 Access control/);
    assert.match(html, /clausemark-unknown" title="The standard has no such number\.">A\.5\.99/);
  });

  it('finds them in lists, headings, quotes, table cells and on later lines', () => {
    const text = [
      '# ISO/IEC 27001:2022',
      '',
      '## A.5.15 Access control',
      '',
      '- one (A.5.16)',
      '  and A.5.17',
      '',
      '> see A.5.18',
      '',
      '| Control | Also |',
      '|---|---|',
      '| A.8.2 | A.8.2, A.8.3 |',
      '',
    ].join('\n');
    assert.deepEqual(chips(render(text)), ['A.5.15', 'A.5.16', 'A.5.17', 'A.5.18', 'A.8.2', 'A.8.2', 'A.8.3']);
  });

  it('leaves code, links’ addresses and what is no reference alone', () => {
    const html = render('ISO/IEC 27001:2022: `A.5.15`, [here](A.5.15.md), A.5.15.\n');
    assert.deepEqual(chips(html), ['A.5.15']);
    assert.match(html, /<code>A\.5\.15<\/code>/);
  });

  it('shows the tags of a section, and other comments not at all', () => {
    const html = render('# Doors\n<!-- controls: 27001:A.5.15, 27001:A.5.18 -->\n<!-- a note -->\n\nText.\n');
    assert.match(html, /<p class="clausemark-tags">.*A\.5\.15.*A\.5\.18/);
    assert.deepEqual(chips(html), ['27001:A.5.15', '27001:A.5.18']);
  });

  it('keeps the chips of the lines that stayed, while the server has not seen the others', () => {
    const known = '# ISO/IEC 27001:2022\n\nSee A.5.15.\n\nSee A.5.16.\n';
    assert.deepEqual(chips(render(known, known.replace('See A.5.16', 'See also A.5.16 and A.5.17'))), ['A.5.15']);
  });

  it('shows hostile text as text', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    const html = tableHtml({
      fields: [{ name: 'owner', value: hostile }],
      tags: [{ text: hostile, titles: [hostile], state: null }],
    });
    assert.ok(!/<script|<img/.test(html), html);
    assert.ok(!/title="[^"]*"[^>]*onerror/.test(html), html);
  });

  it('has no mark of HTML but its own, whatever the texts hold', () => {
    for (const text of payloads) {
      const chip = { text, titles: [text, text], state: null };
      const fields = [
        { name: 'owner', value: text },
        { name: text, value: text },
      ] as unknown as Table['fields'];
      const html = tableHtml({ fields, tags: [chip] }) + tagsHtml([chip]) + chipHtml(chip);
      // Our own tags, with a class and a title in which nothing can end early.
      const own = /<\/?(?:table|caption|tbody|tr|th|td|p|span)(?: (?:class|scope)="[\w -]*"| title="[^"<>]*")*>/g;
      assert.doesNotMatch(html.replace(own, ''), /[<>"']/, text);
    }
  });

  it('shows front matter as a table', () => {
    const html = tableHtml({
      fields: [{ name: 'approvedBy', value: 'CEO' }],
      tags: [{ text: 'A.5.15', titles: ['27001:2022 A.5.15 Access control'], state: null }],
    });
    assert.match(html, /<th scope="row">Approved by<\/th><td>CEO<\/td>/);
    assert.match(html, /<th scope="row">Covers<\/th><td><span class="clausemark-chip" title=/);
  });
});
