/**
 * Our part of VS Code's Markdown preview. Rendering cannot wait, and the server has to be asked: a preview is drawn with
 * what is known, and drawn again when more is. No script runs in the page.
 */
import { commands, Disposable, type Uri, workspace } from 'vscode';
import { type PreviewMessage, type PreviewParams, previewRequest } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import {
  type Chip,
  type ControlTable,
  chipToken,
  decorate,
  type MarkdownToken,
  tableToken,
  tagsToken,
} from './decorate.js';
import { chipHtml, tableHtml, tagsHtml } from './html.js';

/** As much of markdown-it as we touch. */
export interface MarkdownIt {
  readonly renderer: {
    rules: Record<string, ((tokens: MarkdownToken[], index: number) => string) | undefined>;
    render(tokens: MarkdownToken[], options: unknown, env: unknown): string;
  };
}

/** Previews beyond so many are not kept up to date; the ones looked at last are. */
const mostPages = 8;

/** In milliseconds: several changes that come at once are one. */
const patience = 150;

export class PreviewPages implements Disposable {
  /** By URI, the one rendered longest ago first; null while the server has not answered. */
  private readonly pages = new Map<string, PreviewMessage | null>();
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly listener: Disposable;

  constructor(private readonly server: ServerConnection) {
    this.listener = Disposable.from(
      server.onDidChangeSoa(() => this.updateSoon()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('clausemark.markdownPreview') && this.pages.size > 0) this.redraw();
      }),
    );
  }

  /** Called by VS Code for each engine that it makes. */
  extend(md: MarkdownIt): MarkdownIt {
    const { renderer } = md;
    const render = renderer.render.bind(renderer);
    renderer.rules[chipToken] = (tokens, index) => chipHtml(tokens[index]!.meta as Chip);
    renderer.rules[tagsToken] = (tokens, index) => tagsHtml(tokens[index]!.meta as readonly Chip[]);
    renderer.rules[tableToken] = (tokens, index) => tableHtml(tokens[index]!.meta as ControlTable);
    renderer.render = (tokens, options, env) => {
      const page = this.pageFor((env as { currentDocument?: Uri } | undefined)?.currentDocument);
      return render(page ? decorated(tokens, page) : tokens, options, env);
    };
    return md;
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.listener.dispose();
  }

  private pageFor(uri: Uri | undefined): PreviewMessage | null {
    if (!uri || !workspace.getConfiguration('clausemark').get('markdownPreview', true)) return null;
    const name = uri.toString();
    const known = this.pages.get(name);
    this.pages.delete(name);
    this.pages.set(name, known ?? null);
    if (known === undefined) this.updateSoon();
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= mostPages) break;
      this.pages.delete(oldest);
    }
    return known ?? null;
  }

  private updateSoon(): void {
    if (this.pages.size === 0) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.update(), patience);
  }

  private async update(): Promise<void> {
    let isOther = false;
    for (const name of [...this.pages.keys()]) {
      const params: PreviewParams = { uri: name };
      const page = await this.server.request<PreviewMessage>(previewRequest, params);
      if (!this.pages.has(name) || JSON.stringify(this.pages.get(name)) === JSON.stringify(page)) continue;
      this.pages.set(name, page);
      isOther = true;
    }
    if (isOther) this.redraw();
  }

  private redraw(): void {
    void commands.executeCommand('markdown.preview.refresh');
  }
}

/** Tokens of our own are made as copies of one of theirs, so that they have its methods. */
function decorated(tokens: MarkdownToken[], page: PreviewMessage): MarkdownToken[] {
  const [any] = tokens;
  if (!any) return tokens;
  const make = (type: string): MarkdownToken => {
    const blank = {
      type,
      tag: '',
      content: '',
      hidden: false,
      block: false,
      level: 0,
      map: null,
      children: null,
      meta: null,
    };
    return Object.assign(
      Object.create(Object.getPrototypeOf(any)),
      { attrs: null, nesting: 0, markup: '', info: '' },
      blank,
    );
  };
  return decorate(tokens, page, make);
}
