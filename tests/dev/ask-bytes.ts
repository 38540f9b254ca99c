import { connect } from 'node:net';

export interface BytesAnswer {
  /** Of the last answer; 0 where the server hangs up without one. */
  readonly status: number;
  /** With small letters, by name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** As long as a server that is at work may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Sends a server of this machine what a client may send, or might not, byte by byte, and reads until it hangs up. */
export function askBytes(port: number, bytes: Buffer): Promise<BytesAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error(`no answer to ${bytes.toString('latin1').slice(0, 200)}`));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    // Hung up while more was sent: what was answered before counts.
    socket.on('error', () => {});
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))));
    // A WebSocket stays open.
    socket.on('data', (chunk) => chunk.toString('latin1').startsWith('HTTP/1.1 101') && socket.destroy());
  });
}

function parse(answer: string): BytesAnswer {
  const final = answer.replace(/^(?:HTTP\/1\.1 100 [^\r]*\r\n\r\n)+/, '');
  const [head = '', ...rest] = final.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers,
    text: rest.join('\r\n\r\n'),
  };
}
