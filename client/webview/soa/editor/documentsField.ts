/** Documents that serve a control without a tag of their own: shown by their titles, written as paths or ids. */
import type { PaneDocument, PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { Field, type OnCommit } from './field.js';
import { splitList } from './values.js';

export class DocumentsField extends Field {
  private texts: string[] = [];
  private row: PaneRow | null = null;
  private readonly list = element('ul', { class: 'listed-documents' });
  private readonly input: HTMLInputElement;

  /** @param listId the list of suggestions, whose options have titles as their labels */
  constructor(
    private readonly listId: string,
    private readonly onCommit: OnCommit,
  ) {
    super('documents', t('Documents without a tag'), 'half');
    this.input = element('input', {
      type: 'text',
      id: this.id,
      list: listId,
      placeholder: t('Title, path or id; several with ;'),
      autocomplete: 'off',
    });
    this.input.addEventListener('change', () => this.add());
    this.list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-remove-document]') : null;
      const text = button?.dataset['removeDocument'];
      if (text !== undefined) this.remove(text);
    });
    this.finish(this.list, this.input);
  }

  override show(row: PaneRow): void {
    this.row = row;
    super.show(row);
    this.draw();
  }

  content(): string {
    return JSON.stringify([...this.texts, ...splitList(this.input.value)]);
  }

  value(): EditValue {
    return JSON.parse(this.content()) as string[];
  }

  fill(content: string): void {
    this.texts = JSON.parse(content) as string[];
    this.input.value = '';
    this.draw();
  }

  controls(): HTMLElement[] {
    return [this.input, ...this.list.querySelectorAll<HTMLElement>('button')];
  }

  protected contentOf(row: PaneRow): string {
    return JSON.stringify(row.listedDocuments);
  }

  private add(): void {
    const added = splitList(this.input.value).map((text) => this.documentNamed(text));
    this.fill(JSON.stringify([...new Set([...this.texts, ...added])]));
    this.onCommit(this);
  }

  private remove(text: string): void {
    this.texts = this.texts.filter((each) => each !== text);
    this.draw();
    this.input.focus();
    this.onCommit(this);
  }

  private draw(): void {
    const items = this.texts.map((text) => {
      const name = this.titleOf(text);
      const label = t('Remove {0}', name);
      return element(
        'li',
        {},
        element('span', { title: text }, name),
        element(
          'button',
          { type: 'button', class: 'plain', 'data-remove-document': text, 'aria-label': label },
          icon('cross'),
        ),
      );
    });
    this.list.replaceChildren(...items);
    this.list.hidden = items.length === 0;
  }

  /** `POL-03 Access Control Policy`; the text itself where nobody knows the document. */
  private titleOf(text: string): string {
    const document = this.row?.documents.find((each) => isNamed(each, text));
    if (document) return document.id === null ? document.title : `${document.id} ${document.title}`;
    return this.options().find(({ value }) => value === text)?.label || text;
  }

  /** Whoever writes a title means its document. */
  private documentNamed(text: string): string {
    return this.options().find(({ label }) => label.toLowerCase() === text.toLowerCase())?.value ?? text;
  }

  private options(): HTMLOptionElement[] {
    const list = this.node.ownerDocument.getElementById(this.listId);
    return [...(list?.querySelectorAll('option') ?? [])];
  }
}

/** A document is listed by its id, or by its path from the folder of the soa.yaml. */
function isNamed({ id, path }: PaneDocument, text: string): boolean {
  const name = text.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  return id?.toLowerCase() === text.toLowerCase() || path === name || path.endsWith(`/${name}`);
}
