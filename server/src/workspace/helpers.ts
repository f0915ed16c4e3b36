/**
 * Hands files to helpers where many are to be read, and takes their answers. Who is asked for a file whose content changes
 * meanwhile is asked again, and only the last answer counts.
 */
import type { Names, NamesRange } from '../core/compact/names.js';
import { ValueReader } from '../core/compact/values.js';
import type { HelperAnswer, HelperFileText, HelperTask } from './helperTask.js';
import type { HelperPool, HelperThread } from './host.js';
import { PathQueue } from './pathQueue.js';
import { readDocument, type StoredDocument } from './storedIndex.js';

/** Files per question: some ten milliseconds of work for a helper, and one or two for taking the answer. */
const filesPerQuestion = 24;

/** Questions that wait for a helper, so that it never waits for us. */
const questionsAhead = 2;

/** Helpers that have to be let go so often (somebody is writing in a soa.yaml) are not worth their start. */
const mostStarts = 3;

/** Numbers for names that each helper gets. */
const namesEach = { texts: 12_000, shapes: 400 };

/** A file of which a helper has told; null where we must read it ourselves. */
export interface HelpedFile {
  readonly path: string;
  readonly file: HelperFileText;
  readonly stored: StoredDocument | null;
}

/** What there is to do for helpers, as it is at the moment of the question. */
export interface HelpersWork {
  readonly names: Names;
  /** Files that are to be read besides those that were handed over. */
  filesLeft(): number;
  /** Stands for the soa.yaml files. */
  systems(): string;
  task(names: NamesRange): HelperTask;
  log(message: string): void;
}

const nothing: readonly string[] = [];

interface Asked {
  readonly thread: HelperThread;
  readonly paths: readonly string[];
}

interface Answered {
  readonly answer: HelperAnswer;
  readonly question: Asked;
  next: number;
}

export class Helpers {
  private threads: HelperThread[] = [];
  /** In the order in which they were asked, of all helpers. */
  private asked: Asked[] = [];
  private readonly answers: Answered[] = [];
  /** Files that wait to be asked for, and (with the question) those that were asked for. */
  private readonly waiting = new PathQueue();
  private readonly questionOf = new Map<string, Asked>();
  /** Stands for the soa.yaml files that the helpers were told of. */
  private systems: string | null = null;
  private starts = 0;
  /** Whether we were handed all files that there are for now. */
  private isAll = false;
  /** Helpers that were let go and are not gone yet. */
  private readonly ending = new Set<Promise<void>>();
  private wakeUp: (() => void) | null = null;

  constructor(
    private readonly pool: HelperPool | undefined,
    private readonly work: HelpersWork,
  ) {}

  /** Begins where so many files are to be read that it is worth it. */
  private start(): void {
    const { pool, work } = this;
    if (!pool || this.systems !== null || work.filesLeft() < pool.fewestFiles || this.starts >= mostStarts) return;
    this.systems = work.systems();
    this.starts++;
    for (const range of work.names.lend(pool.most, namesEach.texts, namesEach.shapes)) {
      let thread: HelperThread | null = null;
      thread = pool.start(work.task(range), {
        answered: (answer) => thread && this.take(thread, answer),
        failed: (reason) => thread && this.lose(thread, reason),
      });
      if (thread) this.threads.push(thread);
    }
  }

  /** Whether a helper reads that file: then its answer comes later. */
  read(path: string): boolean {
    this.start();
    if (this.threads.length === 0) return false;
    this.isAll = false;
    this.questionOf.delete(path);
    this.waiting.add(path);
    this.askOn();
    return true;
  }

  /**
   * The files that are to be read by somebody else, because the soa.yaml files are other ones now than those that the helpers
   * were told of, or because all helpers were lost.
   */
  handBack(): readonly string[] {
    const isAnswered = this.threads.length > 0 || this.waiting.size === 0;
    return !this.hasMore || (isAnswered && this.systems === this.work.systems()) ? nothing : this.stop();
  }

  /** Whether files are still to be answered for. */
  get hasMore(): boolean {
    return this.waiting.size > 0 || this.questionOf.size > 0;
  }

