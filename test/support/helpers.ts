/** Helpers without threads: they answer later, sometimes with what they read before something changed, and sometimes never. */
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { Helper, type ReadyHost } from '../../server/src/workspace/helper.js';
import type { HelperPool } from '../../server/src/workspace/host.js';
import type { MemoryHost } from './memoryHost.js';

/** One question in so many is never answered: its helper is lost. */
const questionsPerFailure = 40;

export class TestHelpers implements HelperPool {
  readonly most = 2;
  readonly fewestFiles = 1;
  /** Files that were asked for. */
  asked = 0;
  /** Helpers that were started and not stopped. */
  running = 0;
  private questions = 0;

  constructor(
    private readonly host: MemoryHost,
    private readonly catalog: Catalog,
  ) {}

  start: HelperPool['start'] = (task, on) => {
    const { host } = this;
    const ready: ReadyHost = Object.assign(Object.create(host) as MemoryHost, {
      readFile: (path: string, largest: number) => host.textAt(path, largest),
    });
    // What goes to a thread and comes back is a copy.
    const helper = new Helper(ready, this.catalog, structuredClone(task));
    let isOver = false;
    this.running++;
    const end = () => {
      if (!isOver) this.running--;
      isOver = true;
    };
    const answer = async (paths: readonly string[]): Promise<void> => {
      const question = ++this.questions;
      this.asked += paths.length;
      const isEarly = question % 3 > 0;
      const early = isEarly ? helper.read(paths) : null;
      for (let turns = question % 7; turns > 0; turns--) await Promise.resolve();
      if (isOver) return;
      if (question % questionsPerFailure === 0) {
        end();
        on.failed('a test');
      } else on.answered(structuredClone(early ?? helper.read(paths)));
    };
    let last = Promise.resolve();
    return {
      ask: (paths) => {
        last = last.then(() => answer(paths));
      },
      stop: async () => end(),
    };
  };
}
