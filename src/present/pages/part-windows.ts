import { chooseScreens, type ScreenPlace, type Screens } from './choose-screens.ts';

type WithScreens = Window & { getScreenDetails?(): Promise<Screens> };

const NAME = 'talkdeck-presenter';
const SIZE = { width: 1280, height: 800 };

/** The presenter's window, if opened by this one. */
let companion: Window | null = null;

/**
 * Opens the presenter's window, and moves this one, the audience's, to the other screen in full screen, if there is one
 * and the browser lets pages know of it. Call it in response to a key: browsers open nothing otherwise.
 * @param path of the presenter's page
 */
export async function partWindows(path: string): Promise<void> {
  const show = (at: ScreenPlace | null) => {
    const place = at ? `,left=${at.availLeft},top=${at.availTop}` : '';
    const opened = open('', NAME, `popup,width=${SIZE.width},height=${SIZE.height}${place}`);
    // An existing window stays as it is, and comes to the front.
    if (opened?.location.href === 'about:blank') opened.location.replace(path);
    else opened?.focus();
    companion = opened;
    return opened;
  };
  // On its own screen it is not hidden, and bringing it to the front would end the audience's full screen.
  if (isExtended() && document.fullscreenElement && companion && !companion.closed) return;
  const way = await permission();
  if (way === 'none') return void show(null);
  // The browser may prompt first, which uses up the key press, so the window that must not fail comes first.
  const early = way === 'prompt' ? show(null) : null;
  const places = await screensApart();
  if (!places) return void (early ?? show(null));
  // If a browser allows only one action per key press, the second press opens the presenter's window.
  if (!document.fullscreenElement) {
    const full = document.documentElement.requestFullscreen({ screen: places.audience } as FullscreenOptions);
    await full.catch(() => {});
  }
  if (early) early.moveTo(places.presenter.availLeft, places.presenter.availTop);
  else show(places.presenter);
}

async function screensApart(): Promise<ReturnType<typeof chooseScreens>> {
  const details = await (window as WithScreens).getScreenDetails?.().catch(() => null);
  return details ? chooseScreens(details) : null;
}

async function permission(): Promise<'granted' | 'prompt' | 'none'> {
  if (!isExtended() || !('getScreenDetails' in window)) return 'none';
  const name = 'window-management' as PermissionName;
  const { state } = await navigator.permissions.query({ name }).catch(() => ({ state: 'denied' as const }));
  return state === 'denied' ? 'none' : state;
}

function isExtended(): boolean {
  return (screen as Screen & { readonly isExtended?: boolean }).isExtended === true;
}
