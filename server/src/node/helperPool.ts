/**
 * Threads that read files while the server goes on answering: the same bundle once more, which finds out here that it is one
 * of them. Each knows one folder, reads nothing outside it, and ends when the folder is read.
 */
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { speak } from '../core/l10n.js';
import { Helper } from '../workspace/helper.js';
import type { HelperAnswer, HelperTask } from '../workspace/helperTask.js';
import type { HelperEvents, HelperPool, HelperThread } from '../workspace/host.js';
import { loadCatalog } from './catalog.js';
import { type CompiledFolder, compiledInUse } from './compiledParts.js';
import { expectLongRun } from './compiling.js';
import { createDiskHost } from './host.js';
import { programName } from './indexStorage.js';

/** More of them would wait for each other's memory, and each takes some fifty megabytes for as long as it is there. */
const mostThreads = 4;

/** Starting a thread and warming it up takes as long as reading half a thousand files. */
const fewestFiles = 1000;

interface ThreadData {
  readonly clausemarkHelper: true;
  readonly root: string;
  readonly task: HelperTask;
  /** Version and build: a bundle that was replaced meanwhile may read texts differently. */
  readonly program: string;
  /** Where compiled parts of the program are; server.ts reads it. */
  readonly compiled: CompiledFolder;
}

type Message = { readonly answer: HelperAnswer } | { readonly failure: string };

/** Threads for the folder of that absolute path; undefined where the sources themselves run, or on a single processor. */
export function helperPool(root: string, version: string): HelperPool | undefined {
  const bundle = fileURLToPath(import.meta.url);
  const most = Math.min(mostThreads, availableParallelism());
  if (bundle.endsWith('.ts') || most < 2) return undefined;
  return { most, fewestFiles, start: (task, on) => start(bundle, root, version, task, on) };
}

function start(bundle: string, root: string, version: string, task: HelperTask, on: HelperEvents): HelperThread | null {
  try {
    // What the engine counts is the same for all threads.
    expectLongRun();
    const data: ThreadData = {
      clausemarkHelper: true,
      root,
      task,
      program: programName(version, bundle),
      compiled: compiledInUse(),
    };
    // What a thread prints must not get between the messages of the protocol.
    const worker = new Worker(bundle, { workerData: data, stdout: true, stderr: true });
    let isOver = false;
    const fail = (reason: string) => {
      if (isOver) return;
      isOver = true;
      void worker.terminate();
      on.failed(reason);
    };
    worker.on('message', (message: Message) => {
      if (isOver) return;
      if ('failure' in message) fail(message.failure);
      else on.answered(message.answer);
    });
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', () => fail('it ended'));
    return {
      ask: (paths) => worker.postMessage(paths),
      stop: async () => {
        isOver = true;
        await worker.terminate();
      },
    };
  } catch {
    return null;
  }
}

/** Whether this is such a thread; then it is one from now on, and the program has nothing else to do. */
export function isHelperThread(version: string): boolean {
  const data = workerData as Partial<ThreadData> | null;
  if (isMainThread || !parentPort || data?.clausemarkHelper !== true) return false;
  work(data as ThreadData, version, (message, moved) => parentPort!.postMessage(message, moved));
  return true;
}

function work(
  { root, task, program }: ThreadData,
  version: string,
  send: (message: Message, moved: ArrayBuffer[]) => void,
): void {
  const { catalog, print } = loadCatalog(root, task.settings.catalogs);
  if (print !== task.catalogPrint || program !== programName(version, fileURLToPath(import.meta.url))) {
    send({ failure: 'program or catalog have changed' }, []);
    return;
  }
  goSecond();
  speak(task.language, task.translations);
  const host = createDiskHost(root, { log: () => {}, today: () => task.today, pause: () => Promise.resolve() });
  const helper = new Helper(host, catalog, task);
  parentPort!.on('message', (paths: readonly string[]) => {
    const answer = helper.read(paths);
    send({ answer }, [answer.block.buffer as ArrayBuffer]);
  });
}

/**
 * Lets the thread that talks to the editor go first where processors are few. Elsewhere than on Linux that would be
 * said of all threads.
 */
function goSecond(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where it is forbidden they share as before.
  }
}
