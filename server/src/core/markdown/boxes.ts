/** Parts of a page that open under a title of their own: tabs and boxes of site generators, folded parts, callouts in quotes. */

export interface Box {
  /** Empty where it has none. */
  readonly title: string;
  /** UTF-16 offsets of the line of the title and of the end of the part. */
  readonly start: number;
  readonly end: number;
}

/**
 * `<summary>Title`, `<TabItem label="Title"`, `{{< tab "Title"`, `{% tab title="Title"`, `:::info Title`; `=== "Title"` of MkDocs, before
 * what is indented below it; `> [!info]- Title` with the rest of its quote; and the ends of those that come first.
 */
const edge =
  /(?:<summary\b[^<>]*>(?:\s|<\w+>)*|<Tab[^<>]*?\b(?:label|title|name)="|\{[{%][<% ]*(?:tab|callout|hint|notice) (?:(?:[^{}\n]*\btitle=|[^{}"\n]*)")?|^ *:::+ ?[\w-]+[ [{]*)([^<>"{}[\]\r\n]*)|^( *)(?:===|[!?]{3})[^"\n]*"(.+)"(?=((?:\s*\n\2 {4}.*)*))|^ {0,3}> ?\[![\w-]+\][+-]? +(.+)(?:\r?\n {0,3}>.*)*|<\/(?:details|Tab|TabItem)>|\{[{%][<% ]*(?:\/ ?|end)(?:tab|callout|hint|notice)\b|^ *:::/gm;

/** One of them stands in every such part. */
const marks = ['<summary', '<Tab', '{{<', '{{%', '{% ', ':::', '[!', '!!!', '???', '==='];

/** The parts of a text, by where they begin. */
export function findBoxes(text: string): readonly Box[] {
  const boxes: Box[] = [];
  if (!marks.some((mark) => text.includes(mark))) return boxes;
  const open: { end: number }[] = [];
  for (const { 0: whole, 1: title, 3: ofTab, 4: below = '', 5: inQuote, index: start } of text.matchAll(edge)) {
    const ofLine = ofTab ?? inQuote;
    // One that is never closed holds nothing.
    const end = start + (ofLine ? whole.length + below.length : 0);
    const box = { title: title ?? ofLine ?? '', start, end };
    if (title !== undefined) open.push(box);
    else if (!ofLine) Object.assign(open.pop() ?? {}, { end: start });
    boxes.push(box);
  }
  return boxes;
}
