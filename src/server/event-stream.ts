import type { ServerResponse } from 'node:http';

/** Server-sent events for all listening pages. */
export interface EventStream {
  /** Connects a page. @param greeting sent immediately */
  add(response: ServerResponse, greeting: readonly StreamEvent[]): void;
  send(event: StreamEvent): void;
  /** Number of connected pages. */
  count(): number;
  close(): void;
}

export interface StreamEvent {
  readonly name: 'state' | 'change' | 'show' | 'steer' | 'beat';
  /** Sent as JSON. */
  readonly data: unknown;
}

export function createEventStream(): EventStream {
  const pages = new Set<ServerResponse>();
  return {
    add(response, greeting) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      // Reconnection delay of a page, in milliseconds.
      response.write('retry: 500\n\n');
      for (const event of greeting) response.write(format(event));
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    send(event) {
      const text = format(event);
      for (const page of pages) {
        // A page that does not read, such as on a sleeping laptop, reconnects later and gets the whole state.
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
