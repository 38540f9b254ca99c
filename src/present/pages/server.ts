/** Retry interval for the server, in milliseconds. */
const AGAIN_MS = 3_000;
/** Silence after which the connection counts as lost, in milliseconds; the server sends something every ten seconds. */
const QUIET_MS = 25_000;

/**
 * Listens to the server, and reconnects whenever it, or the network, was gone.
 * @param hear handlers of events, by name
 * @param away is told whether the connection is lost
 */
export function keepListening(
  url: string,
  hear: Readonly<Record<string, (data: unknown) => void>>,
  away: (isAway: boolean) => void,
  signal: AbortSignal,
): void {
  let source: EventSource | null = null;
  let again = 0;
  let quiet = 0;
  const close = () => {
    source?.close();
    source = null;
    clearTimeout(again);
    clearTimeout(quiet);
  };
  const lose = () => {
    close();
    if (signal.aborted) return;
    away(true);
    // A browser would retry every half second, all evening.
    again = window.setTimeout(open, AGAIN_MS);
  };
  const heard = () => {
    clearTimeout(quiet);
    // Only a listener that gets beats can miss them.
    if ('beat' in hear) quiet = window.setTimeout(lose, QUIET_MS);
  };
  function open(): void {
    close();
    if (signal.aborted) return;
    source = new EventSource(url);
    source.addEventListener('open', () => {
      heard();
      away(false);
    });
    source.addEventListener('error', lose);
    for (const [name, listener] of Object.entries(hear)) {
      source.addEventListener(name, (event) => {
        heard();
        listener(JSON.parse((event as MessageEvent<string>).data));
      });
    }
  }
  // A phone that wakes up or regains its network does not wait.
  const wake = () => {
    if (document.visibilityState === 'visible' && source?.readyState !== EventSource.OPEN) open();
  };
  addEventListener('online', wake, { signal });
  document.addEventListener('visibilitychange', wake, { signal });
  signal.addEventListener('abort', close);
  open();
}

/** Sends JSON to the server. False if it is refused, or the server is gone. */
export async function post(path: string, body: object): Promise<boolean> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  return answer?.ok === true;
}
