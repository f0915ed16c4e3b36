/**
 * Strings and shapes of objects that come again and again (ids, kinds, names of fields), each under a number. One table
 * serves all documents of a workspace, in memory and on disk.
 */

/** A table of this size is full: what comes later is written out in full, so that no history makes it grow for ever. */
const mostTexts = 1 << 16;
const mostShapes = 4096;

/** What a table consists of, to be stored and made anew. */
export interface NamesContent {
  readonly texts: readonly string[];
  readonly shapes: readonly (readonly string[])[];
}

/** The numbers that a table may give away: from, and before. Two tables with ranges that do not overlap never disagree. */
export interface NamesRange {
  readonly texts: readonly [number, number];
  readonly shapes: readonly [number, number];
}

/** What another table has given numbers to. */
export interface NamesAddition {
  readonly firstText: number;
  readonly texts: readonly string[];
  readonly firstShape: number;
  readonly shapes: readonly (readonly string[])[];
}

const wholeRange: NamesRange = { texts: [0, mostTexts], shapes: [0, mostShapes] };

interface ShapeNode {
  id: number;
  readonly next: Map<string, ShapeNode>;
}

export class Names {
  private readonly texts: string[] = [];
  private readonly idOfText = new Map<string, number>();
  private readonly shapes: (readonly string[])[] = [];
  private readonly root: ShapeNode = { id: -1, next: new Map() };
  /** By the first key of an object the shape that began with it last: nearly always it comes again. */
  private readonly lastBeginning = new Map<string, number>();

  /** The next numbers to be given away, and where they end. */
  private nextText: number;
  private nextShape: number;
  private readonly endOfTexts: number;
  private readonly endOfShapes: number;

  constructor(content?: NamesContent, range: NamesRange = wholeRange) {
    for (const text of content?.texts ?? []) this.setText(this.texts.length, text);
    for (const shape of content?.shapes ?? []) this.setShape(this.shapes.length, shape);
    this.nextText = Math.max(range.texts[0], this.texts.length);
    this.nextShape = Math.max(range.shapes[0], this.shapes.length);
    [, this.endOfTexts] = range.texts;
    [, this.endOfShapes] = range.shapes;
  }

  /**
   * Sets numbers aside for other tables, at most so many for each: whatever they give them to, `adopt` takes it in. Some
   * are always left for this one.
   */
  lend(tables: number, texts: number, shapes: number): NamesRange[] {
    // Half of what is left is for all of them.
    const each = (most: number, left: number) => Math.max(0, Math.min(most, Math.floor(left / 2 / tables)));
    const textsEach = each(texts, this.endOfTexts - this.nextText);
    const shapesEach = each(shapes, this.endOfShapes - this.nextShape);
    return Array.from({ length: tables }, () => {
      const [text, shape] = [this.nextText, this.nextShape];
      this.nextText += textsEach;
      this.nextShape += shapesEach;
      return { texts: [text, this.nextText], shapes: [shape, this.nextShape] };
    });
  }

  /** What this table gave numbers to since they were that many; for a table with a range of its own. */
  since(firstText: number, firstShape: number): NamesAddition {
    return {
      firstText,
      texts: this.texts.slice(firstText, this.nextText),
      firstShape,
      shapes: this.shapes.slice(firstShape, this.nextShape),
    };
  }

  /** Takes in what another table gave numbers of its own range to. */
  adopt({ firstText, texts, firstShape, shapes }: NamesAddition): void {
    for (const [index, text] of texts.entries()) this.setText(firstText + index, text);
    for (const [index, shape] of shapes.entries()) this.setShape(firstShape + index, shape);
  }

  /** The number of a text; -1 where the table is full. */
  textId(text: string): number {
    const known = this.idOfText.get(text);
    if (known !== undefined) return known;
    const id = this.nextText;
    if (id >= this.endOfTexts) return -1;
    this.nextText++;
    // A copy: a part of a longer text would keep all of it alive.
    this.setText(id, text.length < 13 ? text : (' ' + text).slice(1));
    return id;
  }

  text(id: number): string {
    return this.texts[id] ?? '';
  }

  /** The number of the keys of an object, in their order; -1 where the table is full. */
  shapeId(value: object): number {
    const last = this.sameAsLast(value);
    if (last >= 0) return last;
    const id = this.findShape(value);
    const [first] = this.shape(id);
    if (first !== undefined) this.lastBeginning.set(first, id);
    return id;
  }

  shape(id: number): readonly string[] {
    return this.shapes[id] ?? [];
  }

  content(): NamesContent {
    return { texts: this.texts, shapes: this.shapes };
  }

  /** The shape that began with the same key last, if the object has exactly its keys; else -1. */
  private sameAsLast(value: object): number {
    let id = -1;
    let keys: readonly string[] = [];
    let at = 0;
    for (const key in value) {
      if (at === 0) {
        id = this.lastBeginning.get(key) ?? -1;
        if (id < 0) return -1;
        keys = this.shapes[id]!;
      }
      if (keys[at++] !== key) return -1;
    }
    return at === keys.length ? id : -1;
  }

  private findShape(value: object): number {
    let node = this.root;
    let isNew = false;
    for (const key in value) {
      let next = node.next.get(key);
      if (!next) {
        if (this.nextShape >= this.endOfShapes) return -1;
        next = { id: -1, next: new Map() };
        node.next.set(key, next);
        isNew = true;
      }
      node = next;
    }
    if (node.id < 0 || isNew) {
      if (this.nextShape >= this.endOfShapes) return -1;
      this.setShape(this.nextShape++, Object.keys(value));
    }
    return node.id;
  }

  /** A text that has several numbers is written under the first that came. Gaps are numbers that nobody used. */
  private setText(id: number, text: string): void {
    while (this.texts.length < id) this.texts.push('');
    this.texts[id] = text;
    if (!this.idOfText.has(text)) this.idOfText.set(text, id);
  }

  private setShape(id: number, keys: readonly string[]): void {
    while (this.shapes.length < id) this.shapes.push([]);
    this.shapes[id] = keys;
    let node = this.root;
    for (const key of keys) {
      const next = node.next.get(key) ?? { id: -1, next: new Map() };
      node.next.set(key, next);
      node = next;
    }
    node.id = id;
  }
}
