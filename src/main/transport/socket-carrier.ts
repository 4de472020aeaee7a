import type { Socket } from 'node:net';
import type { Carrier, Message } from '../../shared/rpc/carrier';

/** A message is UTF-8 JSON behind the number of its bytes, which takes four bytes with the highest first. */
const headerBytes = 4;
/** Several times the longest that is said: histograms of a network of a thousand layers. */
const mostMessageBytes = 32 * 2 ** 20;
/** What may wait for a reader that does not read, before the connection is given up. */
const mostWaitingBytes = 2 * mostMessageBytes;

/** Carries messages over a connected socket. */
export class SocketCarrier implements Carrier {
  readonly #socket: Socket;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay();
  }

  /** @throws Error where the message holds what JSON cannot, or is too large. */
  send(message: Message): void {
    if (this.#socket.destroyed) return;
    const body = Buffer.from(JSON.stringify(message));
    if (body.length > mostMessageBytes) throw new Error(`A message of ${body.length} bytes is too large to be sent.`);
    const header = Buffer.alloc(headerBytes);
    header.writeUInt32BE(body.length);
    this.#socket.write(Buffer.concat([header, body]));
    if (this.#socket.writableLength > mostWaitingBytes) {
      this.#socket.destroy(new Error('The other side has not read for too long.'));
    }
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#socket.on('data', (piece: Buffer) => {
      try {
        for (const message of this.#take(piece)) listener(message);
      } catch (thrown) {
        this.#socket.destroy(thrown as Error);
      }
    });
  }

  onClose(listener: (reason?: Error) => void): void {
    let reason: Error | undefined;
    this.#socket.on('error', (error) => (reason = error));
    this.#socket.on('close', () => listener(reason));
  }

  /** What was sent leaves first. */
  close(): void {
    this.#socket.destroySoon();
  }

  /** The messages that a piece makes whole. @throws Error where one is too large, or no JSON. */
  *#take(piece: Buffer): Generator<unknown> {
    this.#pieces.push(piece);
    this.#length += piece.length;
    while (this.#length >= headerBytes) {
      if ((this.#pieces[0]?.length ?? 0) < headerBytes) this.#join();
      const bytes = this.#pieces[0]?.readUInt32BE() ?? 0;
      if (bytes > mostMessageBytes) throw new Error(`A message of ${bytes} bytes is larger than any may be.`);
      if (this.#length < headerBytes + bytes) return;
      this.#join();
      const [all] = this.#pieces as [Buffer];
      const end = headerBytes + bytes;
      this.#pieces = [all.subarray(end)];
      this.#length -= end;
      yield JSON.parse(all.toString('utf8', headerBytes, end));
    }
  }

  #join(): void {
    if (this.#pieces.length > 1) this.#pieces = [Buffer.concat(this.#pieces)];
  }
}
