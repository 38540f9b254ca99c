import type { Server } from 'node:http';
import type { Plugin } from 'vite';

/**
 * Lets a server of Vite's take its WebSockets from another server. Said last: Slidev hands back the whole configuration
 * that it was given, and what Vite merges a second time it takes for an option of old, and warns of it.
 */
export function socketServer(server: Server): Plugin {
  return {
    name: 'talkdeck:socket-server',
    enforce: 'post',
    config: () => ({ server: { ws: { server } } }),
  };
}
