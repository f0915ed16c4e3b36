/** What stays at the bottom of a page: what was done, with a way back. */
import { element, setText } from './dom.js';
import { t } from './texts.js';

export class Foot {
  readonly node: HTMLElement;
  private readonly text = element('p', { class: 'foot-text', role: 'status' });
  private readonly undo = element('button', { type: 'button', class: 'secondary' }, t('Undo'));
  private readonly notice: HTMLElement;
  private readonly dismiss = element('button', { type: 'button', class: 'secondary' }, t('Dismiss'));

  /** @param above what stands above the line with the words, or null */
  constructor(above: HTMLElement | null, onUndo: () => void) {
    this.notice = element('div', { class: 'notice-line', hidden: true }, this.undo, this.dismiss);
    // The words stay where they are, so that screen readers hear them change.
    this.node = element(
      'footer',
      { class: 'foot' },
      above,
      element('div', { class: 'foot-line' }, this.text, this.notice),
    );
    this.undo.addEventListener('click', onUndo);
    this.dismiss.addEventListener('click', () => this.tell('', false));
  }

  tell(text: string, canUndo: boolean): void {
    setText(this.text, text);
    this.notice.hidden = text === '';
    this.undo.hidden = !canUndo;
  }
}
