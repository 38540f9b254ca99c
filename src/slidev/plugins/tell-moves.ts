import type { Plugin } from 'vite';
import { replaceOnce } from './replace-once.ts';

/** Where a Slidev page sends its position to the others of its deck, and follows theirs. */
const ROOT = /\/@slidev\/client\/setup\/root\.ts(?:\?|$)/;

/** Where windows without a server notify each other. */
const SYNC = /\/@slidev\/client\/state\/syncState\.ts(?:\?|$)/;

type Changes = readonly (readonly [before: string, after: string])[];

/** Pieces of that file, each occurring once, with replacements. */
const ROOT_CHANGES: Changes = [
  [
    `patch('page', +currentSlideNo.value)
    patch('clicks', clicksContext.value.current)`,
    `if (!hasPrimarySlide.value)
      return
    const page = +currentSlideNo.value
    const clicks = clicksContext.value.isMounted
      ? clicksContext.value.current
      : +(router.currentRoute.value.query.clicks || 0)
    const comes = isNew && !__SLIDEV_HAS_SERVER__
    if (+router.currentRoute.value.params.no > total.value)
      return
    if (shown > total.value) {
      led = { page, clicks, isUnderWay: false }
      keepOwn(page, clicks)
    }
    shown = page
    if (isLed(page, clicks))
      return
    const stays = newest.id === id && newest.page === page && newest.clicks === clicks
    tell(page, clicks, comes || stays)
  }
  function tell(page = newest.page, clicks = newest.clicks, isNoMove = false) {
    if (!isNoMove)
      newest = { id, page, clicks, time: newest.time }
    patch('page', page)
    patch('clicks', clicks)`,
  ],
  ['isPrintMode,\n  } = useNav()', 'isPrintMode,\n    total,\n  } = useNav()'],
  ['import { initSharedState, onPatch, patch }', 'import { initSharedState, patch, sharedState }'],
  // A logical clock, continuing from the newest move known to a window: a window that has seen a move is later than it,
  // whatever the machine's clock says, and of simultaneous moves all windows choose the same one. Opening, being
  // rebuilt, getting another number, or going to the last slide because an edit removed the current one are no moves:
  // they would take back a presenter who has moved on. Such a message comes after the window's earlier ones, in
  // whatever order they arrive, and before any move.
  [
    'time: Date.now(),',
    'time: isNoMove ? (newest.time += newest.id === id ? 1 / 64 : 0) : (newest.time = Math.max(Date.now(), newest.time + 1)),',
  ],
  [
    'onPatch((state) => {',
    `watch(() => sharedState.lastUpdate, (update) => {
    if (!update || (update.id === id && update.time >= newest.time))
      return
    const since = update.time - newest.time || (update.id < newest.id ? -1 : 1)
    if (since < 0) {
      if (newest.id === id)
        tell()
      return
    }
    newest = { id: update.id, time: update.time }
    const state = sharedState`,
  ],
  [
    'const router = useRouter()',
    `const router = useRouter()
  let newest = { id: '', time: 0, ...sharedState.lastUpdate }
  let isNew = true
  let led = null
  let shown = 0
  addEventListener('talkdeck:renumbered', ({ detail: { page, clicks, way, waitUntil } }) => {
    keepOwn(page, clicks)
    waitUntil(follow(page, clicks, way))
  })
  function keepOwn(page, clicks) {
    if (newest.id !== id)
      return
    Object.assign(newest, { page, clicks })
    tell(page, clicks, true)
  }
  function isLed(page, clicks) {
    const { path, query } = router.currentRoute.value
    const comesIn = isNew && +sharedState.page === page && query.clicks == null
    isNew = false
    if (comesIn && sharedState.clicks > 0)
      follow(page, sharedState.clicks, { path, query: { ...query, clicks: sharedState.clicks } })
    if (led && (led.isUnderWay || (led.page === page && led.clicks === clicks)))
      return true
    led = null
    return false
  }
  function follow(page, clicks, way) {
    const move = led = { page: +page, clicks: +clicks, isUnderWay: true }
    return router.replace(way).finally(() => {
      if (led !== move)
        return
      move.isUnderWay = false
      updateSharedState()
    })
  }`,
  ],
  [
    'watch(clicksContext, updateSharedState)',
    `watch(clicksContext, updateSharedState)
  if (router.currentRoute.value.matched.length > 0)
    updateSharedState()`,
  ],
  [
    `router.replace({
      path: getSlidePath(state.page`,
    `follow(state.page, state.clicks || 0, {
      path: getSlidePath(state.page`,
  ],
];

/** On stage, every window follows every other one; a new one does not lead, but asks where the others are. */
const ON_STAGE: Changes = [
  ['if (state.lastUpdate?.type === syncType.value)', 'if (state.lastUpdate?.id === id)'],
  [
    `const comesIn = isNew`,
    `if (isNew)
      led = { page, clicks, isUnderWay: false }
    const comesIn = false`,
  ],
];

/** Messages sent and received at the same moment are neither delayed nor dropped. */
const SYNC_CHANGES: Changes = [
  ['if (!patching) {', '{'],
  [
    `patching = true
    state[key] = value`,
    `patching = true
    updating = false
    state[key] = value`,
  ],
];

/**
 * Makes a page report only its own moves. Slidev's pages also report that they followed another: a fast presenter has
 * moved on by the time this arrives, and is taken back. They also report zero clicks on a slide that was just opened or
 * is being rebuilt after an edit, because clicks are known only once it is mounted. A page that shows no slide, such as
 * the overview, reports the first one. So does a page that found its slide before it listened, at the first movement of
 * the mouse, and takes everybody there. And of two pages that moved at the same moment, each went to where the other
 * had been, and stayed there.
 *
 * @param where on stage all windows share one position; elsewhere those without notes do not follow each other
 */
export function tellOwnMoves(where: 'stage' | 'elsewhere' = 'elsewhere'): Plugin {
  const ofRoot = where === 'stage' ? [...ROOT_CHANGES, ...ON_STAGE] : ROOT_CHANGES;
  return {
    name: 'talkdeck:tell-own-moves',
    enforce: 'pre',
    transform(code, id) {
      const changes = ROOT.test(id) ? ofRoot : SYNC.test(id) ? SYNC_CHANGES : null;
      return (
        changes && {
          code: changes.reduce((text, [before, after]) => replaceOnce(text, before, after, id), code),
          map: null,
        }
      );
    },
  };
}
