import * as v from 'valibot';
import type { ViteDevServer } from 'vite';
import { DRAWING, MOST_DRAWN } from './drawing-text.ts';

/*
 * State that the windows of a deck share through its server: current slide and click, timer, cursor, drawings. Slidev's
 * own plugin (vite-plugin-vue-server-ref) accepts any key and value; here they are restricted.
 */

/** The state as Slidev's client knows it (its state/shared.ts, drawings.ts and snapshot.ts). */
export interface SharedState {
  readonly nav: Nav;
  readonly drawings: Readonly<Record<string, string>>;
  readonly snapshots: Readonly<Record<string, never>>;
}

/** A change sent by one window to the others. */
export type SharedUpdate = v.InferOutput<typeof NAV_UPDATE> | v.InferOutput<typeof DRAWINGS_UPDATE>;

/** The client's encoding of `undefined` in JSON. */
const NOTHING = v.pipe(
  v.literal('__UNDEFINED___'),
  v.transform((): undefined => undefined),
);
const orNothing = <S extends v.GenericSchema>(schema: S) => v.optional(v.union([schema, NOTHING]));

const MOST_SLIDES = 10_000;
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** Milliseconds, or milliseconds since 1970. */
const TIME = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));
/** Per cent of a slide; the cursor may be outside it. */
const PLACE = v.pipe(v.number(), v.finite(), v.minValue(-1000), v.maxValue(1000));
const SLIDE_KEY = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/));
/** A window's own id, by which it recognizes its own changes. */
const SOURCE = v.pipe(v.string(), v.regex(/^[a-z]{0,16}$/));
const AUTHOR = v.pipe(v.string(), v.regex(/^[\w:/.[\]-]{1,300}$/));

const NAV = v.strictObject({
  page: count(MOST_SLIDES),
  clicks: count(1_000_000),
  clicksTotal: orNothing(count(1_000_000)),
  timer: v.strictObject({
    status: v.picklist(['stopped', 'running', 'paused']),
    slides: v.pipe(
      v.record(SLIDE_KEY, v.strictObject({ start: orNothing(TIME), end: orNothing(TIME) })),
      v.check((slides) => Object.keys(slides).length <= MOST_SLIDES),
    ),
    startedAt: TIME,
    pausedAt: TIME,
  }),
  cursor: orNothing(
    v.strictObject({ x: PLACE, y: PLACE, style: orNothing(v.picklist(['cursor', 'laser'])) }),
  ),
  lastUpdate: orNothing(
    v.strictObject({ id: AUTHOR, type: v.picklist(['presenter', 'viewer']), time: TIME }),
  ),
});

const NAV_UPDATE = v.strictObject({ source: SOURCE, data: NAV, timestamp: TIME });
const DRAWINGS_UPDATE = v.strictObject({
  source: SOURCE,
  /** Drawings of the slides that changed. */
  patch: orNothing(v.record(SLIDE_KEY, DRAWING)),
  timestamp: TIME,
});

type Nav = v.InferOutput<typeof NAV>;

/** Accepted updates, by the key in the URL; `limit` in bytes where it exceeds the default. */
export const SHARED_UPDATES = {
  nav: { schema: NAV_UPDATE },
  drawings: { schema: DRAWINGS_UPDATE, limit: 2 * MOST_DRAWN },
} as const;

/** The state of a deck that nobody has shown yet. Slidev's plugin reads it; only `share` writes it. */
export function newState(): SharedState {
  return {
    nav: bare({
      page: 0,
      clicks: 0,
      timer: bare({ status: 'stopped', slides: bare({}), startedAt: 0, pausedAt: 0 }),
    }),
    drawings: bare({}),
    snapshots: bare({}),
  };
}

/** Stores a change for windows opened later, and sends it to the open ones. */
export function share(state: SharedState, update: SharedUpdate, server: ViteDevServer): void {
  const key = 'data' in update ? 'nav' : 'drawings';
  const change = bare('data' in update ? withNewestMove(update.data, state) : (update.patch ?? {})) as Record<
    string,
    never
  >;
  if ('data' in update) for (const name of Object.keys(state.nav)) Reflect.deleteProperty(state.nav, name);
  Object.assign(state[key], change);
  if (key === 'drawings' && sizeOf(state.drawings) > MOST_DRAWN) forgetOthers(state.drawings, change);
  readAgain(key, server);
  const { source, timestamp } = update;
  const data = { key, source, timestamp, [key === 'nav' ? 'data' : 'patch']: change };
  server.ws.send({ type: 'custom', event: 'vue-server-ref', data });
}

/**
 * A window's message, with the position of the newest move: a window reports everything it knows at once, may not know
 * of a move yet, and a later request can arrive first. Of simultaneous moves, all windows choose the same one
 * (slidev/plugins/tell-moves.ts).
 */
function withNewestMove(said: Nav, { nav }: SharedState): Nav {
  const [move, known] = [said.lastUpdate, nav.lastUpdate];
  if (!known) return said;
  const since = move ? move.time - known.time || (move.id < known.id ? -1 : 0) : -1;
  const { page, clicks, clicksTotal, lastUpdate } = nav;
  return since < 0 ? { ...said, page, clicks, clicksTotal, lastUpdate } : said;
}

/**
 * Keeps the place that later windows are told where an edit moved slides.
 * @param to 1-based numbers, by 0-based ones
 */
export function renumber(state: SharedState, to: readonly number[], server: ViteDevServer): void {
  const page = to[Number(state.nav.page) - 1];
  if (page === undefined) return;
  Object.assign(state.nav, { page });
  readAgain('nav', server);
}

/** Otherwise the module built from the old state would be served again. */
function readAgain(key: string, { moduleGraph }: ViteDevServer): void {
  for (const [id, module] of moduleGraph.idToModuleMap)
    if (id.split('?')[0] === `/@server-reactive/${key}`) moduleGraph.invalidateModule(module);
}

function sizeOf(drawings: Readonly<Record<string, string>>): number {
  return Object.values(drawings).reduce((sum, drawing) => sum + drawing.length, 0);
}

function forgetOthers(drawings: Readonly<Record<string, string>>, kept: object): void {
  for (const name of Object.keys(drawings)) if (!(name in kept)) Reflect.deleteProperty(drawings, name);
}

/** A deep copy of plain data without prototypes; undefined values are dropped. */
function bare<T extends object>(value: T): T {
  const copy = Object.create(null);
  for (const [key, each] of Object.entries(value))
    if (each !== undefined) copy[key] = typeof each === 'object' && each !== null ? bare(each) : each;
  return copy;
}
