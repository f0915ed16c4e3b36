/** The proofs of a control: paths, addresses or words, each with its date and the last day on which it holds. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { Field, type OnCommit } from './field.js';
import { type EvidenceEntry, evidenceOf, evidenceValue, noEvidence } from './values.js';

interface Line {
  readonly node: HTMLElement;
  readonly text: HTMLInputElement;
  readonly date: HTMLInputElement;
  readonly until: HTMLInputElement;
  readonly remove: HTMLButtonElement;
  readonly kept: EvidenceEntry['kept'];
}

export class EvidenceField extends Field {
  private lines: Line[] = [];
  private readonly list = element('div', { class: 'evidence-lines' });
  private readonly add: HTMLButtonElement;

  constructor(private readonly onCommit: OnCommit) {
    super('evidence', t('Evidence'), 'wide');
    this.add = element('button', { type: 'button', class: 'link add-evidence' }, t('Add evidence'));
    this.add.addEventListener('click', () => {
      this.append(noEvidence);
      this.lines.at(-1)?.text.focus();
    });
    const group = element('div', { role: 'group', 'aria-labelledby': `${this.id}-label` }, this.list, this.add);
    this.finish(group);
  }

  content(): string {
    return JSON.stringify(this.entries().filter(({ text }) => text.trim() !== ''));
  }

  value(): EditValue {
    return evidenceValue(this.entries());
  }

  fill(content: string): void {
    const focused = this.controls().indexOf(document.activeElement as HTMLElement);
    for (const { node } of this.lines) node.remove();
    this.lines = [];
    for (const entry of JSON.parse(content) as EvidenceEntry[]) this.append(entry);
    const controls = this.controls();
    if (focused >= 0) controls[Math.min(focused, controls.length - 1)]?.focus({ preventScroll: true });
  }

  controls(): HTMLElement[] {
    return [...this.lines.flatMap(({ text, date, until, remove }) => [text, date, until, remove]), this.add];
  }

  protected contentOf(row: PaneRow): string {
    return JSON.stringify(evidenceOf(row));
  }

  protected override makeLabel(label: string): HTMLElement {
    return element('span', { id: `${this.id}-label`, class: 'field-label' }, label);
  }

  private entries(): EvidenceEntry[] {
    return this.lines.map(({ text, date, until, kept }) => ({
      text: text.value.trim(),
      date: date.value.trim(),
      until: until.value.trim(),
      kept,
    }));
  }

  private append(entry: EvidenceEntry): void {
    const name = t('Evidence: path, web address or words');
    const text = element('input', {
      type: 'text',
      placeholder: t('evidence/access-review.pdf, https://… or a few words'),
      'aria-label': name,
      autocomplete: 'off',
    });
    const date = dateInput(entry.date);
    const until = dateInput(entry.until);
    const remove = element(
      'button',
      { type: 'button', class: 'plain', 'aria-label': t('Remove this evidence') },
      icon('cross'),
    );
    const node = element(
      'div',
      { class: 'evidence-line' },
      text,
      element('label', {}, element('span', {}, t('from')), date),
      element(
        'label',
        {},
        element('span', {}, entry.kept.valid === '' ? t('until') : t('for {0}, or until', entry.kept.valid)),
        until,
      ),
      remove,
    );
    text.value = entry.text;
    const line: Line = { node, text, date, until, remove, kept: entry.kept };
    for (const input of [text, date, until]) {
      input.addEventListener('change', () => {
        if (line.text.value.trim() !== '') this.onCommit(this);
      });
    }
    remove.addEventListener('click', () => this.remove(line));
    this.lines.push(line);
    this.list.append(node);
  }

  private remove(line: Line): void {
    const index = this.lines.indexOf(line);
    this.lines.splice(index, 1);
    line.node.remove();
    (this.lines[Math.min(index, this.lines.length - 1)]?.text ?? this.add).focus();
    this.onCommit(this);
  }
}

function dateInput(value: string): HTMLInputElement {
  const input = element('input', { type: 'text', class: 'date', placeholder: '2026-03-31', autocomplete: 'off' });
  input.value = value;
  return input;
}
