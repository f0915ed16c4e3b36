/** Small drawings that tell states apart by their shape. They stand beside words and are hidden from screen readers. */

export type IconName =
  | 'check'
  | 'cross'
  | 'question'
  | 'dash'
  | 'full'
  | 'half'
  | 'clock'
  | 'empty'
  | 'dotted'
  | 'warning';

const circle = 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13Z';

/** Paths in a square of 16; those in `filled` are filled, the others drawn. */
const shapes: Readonly<Record<IconName, { readonly drawn?: readonly string[]; readonly filled?: readonly string[] }>> =
  {
    check: { drawn: ['M2.5 8.5l3.5 3.5l7.5-8'] },
    cross: { drawn: ['M3.5 3.5l9 9', 'M12.5 3.5l-9 9'] },
    question: { drawn: [circle, 'M6 6.3a2 2 0 1 1 2.9 1.8q-.9.5-.9 1.4', 'M8 11.3v.6'] },
    dash: { drawn: ['M3 8h10'] },
    full: { filled: [`${circle}`], drawn: ['M4.8 8.2l2.3 2.3l4.2-4.8'] },
    half: { drawn: [circle], filled: ['M8 1.5a6.5 6.5 0 0 1 0 13Z'] },
    clock: { drawn: [circle, 'M8 4.5v3.7l2.4 1.6'] },
    empty: { drawn: [circle] },
    dotted: { drawn: [circle] },
    warning: { drawn: ['M8 2L14.5 13.8H1.5Z', 'M8 6.3v3.6', 'M8 11.6v.6'] },
  };

const namespace = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const path of shapes[name].filled ?? []) svg.append(pathOf(path, 'filled'));
  for (const path of shapes[name].drawn ?? []) svg.append(pathOf(path, 'drawn'));
  return svg;
}

/** A bar filled to a share between 0 and 1; the numbers stand beside it. */
export function bar(share: number): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 100 1');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'meter');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const value = document.createElementNS(namespace, 'rect');
  value.setAttribute('class', 'value');
  value.setAttribute('width', String(Math.max(0, Math.min(100, share * 100))));
  value.setAttribute('height', '1');
  svg.append(value);
  return svg;
}

function pathOf(data: string, kind: string): SVGPathElement {
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', data);
  path.setAttribute('class', kind);
  return path;
}
