/** The open block quotes, list items and footnotes around the current line, with what each needs to go on. */

export const QUOTE = 1;
export const LIST = 2;
export const FOOTNOTE = 3;

interface Container {
  readonly kind: number;
  /** List item: columns that a line must be indented by to belong to it. */
  size: number;
  /** List: the bullet, or `.` or `)` of numbered ones; the character code. */
  readonly marker: number;
  readonly ordered: boolean;
  readonly list: number;
  item: number;
}

export class ContainerStack {
  private readonly open: Container[] = [];
  private readonly quoteIndexes: number[] = [];
  private readonly listIndexes: number[] = [];
  private listCount = 0;
  private itemCount = 0;
  /**
   * Only the innermost item can have begun with a blank line. 1: it did, and its first line was the last one seen;
   * 2: another blank line followed, so nothing more can belong to it.
   */
  emptyStart = 0;

  get length(): number {
    return this.open.length;
  }

  get quoted(): boolean {
    return this.quoteIndexes.length > 0;
  }

  get listDepth(): number {
    return this.listIndexes.length;
  }

  /** Running number of the outermost list, or -1. */
  get outermostList(): number {
    return this.listIndexes.length > 0 ? this.open[this.listIndexes[0]!]!.list : -1;
  }

  /** Running number of the innermost item, or -1. */
  get innermostItem(): number {
    const count = this.listIndexes.length;
    return count > 0 ? this.open[this.listIndexes[count - 1]!]!.item : -1;
  }

  at(index: number): Container {
    return this.open[index]!;
  }

  /** The first quote at or after the index, else the number of containers: how far a blank rest of line matches. */
  nextQuote(index: number): number {
    let low = 0;
    let high = this.quoteIndexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.quoteIndexes[middle]! < index) low = middle + 1;
      else high = middle;
    }
    return low < this.quoteIndexes.length ? this.quoteIndexes[low]! : this.open.length;
  }

  pushQuote(): void {
    this.quoteIndexes.push(this.open.length);
    this.push(QUOTE, 0, 0, false, -1, -1);
  }

  pushFootnote(): void {
    this.push(FOOTNOTE, 4, 0, false, -1, -1);
  }

  pushList(size: number, marker: number, ordered: boolean, startsEmpty: boolean): void {
    this.listIndexes.push(this.open.length);
    this.push(LIST, size, marker, ordered, this.listCount++, this.itemCount++);
    this.emptyStart = startsEmpty ? 1 : 0;
  }

  /** The next item of the list that is now innermost. */
  nextItem(size: number, startsEmpty: boolean): void {
    const container = this.open[this.open.length - 1]!;
    container.size = size;
    container.item = this.itemCount++;
    this.emptyStart = startsEmpty ? 1 : 0;
  }

  truncate(length: number): void {
    if (this.open.length <= length) return;
    this.emptyStart = 0;
    while (this.open.length > length) {
      const container = this.open.pop()!;
      if (container.kind === QUOTE) this.quoteIndexes.pop();
      else if (container.kind === LIST) this.listIndexes.pop();
    }
  }

  private push(kind: number, size: number, marker: number, ordered: boolean, list: number, item: number): void {
    this.emptyStart = 0;
    this.open.push({ kind, size, marker, ordered, list, item });
  }
}
