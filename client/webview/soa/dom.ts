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
