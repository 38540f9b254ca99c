import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface RawSocket {
  send(text: string): void;
  /** Resolves when the server closes the connection. */
  readonly closed: Promise<void>;
}

/** Minimal WebSocket client (RFC 6455) for a local server: Node 20 has none. */
export function rawSocket(port: number, path: string, protocol: string): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const closed = new Promise<void>((end) => socket.on('close', () => end()));
    socket.on('error', () => {});
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `host: localhost:${port}`,
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
        `sec-websocket-protocol: ${protocol}`,
        '',
        '',
      ].join('\r\n'),
    );
    socket.once('data', (answer) => {
      if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) return reject(new Error(answer.toString()));
      socket.resume();
      resolve({ send: (text) => socket.write(frame(Buffer.from(text))), closed });
    });
    socket.once('close', () => reject(new Error('the server hung up')));
  });
}

/** A complete text message, masked with zeros. */
function frame(payload: Buffer): Buffer {
  const head = Buffer.alloc(14);
  head[0] = 0x81;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}
