/** When to start a crashed server again, and when to give up. No editor in here. */

/** So many crashes within `crashWindow` are too many. */
export const mostCrashes = 5;

/** In milliseconds. */
export const crashWindow = 3 * 60_000;

/** Remembers crashes and says whether the server is to be started again. */
export class CrashLimit {
  private crashes: number[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes one crash. True: start the server again; false: it has crashed too often in a short time. */
  noteCrash(): boolean {
    const now = this.now();
    this.crashes = [...this.crashes.filter((time) => now - time < crashWindow), now];
    return this.crashes.length < mostCrashes;
  }

  /** The user started it again by hand: what was before does not count any more. */
  forget(): void {
    this.crashes = [];
  }
}
