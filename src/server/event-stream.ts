import type { ServerResponse } from 'node:http';

/** Events for all pages that listen, by the protocol of server-sent events. */
export interface EventStream {
  /** A page listens from now on. @param greeting what it is told at once */
  add(response: ServerResponse, greeting: readonly StreamEvent[]): void;
  send(event: StreamEvent): void;
  /** Pages that listen now. */
  count(): number;
  close(): void;
}

export interface StreamEvent {
  readonly name: 'state' | 'change' | 'show' | 'steer' | 'beat';
  /** To be JSON. */
  readonly data: unknown;
}

export function createEventStream(): EventStream {
  const pages = new Set<ServerResponse>();
  return {
    add(response, greeting) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      // How long a page waits, in milliseconds, before it asks again.
      response.write('retry: 500\n\n');
      for (const event of greeting) response.write(format(event));
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    send(event) {
      const text = format(event);
      for (const page of pages) {
        // One that does not read, such as a sleeping laptop's: it asks again when it is back, and gets the whole state.
        if (page.writableNeedDrain) page.destroy();
        else page.write(text);
      }
    },
    count: () => pages.size,
    close() {
      for (const page of pages) page.end();
    },
  };
}

function format({ name, data }: StreamEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
