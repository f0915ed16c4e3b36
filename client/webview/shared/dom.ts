/** Making elements. Text goes in as text nodes and nothing else: no markup of a document ever becomes an element. */

export type Child = Node | string | null;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (true: empty attribute; false, null, undefined: none) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  setAttributes(node, attributes);
  node.append(...children.filter((child) => child !== null));
  return node;
}

export function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) node.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      if (node.getAttribute(name) !== text) node.setAttribute(name, text);
    }
  }
}

/** A button that looks like a link; `data` says what it opens. */
export function linkButton(data: Attributes, ...children: Child[]): HTMLButtonElement {
  return element('button', { type: 'button', class: 'link', ...data }, ...children);
}

/** Replaces the children only where they would differ, so that nothing flickers and no selection is lost. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Draws a part of the page anew and puts the focus back on what stands for the same thing afterwards.
 * @param names attributes that tell what an element stands for
 */
export function keepingFocus(node: Element, names: readonly string[], draw: () => void): void {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const selector = names
    .flatMap((name) => {
      const value = focused?.getAttribute(name);
      return typeof value === 'string' ? [`[${name}="${CSS.escape(value)}"]`] : [];
    })
    .join('');
  draw();
  if (selector !== '') node.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}

/** Part of the page that scrolls sideways by itself, and can be reached with the keyboard for that. */
export function scrollRegion(label: string, ...children: Child[]): HTMLElement {
  return element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, ...children);
}

/** A table of facts with its name and column heads, in a frame that scrolls sideways. */
export function scrollTable(
  caption: string,
  className: string,
  heads: readonly (string | HTMLElement)[],
  ...bodies: Child[]
): HTMLElement {
  const cells = heads.map((head) => (typeof head === 'string' ? element('th', { scope: 'col' }, head) : head));
  const table = element(
    'table',
    { class: `figures ${className}`.trim() },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...cells)),
    ...bodies,
  );
  return scrollRegion(caption, table);
}
