import {
  type FileParts,
  kindOfState,
  type Message,
  openFile,
  plain,
  type SyncMethod,
} from '../../file/pages/open-file.ts';

/** A message from one window to the others of its deck. */
interface WindowMessage extends Message {
  /** Whether it is the presenter's. */
  readonly presents: boolean;
}

/** Makes Slidev's application, showing one deck of a site, handle links and share its position between windows. */
export function openDeck(parts: FileParts): void {
  openFile(parts, {
    share: shareByChannel,
    leave(deck, page) {
      location.assign(`../${encodeURIComponent(deck)}/index.html#/${page}`);
    },
  });
}

/**
 * A method for Slidev to share its state among the windows of a browser that show this deck, whoever opened them. Two
 * windows neither of which presents belong to readers, and are independent.
 */
function shareByChannel({ nav, slides, accept }: FileParts): SyncMethod {
  const states = new Map<string, { state: object; update(data: object): void }>();
  // Windows of other decks, and of other sites on this host, use other channels.
  const channel = new BroadcastChannel(`talkdeck ${new URL('.', location.href).pathname}`);
  const tell = (message: Message) =>
    channel.postMessage({ ...message, presents: nav.isPresenter.value } satisfies WindowMessage);
  const tellState = (kind: string, state: object) => tell({ talkdeck: kind, data: plain(state) });
  // A window opened with a link to a slide stays there.
  const hasPlace = !/^(?:#\/?1?)?$/.test(location.hash);
  /** Whether the others were asked for their position, which happens once a slide is shown. */
  let hasAsked = false;
  /** Where this window is, or was told to go. */
  let known: string | null = null;
  /** Whether Slidev reports a change: it also reports the position of a new window, and pointers. */
  const isMove = (kind: string, state: object) => {
    const before = known;
    known = kind === 'nav' ? placeOf(state) : known;
    if (kind === 'nav' && !hasAsked) {
      hasAsked = true;
      // Slidev ignores messages while it sends one.
      if (nav.isPresenter.value || !hasPlace) setTimeout(() => tell({ talkdeck: 'hello' }));
    }
    return kind !== 'nav' || nav.isPresenter.value || (before !== null && before !== known);
  };
  const id = `${performance.timeOrigin} ${Math.random()}`;
  /** Replies to the moderator's page (site/pages/moderate/audience-windows.ts) with what an audience may see. */
  const answerWhere = () => {
    const { page, clicks } = (states.get('nav')?.state ?? {}) as Readonly<Record<string, unknown>>;
    const seen = { isAudience: window.name === AUDIENCE, isVisible: document.visibilityState === 'visible' };
    if (!nav.isPresenter.value) tell({ talkdeck: 'at', data: { id, page, clicks, ...seen } });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Partial<WindowMessage> | null>) => {
    const kind: unknown = data?.talkdeck;
    if (typeof kind !== 'string' || (data?.presents !== true && !nav.isPresenter.value)) return;
    if (kind === 'show') return showPlace(nav, slides.length, data?.data);
    if (kind === 'where') return answerWhere();
    if (kind === 'hello') for (const [name, { state }] of states) tellState(name, state);
    const change = accept(kind, data?.data);
    if (!change) return;
    if (kind === 'nav') known = placeOf(change);
    states.get(kind)?.update(change);
  });
  return {
    init(name, update, state) {
      const kind = kindOfState(name);
      states.set(kind, { state, update });
      return (now, isUpdate) => {
        if (!isUpdate && isMove(kind, now)) tellState(kind, now);
      };
    },
  };
}

/** The window that the moderator's page opens (templates/site/moderate.html.hbs). */
const AUDIENCE = 'talkdeck-audience';

/** Handles a request of the moderator's page. */
function showPlace(nav: FileParts['nav'], slides: number, data: unknown): void {
  const { page, clicks } = (data ?? {}) as { readonly page?: unknown; readonly clicks?: unknown };
  if (!isCount(page) || !isCount(clicks) || page < 1 || page > slides) return;
  void nav.go(page, clicks);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function placeOf(state: object): string {
  const { page, clicks } = state as { readonly page?: unknown; readonly clicks?: unknown };
  return `${page} ${clicks}`;
}
