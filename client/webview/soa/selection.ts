/** Which rows are chosen for a bulk decision. No DOM here. */
export class Selection {
  private readonly keys: Set<string>;
  /** Where a range begins. */
  private anchor: string | null = null;

  constructor(keys: readonly string[] = []) {
    this.keys = new Set(keys);
  }

  get size(): number {
    return this.keys.size;
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  all(): string[] {
    return [...this.keys];
  }

  toggle(key: string): void {
    if (!this.keys.delete(key)) this.keys.add(key);
    this.anchor = key;
  }

  /** Everything between the row chosen last and this one, in the order shown. */
  extend(key: string, shown: readonly string[]): void {
    const from = this.anchor === null ? -1 : shown.indexOf(this.anchor);
    const to = shown.indexOf(key);
    if (from < 0 || to < 0) {
      this.toggle(key);
      return;
    }
    for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) this.keys.add(each);
  }

  /** All of these, or none of them where all are chosen already. */
  toggleAll(shown: readonly string[]): void {
    const isAll = shown.length > 0 && shown.every((key) => this.keys.has(key));
    for (const key of shown) {
      if (isAll) this.keys.delete(key);
      else this.keys.add(key);
    }
  }

  clear(): void {
    this.keys.clear();
    this.anchor = null;
  }

  /** Forgets rows that are there no longer. */
  keepOnly(existing: ReadonlySet<string>): void {
    for (const key of this.keys) if (!existing.has(key)) this.keys.delete(key);
  }
}