  /** Something happened to the file: what was asked about it does not count any more. */
  forget(path: string): void {
    this.waiting.delete(path);
    this.questionOf.delete(path);
  }

  /** The next file that was answered for; null where none is. */
  next(): HelpedFile | null {
    for (;;) {
      const answered = this.answers[0];
      if (!answered) return null;
      const { answer, question } = answered;
      const told = answer.files[answered.next++];
      if (!told) {
        this.answers.shift();
        continue;
      }
      if (this.questionOf.get(told.path) !== question) continue;
      this.questionOf.delete(told.path);
      const { path, file, at } = told;
      const stamp = file.kind === 'text' ? file.stamp : '';
      const stored = at < 0 ? null : readDocument(new ValueReader(answer.block, this.work.names, at), stamp);
      return { path, file, stored };
    }
  }

  /**
   * To be called when no file is left to be handed out. Resolves when there is an answer, or when `nudge` is called: something
   * else is to be done.
   */
  more(): Promise<true> {
    this.isAll = true;
    this.askOn();
    return new Promise((done) => {
      this.wakeUp = () => done(true);
    });
  }

  nudge(): void {
    this.wakeUp?.();
    this.wakeUp = null;
  }

  /** Everything is read: lets all helpers go. Resolves when they are gone; null where none is left. */
  rest(): Promise<true> | null {
    if (this.systems !== null) this.stop();
    this.starts = 0;
    return this.ending.size === 0 ? null : Promise.all(this.ending).then(() => true);
  }

  /** Lets all helpers go. Answers the files that nobody has told of: they are to be read by somebody else. */
  stop(): string[] {
    for (const thread of this.threads) this.letGo(thread);
    const left = [...this.questionOf.keys(), ...this.waiting];
    this.threads = [];
    this.asked = [];
    this.answers.length = 0;
    this.questionOf.clear();
    this.waiting.clear();
    this.systems = null;
    this.nudge();
    return left;
  }

  private take(thread: HelperThread, answer: HelperAnswer): void {
    const at = this.asked.findIndex((question) => question.thread === thread);
    const [question] = at < 0 ? [] : this.asked.splice(at, 1);
    if (!question) return;
    this.work.names.adopt(answer.names);
    this.answers.push({ answer, question, next: 0 });
    this.askOn();
    // Nothing more is to come for it: its memory is free before we have taken the last answers.
    const isOver = this.isAll && this.waiting.size === 0 && !this.asked.some((other) => other.thread === thread);
    if (isOver) this.letGo(thread);
    this.nudge();
  }

  private letGo(thread: HelperThread): void {
    this.threads = this.threads.filter((other) => other !== thread);
    const gone = thread.stop().then(() => {
      this.ending.delete(gone);
    });
    this.ending.add(gone);
  }

  private lose(thread: HelperThread, reason: string): void {
    if (!this.threads.includes(thread)) return;
    this.work.log(`A helper that reads files has stopped: ${reason}`);
    this.threads = this.threads.filter((other) => other !== thread);
    const lost = this.asked.filter((question) => question.thread === thread);
    this.asked = this.asked.filter((question) => question.thread !== thread);
    for (const question of lost) {
      for (const path of question.paths) {
        if (this.questionOf.get(path) !== question) continue;
        this.questionOf.delete(path);
        this.waiting.add(path);
      }
    }
    this.askOn();
    this.nudge();
  }

  private askOn(): void {
    for (const thread of this.threads) {
      let ahead = this.asked.filter((question) => question.thread === thread).length;
      // The first questions are short, so that first answers come soon; small ones only where nothing more is to come.
      for (; ahead < questionsAhead && this.waiting.size > 0; ahead++) this.ask(thread);
    }
  }

  private ask(thread: HelperThread): void {
    const paths: string[] = [];
    while (paths.length < filesPerQuestion) {
      const path = this.waiting.take();
      if (path === null) break;
      paths.push(path);
    }
    const question: Asked = { thread, paths };
    for (const path of paths) this.questionOf.set(path, question);
    this.asked.push(question);
    thread.ask(paths);
  }
}
