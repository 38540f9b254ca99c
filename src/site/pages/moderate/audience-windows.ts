/** Position of a window: its slide, and the number of clicks. */
export interface SlidePlace {
  readonly page: number;
  readonly clicks: number;
}

export interface AudienceWindows {
  /** Position of the audience's window; null while none reports one. */
  at(): SlidePlace | null;
  /** Moves every window there. */
  show(place: SlidePlace): void;
}

interface KnownWindow {
  readonly place: SlidePlace;
  readonly rank: number;
  readonly unanswered: number;
}

/** A closed or crashed window cannot say so: it is asked this often, and forgotten after some silence. */
const ASKED_MS = 1000;
const MOST_UNANSWERED = 2;

/**
 * Follows the windows of this browser that show a deck; slidev/web/pages/open-deck.ts answers for them. If they are at
 * different positions, one opened for the audience counts first, then a visible one, then the one that moved last: a
 * moderator may look something up in another tab.
 * @param deck path of its page, which identifies its windows
 */
export function audienceWindows(deck: string, changed: () => void): AudienceWindows {
  const channel = new BroadcastChannel(`talkdeck ${deck}`);
  const tell = (kind: string, data: SlidePlace | null = null) =>
    channel.postMessage({ talkdeck: kind, data, presents: true });
  const windows = new Map<string, KnownWindow>();
  const at = () => {
    // Windows are in order of their last moves.
    const best = [...windows.values()].reduce<KnownWindow | null>(
      (one, other) => (one !== null && one.rank > other.rank ? one : other),
      null,
    );
    return best?.place ?? null;
  };
  const ask = () => {
    for (const [id, known] of windows) {
      windows.set(id, { ...known, unanswered: known.unanswered + 1 });
      if (known.unanswered < MOST_UNANSWERED) continue;
      windows.delete(id);
      changed();
    }
    tell('where');
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Readonly<Record<string, unknown>> | null>) => {
    const kind = data?.talkdeck;
    // One has moved, or opened.
    if (kind === 'nav') tell('where');
    if (kind === 'hello' && data?.presents !== true) {
      const place = at();
      // A new window goes to where the others are.
      if (place) tell('show', place);
      else tell('where');
    }
    const answer = kind === 'at' ? answerOf(data?.data) : null;
    if (answer === null) return;
    const { id, place, rank } = answer;
    const before = windows.get(id);
    const hasMoved = before?.place.page !== place.page || before.place.clicks !== place.clicks;
    if (hasMoved) windows.delete(id);
    windows.set(id, { place, rank, unanswered: 0 });
    if (hasMoved || before.rank !== rank) changed();
  });
  setInterval(ask, ASKED_MS);
  ask();
  return {
    at,
    show(place) {
      // Assume they will get there: the next step starts from it, however fast it follows.
      for (const [id, known] of windows) windows.set(id, { ...known, place });
      tell('show', place);
      changed();
    },
  };
}

/** Validates a message: other pages of this host can use the channel, too. */
function answerOf(data: unknown) {
  const { id, page, clicks, isAudience, isVisible } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !isCount(page) || !isCount(clicks)) return null;
  return { id, place: { page, clicks }, rank: isAudience === true ? 2 : isVisible === true ? 1 : 0 };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
