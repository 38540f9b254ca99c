import type { Plugin } from 'vite';

/** Where a page of Slidev tells the others of its deck where it is, and goes where another has gone. */
const ROOT = /\/@slidev\/client\/setup\/root\.ts(?:\?|$)/;

/** Pieces of that file, each once in it, and what takes their place. */
const CHANGES: readonly (readonly [string, string])[] = [
  [
    `patch('page', +currentSlideNo.value)
    patch('clicks', clicksContext.value.current)`,
    `const page = +currentSlideNo.value
    const clicks = clicksContext.value.isMounted
      ? clicksContext.value.current
      : +(router.currentRoute.value.query.clicks || 0)
    if (isLed(page, clicks))
      return
    patch('page', page)
    patch('clicks', clicks)`,
  ],
  ['import { initSharedState, onPatch, patch }', 'import { initSharedState, onPatch, patch, sharedState }'],
  [
    'const router = useRouter()',
    `const router = useRouter()
  let isNew = true
  let led = null
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
    router.replace(way).finally(() => {
      if (led !== move)
        return
      move.isUnderWay = false
      updateSharedState()
    })
  }`,
  ],
  [
    `router.replace({
      path: getSlidePath(state.page`,
    `follow(state.page, state.clicks || 0, {
      path: getSlidePath(state.page`,
  ],
];

/**
 * Lets a page tell the others of its own moves only. Slidev's tells them, too, that it has followed another: who
 * presents fast has gone on when this arrives, and is taken back. So does it tell that no click was made yet on a slide
 * where it has just come in, or which is being made anew after an edit: a slide knows its clicks when it is there.
 */
export function tellOwnMoves(): Plugin {
  return {
    name: 'talkdeck:tell-own-moves',
    enforce: 'pre',
    transform(code, id) {
      if (!ROOT.test(id)) return null;
      return { code: CHANGES.reduce(replaceOnce, code), map: null };
    },
  };
}

function replaceOnce(code: string, [before, after]: readonly [string, string]): string {
  const [start = '', end, ...more] = code.split(before);
  if (end === undefined || more.length > 0) {
    throw new Error('this version of Slidev shares where its pages are in another way');
  }
  return `${start}${after}${end}`;
}
