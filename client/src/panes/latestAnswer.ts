/** Of several questions that were asked one after the other, only the answer to the newest counts, in whatever order they come. */
export class LatestAnswer {
  private asked = 0;

  /** Asks; gives the answer, or null where somebody has asked anew before it came. Errors of the question are passed on. */
  async of<T>(ask: () => Promise<T>): Promise<{ readonly value: T } | null> {
    const own = ++this.asked;
    const value = await ask();
    return own === this.asked ? { value } : null;
  }
}
