import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readServed } from '../../src/print/browser/serve-folder.ts';

/** A server of plain files below a path, like most hosts: it has no rewrite rules, and no address without a file. */
export interface PlainHost {
  /** Ends in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param folder absolute @param below begins and ends in a slash */
export async function serveBelow(folder: string, below: string, port = 0): Promise<PlainHost> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(below) ? pathname.slice(below.length - 1) : '/nothing.html';
    const file = await readServed(path.replace(/\/$/, '/index.html'), folder);
    response.writeHead(file ? 200 : 404, { 'Content-Type': file?.contentType ?? 'text/plain' });
    response.end(file?.body ?? 'There is nothing.');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
