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

  constructor(content?: NamesContent) {
    for (const text of content?.texts ?? []) this.textId(text);
    for (const shape of content?.shapes ?? []) this.addShape(shape);
  }

  /** The number of a text; -1 where the table is full. */
  textId(text: string): number {
    const known = this.idOfText.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    if (id >= mostTexts) return -1;
    // A copy: a part of a longer text would keep all of it alive.
    const own = text.length < 13 ? text : (' ' + text).slice(1);
    this.texts.push(own);
    this.idOfText.set(own, id);
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
        if (this.shapes.length >= mostShapes) return -1;
        next = { id: -1, next: new Map() };
        node.next.set(key, next);
        isNew = true;
      }
      node = next;
    }
    if (node.id < 0 || isNew) node.id = this.shapes.push(Object.keys(value)) - 1;
    return node.id;
  }

  private addShape(keys: readonly string[]): void {
    let node = this.root;
    for (const key of keys) {
      const next = node.next.get(key) ?? { id: -1, next: new Map() };
      node.next.set(key, next);
      node = next;
    }
    node.id = this.shapes.push(keys) - 1;
  }
}
