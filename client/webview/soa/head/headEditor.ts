/** The editor of the head: organisation, scope, version, dates, roles. Each field is written as soon as the reader is done with it. */
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import type { HeadField, OfferedMessage } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { t } from '../../shared/texts.js';
import { FieldSet } from '../editor/fieldSet.js';
import { headFields } from './headFields.js';
import { type HeadHost, StandardsEditor } from './standardsEditor.js';

export class HeadEditor {
  readonly node: HTMLElement;
  private readonly set: FieldSet<PaneModel>;
  private readonly standards: StandardsEditor;

  /** @param onClose the reader is done */
  constructor(host: HeadHost, onClose: () => void) {
    this.standards = new StandardsEditor(host);
    this.set = new FieldSet(
      headFields((field) => this.set.commit(field)),
      (field) =>
        host.edit([{ kind: 'header', field: field.name as HeadField, value: String(field.value()) }], (refused) =>
          field.refuse(refused),
        ),
      () => host.keep(),
    );
    const title = element('h2', { id: 'head-editor' }, t('Head of the statement'));
    const close = element('button', { type: 'button', class: 'link', title: 'Escape' }, t('Close'));
    close.addEventListener('click', onClose);
    this.node = element(
      'section',
      { class: 'editor head-editor', 'aria-labelledby': 'head-editor' },
      element('div', { class: 'editor-head' }, title, close),
      this.set.node,
      this.standards.node,
    );
    this.node.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    });
  }

  show(model: PaneModel): void {
    this.set.show(model);
    this.standards.show(model);
  }

  offer(standards: OfferedMessage['standards']): void {
    this.standards.offer(standards);
  }

  focus(): void {
    this.set.fields[0]?.focus();
  }

  /** Texts that are not written yet, by field. */
  drafts(): Record<string, string> {
    return { ...this.set.drafts(), ...this.standards.drafts() };
  }

  restore(texts: Readonly<Record<string, string>>): void {
    this.set.restore(texts);
    this.standards.restore(texts);
  }

  /** Sends what is typed and not yet sent, as leaving the field would. */
  commitAll(): void {
    this.set.commitAll();
    this.standards.commitAll();
  }
}
