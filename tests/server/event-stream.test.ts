import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createEventStream } from '../../src/server/event-stream.ts';

/** A page's connection, which buffers what is not read. */
function connection(): PassThrough {
  return Object.assign(new PassThrough({ highWaterMark: 1_000 }), { writeHead: () => {} });
}

test('a page that does not read is let go, and asks again when it is back', async () => {
  const events = createEventStream();
  const [reading, asleep] = [connection(), connection()];
  for (const page of [reading, asleep]) events.add(page as unknown as ServerResponse, []);
  let read = '';
  reading.on('data', (chunk) => {
    read += String(chunk);
  });
  const state = 'x'.repeat(2_000);
  for (let times = 1; times <= 3; times += 1) {
    events.send({ name: 'state', data: state });
    await expect.poll(() => read.split(state).length - 1).toBe(times);
  }
  expect(reading.destroyed).toBe(false);
  expect(asleep.destroyed).toBe(true);
  expect(asleep.readableLength).toBeLessThan(2 * state.length + 200);
});
