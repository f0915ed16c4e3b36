/** What stays at the bottom of the page: what was written, with a way back; and the bar for chosen rows. */
import { element, setText } from './dom.js';
import { t } from './texts.js';

export class Foot {
  readonly node: HTMLElement;
  private readonly text = element('p', { class: 'foot-text', role: 'status' });
  private readonly undo = element('button', { type: 'button', class: 'secondary' }, t('Undo'));
  private readonly notice: HTMLElement;
  private readonly dismiss = element('button', { type: 'button', class: 'secondary' }, t('Dismiss'));

  constructor(
    private readonly bulk: HTMLElement,
    onUndo: () => void,
  ) {
    this.notice = element('div', { class: 'notice-line', hidden: true }, this.undo, this.dismiss);
    // The words stay where they are, so that screen readers hear them change.
    this.node = element(
      'footer',
      { class: 'foot' },
      bulk,
      element('div', { class: 'foot-line' }, this.text, this.notice),
    );
    this.undo.addEventListener('click', onUndo);
    this.dismiss.addEventListener('click', () => this.tell('', false));
  }

  /** The bar is for the table alone. */
  showBulk(isShown: boolean): void {
    this.bulk.classList.toggle('away', !isShown);
  }

  tell(text: string, canUndo: boolean): void {
    setText(this.text, text);
    this.notice.hidden = text === '';
    this.undo.hidden = !canUndo;
  }
}
