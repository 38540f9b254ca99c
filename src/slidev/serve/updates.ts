import type { FullReloadPayload, HotPayload, ViteDevServer } from 'vite';

/** Messages to the pages of a server, which may be held back. */
export interface HeldUpdates {
  /** From now on messages wait; what pages will ask for then is made in the meantime. */
  hold(): void;
  /** Sends what has been waiting, and from now on everything at once. */
  release(): void;
}

/**
 * Lets a server prepare a change, and show it later: pages then find everything ready.
 * @param reload is given what would let pages load anew, and sends it
 */
export function holdUpdates(
  server: ViteDevServer,
  reload: (payload: FullReloadPayload, send: (payload: HotPayload) => void) => void,
): HeldUpdates {
  const { ws } = server;
  const tell: (payload: HotPayload) => void = ws.send.bind(ws);
  const send = (payload: HotPayload) =>
    payload.type === 'full-reload' ? reload(payload, tell) : tell(payload);
  let held: HotPayload[] | null = null;
  ws.send = (...message: [HotPayload] | [event: string, data?: unknown]) => {
    const [first] = message;
    const payload: HotPayload =
      typeof first === 'string' ? { type: 'custom', event: first, data: message[1] } : first;
    if (!held) return send(payload);
    held.push(payload);
    if (payload.type !== 'update') return;
    for (const { acceptedPath } of payload.updates) server.transformRequest(acceptedPath).catch(() => {});
  };
  return {
    hold() {
      held ??= [];
    },
    release() {
      const waiting = held ?? [];
      held = null;
      for (const payload of waiting) send(payload);
    },
  };
}
