/** The tabs of the pane: one is shown, the arrow keys lead from tab to tab. */
import type { TabName } from '../messages.js';
import { element } from '../shared/dom.js';
import { t } from '../shared/texts.js';

export interface Tab {
  readonly name: TabName;
  readonly label: string;
  readonly panel: HTMLElement;
}

export class Tabs {
  readonly node: HTMLElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private index = 0;

  constructor(
    private readonly tabs: readonly Tab[],
    private readonly onSelect: (name: TabName) => void,
  ) {
    this.buttons = tabs.map(({ name, label, panel }) => {
      panel.id = `panel-${name}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `tab-${name}`);
      return element(
        'button',
        { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': panel.id, 'data-tab': name },
        label,
      );
    });
    this.node = element(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': t('Views of the statement') },
      ...this.buttons,
    );
    this.node.addEventListener('click', ({ target }) => {
      const index = this.buttons.indexOf(target as HTMLButtonElement);
      if (index >= 0) this.select(index);
    });
    this.node.addEventListener('keydown', (event) => this.onKey(event));
  }

  get current(): TabName {
    return this.tabs[this.index]!.name;
  }

  show(name: TabName): void {
    const index = this.tabs.findIndex((tab) => tab.name === name);
    if (index >= 0) this.select(index);
  }

  private select(index: number): void {
    this.index = index;
    this.tabs.forEach(({ panel }, at) => {
      panel.hidden = at !== index;
      this.buttons[at]!.setAttribute('aria-selected', String(at === index));
      this.buttons[at]!.tabIndex = at === index ? 0 : -1;
    });
    this.onSelect(this.current);
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.tabs.length - 1;
    const goals: Record<string, number> = {
      ArrowRight: this.index === last ? 0 : this.index + 1,
      ArrowLeft: this.index === 0 ? last : this.index - 1,
      Home: 0,
      End: last,
    };
    const goal = goals[event.key];
    if (goal === undefined) return;
    this.select(goal);
    this.buttons[goal]!.focus();
    event.preventDefault();
  }
}
