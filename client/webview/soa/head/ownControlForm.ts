/** A new control of the organisation's own: its id, what it is, and where it comes from. */
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import type { HeadHost } from './standardsEditor.js';

export class OwnControlForm {
  readonly node: HTMLElement;
  private readonly id = this.input(t('Id'), 'OWN-01', 'own-id');
  private readonly title = this.input(t('Title'), t('What the control is'), 'own-title');
  private readonly source = this.input(t('Where it comes from'), t('A contract, a law, a scheme'), 'own-source');
  private readonly fault = element('p', { class: 'fault', role: 'alert', id: 'own-fault', hidden: true });

  /**
   * @param onAdded the control is in soa.yaml
   * @param onClose the reader is done, or has changed his mind
   */
  constructor(
    private readonly host: Pick<HeadHost, 'edit'>,
    private readonly onAdded: (id: string) => void,
    onClose: () => void,
  ) {
    const add = element('button', { type: 'button', class: 'primary' }, t('Add'));
    const cancel = element('button', { type: 'button', class: 'secondary' }, t('Cancel'));
    const field = (input: HTMLInputElement, label: string, className = '') =>
      element(
        'div',
        { class: `field ${className}` },
        element('label', { class: 'field-label', for: input.id }, label),
        input,
      );
    this.node = element(
      'section',
      { class: 'editor own-form', 'aria-labelledby': 'own-form' },
      element('div', { class: 'editor-head' }, element('h2', { id: 'own-form' }, t('A control of your own'))),
      element(
        'div',
        { class: 'fields' },
        field(this.id, t('Id')),
        field(this.title, t('Title')),
        field(this.source, t('Where it comes from'), 'half'),
      ),
      this.fault,
      element('p', { class: 'form-buttons' }, add, ' ', cancel),
    );
    add.addEventListener('click', () => this.add());
    cancel.addEventListener('click', onClose);
    this.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.add();
      else return;
      event.preventDefault();
    });
  }

  focus(): void {
    this.id.focus();
  }

  private input(label: string, placeholder: string, id: string): HTMLInputElement {
    return element('input', { type: 'text', id, placeholder, autocomplete: 'off', 'aria-label': label });
  }

  private add(): void {
    const control = this.id.value.trim();
    const change = {
      kind: 'addOwn',
      control,
      title: this.title.value.trim(),
      source: this.source.value.trim(),
    } as const;
    this.host.edit([change], (refused) => {
      this.fault.hidden = refused === null;
      this.fault.replaceChildren(...(refused === null ? [] : [icon('warning'), refused]));
      if (refused === null) this.onAdded(control);
    });
  }
}
