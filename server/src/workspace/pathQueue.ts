/** Paths that wait, in the order in which they came; each only once. */
export class PathQueue extends Set<string> {
  /** One walk for all that are taken: a new one would pass over the places of all that were taken before. */
  private walk: Iterator<string> | null = null;

  /** Takes out the one that has waited longest; null where none waits. */
  take(): string | null {
    this.walk ??= this.values();
    const { value, done } = this.walk.next();
    if (done) {
      // It has come to its end, and would not see what is added later.
      this.walk = null;
      return null;
    }
    this.delete(value);
    return value;
  }
}
