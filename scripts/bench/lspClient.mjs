/**
 * A plain client of the Language Server Protocol over stdin and stdout, made for measuring: no library between, so that
 * what is measured is the server. Requests of the server are answered by the functions given.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const separator = Buffer.from('\r\n\r\n');

export class LspClient {
  /**
   * `answers[method](params)` answers requests of the server (null where there is none), `on[method](params)` hears its
   * notifications.
   */
  constructor(command, args, { answers = {}, on = {}, env = {}, cwd } = {}) {
    this.begin = performance.now();
    this.answers = answers;
    this.on = on;
    this.waiting = new Map();
    this.lastId = 0;
    this.chunks = [];
    this.size = 0;
    this.log = '';
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env }, cwd });
    this.child.stdout.on('data', (chunk) => this.receive(chunk));
    this.child.stderr.on('data', (chunk) => {
      this.log = (this.log + chunk).slice(-4000);
    });
    this.exited = new Promise((done) => this.child.on('exit', done));
    this.child.on('exit', () => {
      for (const { failed } of this.waiting.values()) failed(new Error(`The server ended. ${this.log}`));
    });
  }

  request(method, params) {
    const id = ++this.lastId;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.send({ id, method, params });
    });
  }

  notify(method, params) {
    this.send({ method, params });
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.child.stdin.write(body);
  }

  /** Milliseconds since the server was started. */
  age() {
    return performance.now() - this.begin;
  }

  async stop() {
    await Promise.race([this.request('shutdown').catch(() => {}), new Promise((done) => setTimeout(done, 2000))]);
    this.child.stdin.end(Buffer.from('Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"exit"}'));
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 3000);
    await this.exited;
    clearTimeout(timer);
  }

  receive(chunk) {
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.needed && this.size < this.needed) return;
    let data = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    for (;;) {
      const headEnd = data.indexOf(separator);
      if (headEnd < 0) break;
      const length = Number(/content-length: *(\d+)/i.exec(data.toString('latin1', 0, headEnd))[1]);
      const end = headEnd + 4 + length;
      this.needed = end;
      if (data.length < end) break;
      this.handle(JSON.parse(data.toString('utf8', headEnd + 4, end)));
      data = data.subarray(end);
      this.needed = 0;
    }
    this.chunks = data.length > 0 ? [data] : [];
    this.size = data.length;
  }

  handle(message) {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) waiting?.failed(new Error(message.error.message));
      else waiting?.done(message.result);
    } else if (message.id === undefined) {
      this.on[message.method]?.(message.params);
    } else {
      Promise.resolve(this.answers[message.method]?.(message.params) ?? null).then(
        (result) => this.send({ id: message.id, result }),
        (error) => this.send({ id: message.id, error: { code: -32603, message: String(error) } }),
      );
    }
  }
}

/** CPU milliseconds and memory in MB of a process as Linux tells them; null elsewhere. */
export function processUse(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, rss: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return null;
  }
}
