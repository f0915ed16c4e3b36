/** Standard input as the server reads it: messages whose head says how long they are, and nothing else. */
import { pipeline, type Readable, Transform } from 'node:stream';

/** Bytes between two messages: what is left of one whose length was wrong. More is sent by nobody who speaks the protocol. */
const mostLost = 1024 * 1024;

/** In bytes; editors send whole texts, of which VS Code sends none over 50 MB. */
const longestBody = 256 * 1024 * 1024;

/**
 * The messages among what comes in. The protocol's library keeps all that it does not understand, and reads it again with
 * each piece: here a head without a length is left out, with what stands before one that has a length, so that a wrong length
 * costs the messages that it cuts and no more.
 * @param refuse is told why, where nobody can be at the other end who speaks the protocol
 */
export function messagesOf(input: Readable, refuse: (reason: string) => void): Readable {
  return pipeline(input, new Messages(refuse), () => {});
}

class Messages extends Transform {
  private head: Buffer = Buffer.alloc(0);
  /** Bytes since the last message that were none. */
  private lost = 0;
  /** Bytes of the body that are still to come. */
  private left = 0;

  constructor(private readonly refuse: (reason: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    for (let rest = chunk; rest.length > 0; ) rest = this.left > 0 ? this.takeBody(rest) : this.takeHead(rest);
    done();
  }

  private takeBody(bytes: Buffer): Buffer {
    const body = bytes.subarray(0, this.left);
    this.left -= body.length;
    this.push(body);
    return bytes.subarray(body.length);
  }

  private takeHead(bytes: Buffer): Buffer {
    const known = this.head.length > 0 ? Buffer.concat([this.head, bytes]) : bytes;
    const end = known.indexOf('\r\n\r\n');
    this.head = end < 0 ? known : Buffer.alloc(0);
    if (end >= 0) this.beginBody(known.toString('latin1', 0, end));
    if (this.lost + this.head.length > mostLost)
      this.refuse('What comes in is no message of the language server protocol.');
    return end < 0 ? Buffer.alloc(0) : known.subarray(end + 4);
  }

  private beginBody(head: string): void {
    const written = [...head.matchAll(/content-length: *(\d{1,15})[ \t]*$/gim)].pop()?.[1];
    this.lost = written === undefined ? this.lost + head.length + 4 : 0;
    if (written === undefined) return;
    this.left = Number(written);
    if (this.left > longestBody) this.refuse(`A message of ${written} bytes is too long.`);
    else this.push(`Content-Length: ${written}\r\n\r\n`);
  }
}
