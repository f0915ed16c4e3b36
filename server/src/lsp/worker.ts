/**
 * Drives the workspaces: calls their steps in slices, lets messages go first, and says when everything is done. There is
 * no timer: an edit is worked on as soon as no further message waits, so a burst of typing costs one check.
 */
import type { MaybePromise } from '../workspace/host.js';
import { runInSlices, type StepResult } from '../workspace/slices.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Environment } from './environment.js';

/** Work that takes longer than this (in milliseconds) is worth telling the user about. */
const longWork = 200;

/** However fast messages come, work goes on after so many pauses in a row. */
const mostPauses = 25;

export interface WorkerEvents {
  /** Everything is done for now. */
  settled(): void;
  /** Something is done, and messages go first now. */
  paused(): void;
  /** The work under way takes long; called once, until it is done. */
  takesLong(): void;
  failed(error: unknown): void;
}

export class Worker {
  private isRunning = false;
  private messages = 0;
  private next = 0;
  private waiting: (() => void)[] = [];
  private readonly tracked = new Set<Promise<void>>();
  /** Called when something comes in while a step waits for a file. */
  private noteNews = () => {};

  constructor(
    private readonly environment: Pick<Environment, 'pause' | 'now' | 'sliceLength'>,
    private readonly workspaces: () => readonly Workspace[],
    private readonly on: WorkerEvents,
  ) {}

  /** Something is to be done. Cheap; may be called at any time, any number of times. */
  wake(): void {
    this.messages++;
    this.noteNews();
    if (this.isRunning) return;
    this.isRunning = true;
    void this.run();
  }

  /** A message was handled: whoever sends another one soon goes first. */
  noteMessage(): void {
    this.messages++;
  }

  get isWorking(): boolean {
    return this.isRunning;
  }

  /** Counts other work that is under way (the editor is being asked for its settings, say) as work. */
  async track(work: Promise<void>): Promise<void> {
    this.tracked.add(work);
    try {
      await work;
    } finally {
      this.tracked.delete(work);
    }
  }

  /** Resolves when everything that is known to be done now is done. */
  async whenSettled(): Promise<void> {
    while (this.isRunning || this.tracked.size > 0) {
      for (const work of this.tracked) await work.catch(() => {});
      if (this.isRunning) await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  private async run(): Promise<void> {
    try {
      const { now, sliceLength } = this.environment;
      const begin = now();
      let hasTold = false;
      let hasWorked = false;
      const pause = () => {
        if (hasWorked) this.on.paused();
        hasWorked = true;
        if (!hasTold && now() - begin > longWork) {
          hasTold = true;
          this.on.takesLong();
        }
        return this.pauseForMessages();
      };
      let seen: number;
      do {
        await pause();
        seen = this.messages;
        await runInSlices(() => this.step(), { now, pause }, undefined, sliceLength);
        // What came in while the last step was finishing is not lost.
      } while (seen !== this.messages);
    } catch (error) {
      this.on.failed(error);
    } finally {
      this.isRunning = false;
    }
    this.on.settled();
    for (const done of this.waiting.splice(0)) done();
    await this.store();
  }

  /** What is known is stored for the next start when nobody wants anything; whoever does goes first. */
  private async store(): Promise<void> {
    const { now, pause } = this.environment;
    const isIdle = () => !this.isRunning;
    const step = () => isIdle() && this.workspaces().some((workspace) => workspace.saveStep());
    try {
      await pause();
      await runInSlices(step, { now, pause }, isIdle, 0);
    } catch (error) {
      this.on.failed(error);
    }
  }

  /** A file that is long in coming (the network of a virtual file system, say) holds up nobody who types. */
  private async meanwhile(step: Promise<StepResult>): Promise<StepResult> {
    for (;;) {
      const news = new Promise<'news'>((done) => {
        this.noteNews = () => done('news');
      });
      const first = await Promise.race([step, news]);
      if (first !== 'news') return first;
      for (const workspace of this.workspaces()) while (workspace.checkEdited());
    }
  }

  private async pauseForMessages(): Promise<void> {
    for (let pauses = 0; pauses < mostPauses; pauses++) {
      const seen = this.messages;
      await this.environment.pause();
      if (seen === this.messages) return;
    }
  }

  /** One step of one workspace, in turn, so that a large folder does not hold up a small one. */
  private step(): MaybePromise<StepResult> {
    const workspaces = this.workspaces();
    for (let tried = 0; tried < workspaces.length; tried++) {
      const workspace = workspaces[this.next++ % workspaces.length]!;
      const result = workspace.step();
      if (result instanceof Promise) return this.meanwhile(result);
      if (result !== false) return result;
    }
    return false;
  }
}
