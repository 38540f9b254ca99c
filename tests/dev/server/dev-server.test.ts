import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { gateOf } from '../../../src/dev/server/check-request.ts';
import { serveSession } from '../../../src/dev/server/dev-server.ts';
import type { DevSession } from '../../../src/dev/session/dev-session.ts';

const host = '127.0.0.1';
let taken: Server | null = null;
afterEach(() => void taken?.close());

test('there is no port behind the last one', async () => {
  taken = createServer();
  await new Promise<void>((resolve, reject) => {
    // Whoever else has it, it is taken.
    taken?.on('error', ({ message }) => (message.includes('EADDRINUSE') ? resolve() : reject(message)));
    taken?.listen(65_535, host, () => resolve());
  });
  const gate = gateOf(host, () => '');
  const served = serveSession({ project: { root: tmpdir() } } as DevSession, { host, port: 65_535, gate });
  await expect(served).rejects.toThrow('Port 65535 is taken.');
});
