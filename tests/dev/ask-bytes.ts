import { connect } from 'node:net';

export interface BytesAnswer {
  /** Of the final response; 0 if the server closes the connection without one. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Longest time that a busy server may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Sends raw bytes, valid or not, to a local server and reads until it closes the connection. */
export function askBytes(port: number, bytes: Buffer): Promise<BytesAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error(`no answer to ${bytes.toString('latin1').slice(0, 200)}`));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    // The connection closed while sending: what was received before counts.
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
