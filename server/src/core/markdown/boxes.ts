/** Parts of a page that open under a title of their own: tabs and boxes of site generators, folded parts, callouts in quotes. */

export interface Box {
  readonly title: string;
  /** UTF-16 offsets of the title and of the end of the part. */
  readonly start: number;
  readonly end: number;
}

/**
 * `<summary>Title`, `<TabItem label="Title"`, `{{< tab "Title"`, `{% tab title="Title"`, `:::info Title`, `> [!info]- Title` with the rest
 * of its quote, and the ends of all but that one.
 */
const edge =
  /(?:<summary\b[^<>]*>(?:\s|<\w+>)*|<Tab[^<>]*?\b(?:label|title|name)="|\{[{%][<% ]*tab [^{}"\n]*"|^ *:::+ ?[\w-]+[ [{]*)([^<>"{}[\]\r\n]*)|^ {0,3}> ?\[![\w-]+\][+-]? +(.+)((?:\r?\n {0,3}>.*)*)|<\/(?:details|Tab|TabItem)>|\{[{%][<% ]*(?:\/|end)tab\b|^ *:::/gm;

/** The parts of a text, by where they begin. Linear in its length. */
export function findBoxes(text: string): readonly Box[] {
  const boxes: Box[] = [];
  if (!/<[sT]|tab |:::|\[!/.test(text)) return boxes;
  const open: { end: number }[] = [];
  for (const { 0: whole, 1: title, 2: inQuote, 3: rest = '', index } of text.matchAll(edge)) {
    const found = title ?? inQuote;
    if (found === undefined) {
      const last = open.pop();
      if (last) last.end = index;
      continue;
    }
    const end = index + whole.length;
    // One that is never closed holds nothing.
    const box = { title: found, start: end - rest.length - found.length, end };
    if (!inQuote) open.push(box);
    boxes.push(box);
  }
  return boxes;
}
