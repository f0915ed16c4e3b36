/** How the file is to be read: which sheet, which standards, which edition, and what is to happen with the soa.yaml that is there. */
import type { ImportPreview } from '../../../server/src/core/soa/import/previewTypes.js';
import { type Child, element } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import type { ImportChoices, ImportTargetName } from './messages.js';

const targets: Readonly<Record<ImportTargetName, readonly [label: string, detail: string]>> = {
  fill: [
    t('Fill what soa.yaml leaves open'),
    t('What is written there stays; what the file says differently is listed below.'),
  ],
  replace: [
    t('Let the file win'),
    t('What the file says replaces what is written in soa.yaml; everything else stays.'),
  ],
  new: [t('Make a new soa.yaml beside it'), t('In a new tab that is not saved.')],
};

export class ChoicesForm {
  readonly node = element('form', { class: 'choices-form' });

  constructor(onChange: (choices: ImportChoices) => void) {
    this.node.addEventListener('submit', (event) => event.preventDefault());
    this.node.addEventListener('change', () => onChange(this.read()));
  }

  show(preview: ImportPreview | null, choices: ImportChoices, hasExisting: boolean): void {
    const focused = this.node.contains(document.activeElement) ? document.activeElement?.id : null;
    const parts: Child[] = [
      preview ? sheets(preview, choices) : null,
      preview ? standards(preview, choices) : null,
      preview ? migration(preview, choices) : null,
      hasExisting ? targetChoice(choices) : null,
    ];
    this.node.replaceChildren(...parts.filter((part) => part !== null));
    if (focused) this.node.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
  }

  private read(): ImportChoices {
    const value = (name: string) =>
      this.node.querySelector<HTMLInputElement | HTMLSelectElement>(`select[name=${name}], input[name=${name}]:checked`)
        ?.value ?? '';
    const boxes = [...this.node.querySelectorAll<HTMLInputElement>('input[name=standard]:checked')];
    const target = value('target');
    return {
      sheet: value('sheet') || null,
      standards: boxes.map((box) => box.value),
      migrates: value('migrates') !== '',
      target: target === 'fill' || target === 'replace' ? target : 'new',
    };
  }
}

function sheets({ sheets: all }: ImportPreview, { sheet }: ImportChoices): Child {
  if (all.length < 2) return null;
  const options = [
    element('option', { value: '' }, t('All sheets that are not hidden')),
    ...all.map(({ name, rows, isHidden }) => {
      const text = isHidden ? t('{0} ({1} rows, hidden)', name, rows) : t('{0} ({1} rows)', name, rows);
      return element('option', { value: name }, text);
    }),
  ];
  const select = element('select', { id: 'import-sheet', name: 'sheet' }, ...options);
  select.value = sheet ?? '';
  return element('div', { class: 'choice-line' }, element('label', { for: 'import-sheet' }, t('Sheet')), select);
}

function standards({ offered, standards: read }: ImportPreview, { standards: chosen }: ImportChoices): Child {
  if (offered.length === 0) return null;
  const found = read.map(({ title, placed, all }) => t('{0}: {1} of {2} controls', title, placed, all)).join('; ');
  const boxes = offered.map(({ name, title }, index) => {
    const box = element('input', { type: 'checkbox', id: `import-standard-${index}`, name: 'standard', value: name });
    box.checked = chosen.includes(name);
    return element('label', { class: 'choice' }, box, title);
  });
  return element(
    'fieldset',
    {},
    element('legend', {}, t('Standards of the file')),
    element(
      'p',
      { class: 'muted' },
      chosen.length === 0 ? t('As the file tells: {0}. Choose here if that is wrong.', found || '–') : found,
    ),
    element('div', { class: 'choices' }, ...boxes),
  );
}

function migration({ migratable }: ImportPreview, { migrates }: ImportChoices): Child {
  if (migratable === 0 && !migrates) return null;
  const box = element('input', { type: 'checkbox', id: 'import-migrates', name: 'migrates', value: 'yes' });
  box.checked = migrates;
  const text =
    migratable === 1
      ? t('Move 1 id of the edition before to what became of it')
      : t('Move {0} ids of the edition before to what became of them', migratable);
  return element('div', { class: 'choice-line' }, element('label', { class: 'choice' }, box, text));
}

function targetChoice({ target }: ImportChoices): Child {
  const radios = (Object.keys(targets) as ImportTargetName[]).map((name) => {
    const [label, detail] = targets[name];
    const radio = element('input', { type: 'radio', id: `import-target-${name}`, name: 'target', value: name });
    radio.checked = name === target;
    return element(
      'div',
      { class: 'target' },
      element('label', { class: 'choice' }, radio, label),
      element('span', { class: 'muted' }, detail),
    );
  });
  return element('fieldset', {}, element('legend', {}, t('There is a soa.yaml already')), ...radios);
}
