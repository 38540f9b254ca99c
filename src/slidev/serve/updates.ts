import { diffArrays } from 'diff';
import { buildErrorMessage, type FullReloadPayload, type HotPayload, type ViteDevServer } from 'vite';

/** Messages to the pages of a server, which can be held back. */
interface HeldUpdates {
  /** Holds messages from now on; meanwhile what pages will request for them is prepared. */
  hold(): void;
  /** Sends the held messages, and from now on every message at once. */
  release(): void;
}

/**
 * Lets a server prepare a change and show it later, so that pages find everything ready.
 * @param reload is given each message that would reload pages, and sends it
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

/** Preserves what pages show while a file of the theme has an error. */
interface SoundPages {
  /** A page received an answer. @param path below the deck's base */
  answered(path: string, status: number): void;
  /** Makes pages reload once what they would load is free of errors. */
  reload(payload: FullReloadPayload, send: (payload: HotPayload) => void): void;
}

/** Milliseconds between a change and the next try: Vite drops a file's old state slightly later than the change. */
const LATER_MS = 100;

/**
 * Vite reloads pages for a file that they cannot update in place, and notifies no one when a file that no page ever
 * loaded is fixed.
 *
 * @param themeRoot absolute
 */
export function keepSound(server: ViteDevServer, themeRoot: string): SoundPages {
  const theme = themeRoot.replaceAll('\\', '/').replace(/^\/?/, '/@fs/');
  /** URLs without version. */
  const broken = new Set<string>();
  let held: (() => void) | null = null;
  let later: NodeJS.Timeout | undefined;
  /** Null if it compiles. */
  const errorOf = async (path: string): Promise<Error | null> => {
    try {
      await server.transformRequest(path);
      return null;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  };
  const tryAgain = async () => {
    if (broken.size === 0) return;
    const all = [...broken];
    const errors = await Promise.all(all.map(errorOf));
    for (const [index, path] of all.entries()) if (!errors[index]) broken.delete(path);
    if (broken.size > 0) return;
    if (held) held();
    else server.ws.send('talkdeck:mended');
    held = null;
  };
  const onChange = () => {
    clearTimeout(later);
    later = setTimeout(() => void tryAgain(), LATER_MS);
  };
  server.watcher.on('change', onChange).on('add', onChange);
  return {
    answered(path, status) {
      const [address = ''] = path.split('?');
      if (status >= 400 && address.startsWith(theme)) broken.add(address);
    },
    reload(payload, send) {
      const path = payload.triggeredBy?.replaceAll('\\', '/').replace(/^\/?/, '/@fs/');
      if (!path?.startsWith(theme)) return send(payload);
      void errorOf(path).then((error) => {
        if (!error) return send(payload);
        // No page requests it, so nobody else reports it.
        server.config.logger.error(buildErrorMessage(error, [error.message]), { error });
        broken.add(path);
        held = () => send(payload);
      });
    },
  };
}

/** The parts of a slide that identify it. */
export interface SlideLike {
  readonly title?: string | undefined;
  readonly content: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
}

type Sign = (slide: SlideLike) => string;

const LOOK: Sign = ({ frontmatter, content }) => `${frontmatter.layout}\n${content.trim()}`;
const HEAD: Sign = ({ frontmatter, title }) => `${frontmatter.layout}\n${title}`;
const TITLE: Sign = ({ title }) => `${title}`;

/**
 * Where an edit moved each slide: the new 1-based number at the old 0-based index. Slides are matched by content, else
 * by title, else by position; a removed one leads to the slide now in its place. Null if all numbers are unchanged.
 */
export function movedSlides(
  before: readonly SlideLike[],
  after: readonly SlideLike[],
): readonly number[] | null {
  /** Old index to new index. */
  const known = new Map<number, number>();
  const all = (slides: readonly SlideLike[]) => slides.map((_, index) => index);
  inOrder(all(before), all(after), [LOOK, HEAD, TITLE]);
  for (const sign of [LOOK, HEAD]) elsewhere(sign);
  const taken = new Set(known.values());
  let next = 0;
  const to = before.map((_, index) => {
    const place = known.get(index) ?? Math.min(next, after.length - 1);
    if (known.has(index) || !taken.has(place)) next = place + 1;
    return place + 1;
  });
  return to.every((no, index) => no === index + 1) ? null : to;

  /** Pairs slides in unchanged order by the first sign, and those between two pairs by the next sign. */
  function inOrder(
    left: readonly number[],
    right: readonly number[],
    [sign, ...signs]: readonly Sign[],
  ): void {
    if (!sign || left.length === 0 || right.length === 0) return;
    const changes = diffArrays(
      left.map((index) => signOf(before, index, sign)),
      right.map((index) => signOf(after, index, sign)),
    );
    let [a, b, fromA, fromB] = [0, 0, 0, 0];
    const between = () => inOrder(left.slice(fromA, a), right.slice(fromB, b), signs);
    for (const { added, removed, count } of changes) {
      if (!added && !removed) {
        between();
        for (let each = 0; each < count; each += 1) pair(left[a + each], right[b + each]);
        [fromA, fromB] = [a + count, b + count];
      }
      if (!added) a += count;
      if (!removed) b += count;
    }
    between();
  }

  /** Pairs slides that were moved out of order. */
  function elsewhere(sign: Sign): void {
    const taken = new Set(known.values());
    const free = all(after).filter((index) => !taken.has(index));
    for (const index of all(before)) {
      if (known.has(index)) continue;
      const at = free.findIndex((each) => signOf(after, each, sign) === signOf(before, index, sign));
      if (at >= 0) pair(index, free.splice(at, 1)[0]);
    }
  }

  function pair(old: number | undefined, fresh: number | undefined): void {
    if (old !== undefined && fresh !== undefined) known.set(old, fresh);
  }
}

/**
 * Discards the result of a transform during which its module changed. Vite keeps it and serves the old state from then
 * on: after slides were removed, for example, a deck that still has them.
 */
export function dateChanges(server: ViteDevServer): void {
  const { moduleGraph } = server.environments.client;
  const invalidate = moduleGraph.invalidateModule.bind(moduleGraph);
  let isDating = false;
  moduleGraph.invalidateModule = (module, ...how) => {
    invalidate(module, ...how);
    if (isDating) return;
    // Discards transforms started earlier. This second call only stamps the module with the time by Vite's own clock, which
    // runs ahead of the real one while many modules are requested at once.
    isDating = true;
    invalidate(module, new Set(module.importers), undefined, false, true);
    isDating = false;
  };
}

function signOf(slides: readonly SlideLike[], index: number, sign: Sign): string {
  const slide = slides[index];
  return slide ? sign(slide) : '';
}
