/** Parts of Slidev (its client's public API) and talkdeck that the page uses. */
export interface FileParts {
  readonly nav: FileNav;
  readonly slides: readonly FileSlide[];
  addSyncMethod(method: SyncMethod): void;
  disableBuiltinSync(): void;
  /** Validates a message from another window; null if no window of ours would send it. */
  accept(kind: string, data: unknown): object | null;
}

/** A method for Slidev to share its state with other windows (its client's state/syncState.ts). */
export interface SyncMethod {
  init(
    channel: string,
    update: (state: object) => void,
    state: object,
  ): (state: object, isUpdate?: boolean) => void;
}

interface FileNav {
  readonly currentSlideNo: { readonly value: number };
  readonly clicks: { readonly value: number };
  readonly isPresenter: { readonly value: boolean };
  go(slide: number, clicks?: number): Promise<void>;
}

/** Position of a slide in its deck. */
interface FileSlide {
  readonly deck: string;
  /** 1-based. */
  readonly page: number;
  readonly alias: string | null;
}

/** How kinds of pages differ. */
export interface FileWays {
  /** Shares state between windows. */
  share(parts: FileParts): SyncMethod;
  /** Shows a slide of a deck that is not in this page. */
  leave(deck: string, page: number): void;
}

const IN_ONE_FILE: FileWays = { share: shareWithWindows, leave: () => {} };

const PRESENTER = 'talkdeck-presenter';
const IS_PRINT = new URLSearchParams(location.search).has('print');

/** Makes Slidev's application work without a server: handles links, prints, and shares its position between windows. */
export function openFile(parts: FileParts, { share, leave }: FileWays = IN_ONE_FILE): void {
  const { nav, slides, addSyncMethod, disableBuiltinSync } = parts;
  // Called by Slidev's own buttons (slidev/plugins/without-server.ts).
  Object.assign((globalThis as { __talkdeck?: object }).__talkdeck ?? {}, {
    print: openPrint,
    openPresenter: () => openPresenter(nav),
  });
  if (IS_PRINT) {
    void printWhenReady(slides.length);
    return;
  }
  addSyncMethod(share(parts));
  // Browsers disagree on whether files on a disk share an origin. Slidev opens its built-in channels after this call.
  setTimeout(disableBuiltinSync);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      openPrint();
    },
    { capture: true },
  );
  addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!link?.closest('.slidev-layout') || /^(?:https?|mailto|tel):/i.test(href)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const from =
        Number(link.closest('[data-slidev-no]')?.getAttribute('data-slidev-no')) || nav.currentSlideNo.value;
      const target = linkTarget(slides, from, href);
      if (target !== null) return void nav.go(target);
      const [, deck, page] = OTHER_DECK.exec(href) ?? [];
      if (deck !== undefined) leave(decoded(deck), Number(page));
    },
    { capture: true },
  );
}

const OTHER_DECK = /^talkdeck:([^/]+)\/(\d+)$/i;

/**
 * Target of a slide's link, as a number through all slides.
 * @param href `talkdeck:<deck>/<page>`, or a page or name in the same deck; null if the file has no such slide
 */
export function linkTarget(slides: readonly FileSlide[], from: number, href: string): number | null {
  const [, other, page] = OTHER_DECK.exec(href) ?? [];
  const name =
    other === undefined ? (/^(?:#?\.?\/)?(?:presenter\/)?([\w-]+)(?:\?.*)?$/.exec(href)?.[1] ?? '') : '';
  const deck = other === undefined ? slides[from - 1]?.deck : decoded(other);
  const index = slides.findIndex(
    (slide) => slide.deck === deck && (slide.alias === name || String(slide.page) === (page ?? name)),
  );
  return index < 0 ? null : index + 1;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @returns whether a window is open now; some browsers refuse to open one */
function openPresenter({ currentSlideNo, clicks, isPresenter }: FileNav): boolean {
  if (isPresenter.value) return true;
  const address = `#/presenter/${currentSlideNo.value}?clicks=${clicks.value}`;
  opened = open(address, PRESENTER, 'popup,width=1280,height=800');
  return opened !== null;
}

/** The presenter's window opened here. */
let opened: Window | null = null;

export interface Message {
  readonly talkdeck: string;
  readonly data?: unknown;
}

/**
 * A method for Slidev to share its state. Windows of one file only know each other by who opened whom, and only listen
 * to these.
 */
function shareWithWindows({ accept }: FileParts): SyncMethod {
  const isHosted = location.protocol.startsWith('http');
  /** The other window, if it still exists. */
  const others = () =>
    [window.name === PRESENTER ? window.opener : null, opened].filter(
      (other): other is Window => other !== null && !other.closed,
    );
  const states = new Map<string, { state: object; update(data: object): void }>();
  const tell = (message: Message) => {
    for (const other of others()) other.postMessage(message, isHosted ? location.origin : '*');
  };
  const tellState = (kind: string, state: object) => tell({ talkdeck: kind, data: plain(state) });
  addEventListener('message', ({ source, origin, data }) => {
    if (isHosted && origin !== location.origin) return;
    const other = source as Window | null;
    // A reloaded page learns of the window it opened only from that window's messages.
    if (other && opened === null && other.opener === window) opened = other;
    if (other === null || !others().includes(other)) return;
    const kind: unknown = (data as Partial<Message> | null)?.talkdeck;
    if (kind === 'hello') for (const [name, { state }] of states) tellState(name, state);
    if (typeof kind !== 'string') return;
    const change = accept(kind, (data as Message).data);
    if (change) states.get(kind)?.update(change);
  });
  // The shared state is complete once Slidev has requested both of its parts.
  setTimeout(() => {
    if (window.name === PRESENTER) tell({ talkdeck: 'hello' });
  });
  return {
    init(channel, update, state) {
      const kind = kindOfState(channel);
      states.set(kind, { state, update });
      return (now, isUpdate) => {
        if (!isUpdate) tellState(kind, now);
      };
    },
  };
}

/** `drawings`, or `nav`: a window's position. @param channel Slidev's name for it */
export function kindOfState(channel: string): 'drawings' | 'nav' {
  return channel.endsWith('drawings') ? 'drawings' : 'nav';
}

/** As sent to Slidev's server: JSON has no other way to say that a value is gone. */
export function plain(state: object): unknown {
  return JSON.parse(JSON.stringify(state, (_, value) => (value === undefined ? '__UNDEFINED___' : value)));
}

/** Opens all slides in a new window, which prints and closes. */
function openPrint(): void {
  open('?print#/print', '_blank');
}

async function printWhenReady(count: number): Promise<void> {
  const isReady = () =>
    document.querySelectorAll('.print-slide-container').length >= count &&
    !document.querySelector('.slidev-slide-loading');
  while (!isReady()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  document.documentElement.dataset.ready = 'print';
  addEventListener('afterprint', () => {
    if (window.opener) close();
  });
  print();
}
