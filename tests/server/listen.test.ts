import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { gateOf } from '../../src/server/check-request.ts';
import { listen } from '../../src/server/listen.ts';

const host = '127.0.0.1';
let taken: Server | null = null;
afterEach(() => void taken?.close());

test('there is no port after the last one', async () => {
  taken = createServer();
  await new Promise<void>((resolve, reject) => {
    // Taken, whoever is using it.
    taken?.on('error', ({ message }) => (message.includes('EADDRINUSE') ? resolve() : reject(message)));
    taken?.listen(65_535, host, () => resolve());
  });
  const gate = gateOf(host, () => '');
  const served = listen([], { host, port: 65_535, gate });
  await expect(served).rejects.toThrow('Port 65535 is taken.');
});
