/** The preview of an import as a whole: what was read in, page out; choices and the word to write out. */
import { element, keepingFocus, setText } from '../shared/dom.js';
import { Foot } from '../shared/foot.js';
import { icon } from '../shared/icons.js';
import type { PageHost, PageView } from '../shared/page.js';
import { t } from '../shared/texts.js';
import { ChoicesForm } from './choicesForm.js';
import type { MessageFromImport, MessageToImport, PreviewMessage } from './messages.js';
import { sectionsOf } from './sections.js';

export class ImportView implements PageView<MessageToImport> {
  private readonly message = element('p', { class: 'message', role: 'status' }, t('Reading the file …'));
  private readonly head = element('header', { class: 'top' });
  private readonly sections = element('div', { class: 'view' });
  private readonly write = element('button', { type: 'button', class: 'primary' }, '');
  private readonly report = element('button', { type: 'button', class: 'secondary' }, t('Show as Markdown'));
  private readonly content: HTMLElement;
  private readonly form: ChoicesForm;
  private readonly foot: Foot;
  private isWritten = false;

  constructor(
    root: HTMLElement,
    private readonly host: PageHost<MessageFromImport, null>,
  ) {
    this.form = new ChoicesForm((choices) => host.post({ type: 'choose', choices }));
    const buttons = element('div', { class: 'foot-line import-buttons' }, this.write, this.report);
    this.foot = new Foot(buttons, () => {});
    const form = element('div', { class: 'view choices-view' }, this.form.node);
    this.content = element('main', {}, this.head, form, this.sections, this.foot.node);
    this.content.hidden = true;
    root.replaceChildren(this.message, this.content);
    this.write.addEventListener('click', () => host.post({ type: 'write' }));
    this.report.addEventListener('click', () => host.post({ type: 'report' }));
  }

  start(): void {
    this.host.post({ type: 'ready' });
  }

  receive(message: MessageToImport): void {
    switch (message?.type) {
      case 'preview':
        this.show(message);
        break;
      case 'working':
        this.write.disabled = true;
        break;
      case 'written':
        this.isWritten = true;
        this.write.hidden = true;
        this.form.node.hidden = true;
        this.foot.tell(message.text, false);
        break;
      case 'tell':
        this.write.disabled = this.isWritten;
        this.foot.tell(message.text, false);
        break;
    }
  }

  private show({ preview, problem, choices, hasExisting }: PreviewMessage): void {
    const title = preview ? t('Import of {0}', preview.file) : t('Import');
    const lines = (preview?.summary ?? []).map((line) => element('li', {}, line));
    const fault = problem === null ? null : element('p', { class: 'notice' }, icon('warning'), ' ', problem);
    this.message.hidden = true;
    this.content.hidden = false;
    this.head.replaceChildren(
      element('h1', {}, title),
      ...(fault ? [fault] : []),
      element('ul', { class: 'summary-lines' }, ...lines),
    );
    this.form.show(preview, choices, hasExisting);
    const changes = preview?.entries.length ?? 0;
    this.write.disabled = problem !== null || (choices.target !== 'new' && changes === 0);
    setText(this.write, choices.target === 'new' ? t('Open as a new soa.yaml') : t('Write into soa.yaml'));
    this.report.hidden = preview === null;
    keepingFocus(this.sections, ['aria-label'], () =>
      this.sections.replaceChildren(...(preview ? sectionsOf(preview) : []).filter((part) => part !== null)),
    );
  }
}
