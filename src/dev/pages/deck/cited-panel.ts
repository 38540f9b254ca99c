import type { CitedLines } from '../../state/cited-lines.ts';
import type { SlidePlace } from '../../state/dev-state.ts';
import { element } from '../shared/elements.ts';
import { failureOf, type Notify } from '../shared/notices.ts';
import type { Words } from '../shared/words.ts';

/** The lines of the transcript that the slide on the screen cites, over its lower part. */
export interface CitedPanel {
  /** Opens it, and closes it again. */
  toggle(): void;
  /** Another slide is shown, or what it says has changed. @param canShow whether it may lie over this page now */
  update(place: SlidePlace, canShow: boolean): void;
}

export function citedPanel(root: ParentNode, words: Words, notify: Notify): CitedPanel {
  const close = element('button', { type: 'button', class: 'close' }, words.fold);
  const list = element('ol');
  const panel = element('section', { class: 'cited', 'aria-label': words.citedLines });
  panel.append(element('header', {}, element('strong', {}, words.citedLines), close), list);
  panel.hidden = true;
  root.append(panel);

  let isOpen = false;
  let place: SlidePlace | null = null;
  /** Answers to older questions are of other slides. */
  let asked = 0;
  const setOpen = (open: boolean) => {
    isOpen = open;
    if (open) void ask();
    else panel.hidden = true;
  };
  close.addEventListener('click', () => setOpen(false));

  async function ask(): Promise<void> {
    if (!place) return;
    asked += 1;
    const mine = asked;
    try {
      const { deck, slide } = place;
      const response = await fetch(`/@talkdeck/lines/${encodeURIComponent(deck)}/${slide}`);
      if (mine !== asked || !isOpen) return;
      if (!response.ok) {
        notify(await failureOf(response));
        setOpen(false);
        return;
      }
      const lines = (await response.json()) as CitedLines;
      if (mine === asked && isOpen) show(lines);
    } catch {
      if (mine === asked) notify(words.away);
    }
  }

  function show({ lines, more }: CitedLines): void {
    list.replaceChildren(
      ...lines.map(({ line, text }) =>
        element('li', {}, element('span', { class: 'number' }, `L${line}`), element('span', {}, text)),
      ),
      ...(lines.length === 0 ? [element('li', {}, element('span', {}, words.noCitedLines))] : []),
      ...(more > 0 ? [element('li', {}, element('span', {}, words.moreLines(more)))] : []),
    );
    panel.hidden = false;
  }

  return {
    toggle: () => setOpen(!isOpen),
    update(now, canShow) {
      if (now.deck !== place?.deck || now.slide !== place.slide) panel.scrollTop = 0;
      place = now;
      if (isOpen && canShow) void ask();
      else if (!canShow) setOpen(false);
    },
  };
}
