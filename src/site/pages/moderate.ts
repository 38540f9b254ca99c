import { placeIndex } from './place-index.ts';

/**
 * The moderator's page: puts questions on the windows of this browser that show their slides, as a presenter's window
 * does (slidev/web/pages/open-deck.ts), and keeps which ones were answered. Without this script it is a list of links.
 */

interface Question {
  readonly row: HTMLLIElement;
  readonly number: string;
  readonly slide: number;
  /** By which its mark is kept: it stays when others are added before it. */
  readonly words: string;
  readonly box: HTMLInputElement;
}

/** Where the windows are. */
interface Place {
  readonly page: number;
  readonly clicks: number;
}

const main = document.querySelector<HTMLElement>('.moderator');
const search = main?.querySelector<HTMLInputElement>('[type="search"]');
const audience = main?.querySelector<HTMLAnchorElement>('[data-audience]');
if (main && search && audience) start(main, search, audience);

function start(page: HTMLElement, search: HTMLInputElement, audience: HTMLAnchorElement): void {
  const questions = [...page.querySelectorAll<HTMLLIElement>('[data-number]')].map(questionOf);
  const index = placeIndex(
    questions.map(({ row, words }) => {
      const topic = row.closest('section')?.getAttribute('aria-label') ?? '';
      return ['', words, topic, row.querySelector('.asked')?.textContent ?? ''];
    }),
  );
  // The name that the windows of the deck have for each other.
  const deck = new URL('.', new URL(page.dataset.deck ?? '', location.href));
  const channel = new BroadcastChannel(`talkdeck ${deck.pathname}`);
  const tell = (kind: string, data: Place | null = null) =>
    channel.postMessage({ talkdeck: kind, data, presents: true });
  const marks = answeredMarks(`talkdeck:answered:${deck.pathname}`);
  let at: Place | null = null;
  let selected: Question | null = questions[0] ?? null;

  const found = () => {
    const typed = search.value.trim();
    if (typed === '') return questions;
    const number = /^[#q]?(\d+)$/i.exec(typed.normalize('NFKC'))?.[1];
    if (number) return questions.filter((question) => question.number.startsWith(number));
    const ids = new Set(index.search(typed).map(({ id }) => Number(id)));
    return questions.filter((_, place) => ids.has(place));
  };
  // The page has them by topic, the deck by number.
  const byNumber = [...questions].sort((a, b) => a.slide - b.slide);
  const onScreen = () => byNumber.findLast(({ slide }) => at !== null && slide <= at.page) ?? null;
  const show = (question: Question | null | undefined) => {
    if (!question) return;
    selected = question;
    audience.href = `${deck.href}index.html#/${question.slide}`;
    at = null; // Until a window says where it is.
    tell('show', { page: question.slide, clicks: 0 });
    tell('hello');
    render();
    question.row.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: number) => {
    const now = onScreen() ?? (by > 0 ? null : selected);
    show(byNumber[now ? byNumber.indexOf(now) + by : 0]);
  };
  const select = (question: Question | undefined) => {
    if (!question) return;
    selected = question;
    render();
    if (document.activeElement !== search) question.row.querySelector('a')?.focus();
    question.row.scrollIntoView({ block: 'nearest' });
  };
  const mark = (question: Question | null) => {
    if (question) marks.toggle(question.words);
    render();
  };

  function render(): void {
    const shown = new Set(found());
    if (selected === null || !shown.has(selected)) selected = [...shown][0] ?? null;
    const current = onScreen();
    for (const question of questions) {
      const { row, box, words } = question;
      row.hidden = !shown.has(question);
      row.classList.toggle('is-selected', question === selected);
      row.classList.toggle('is-on-screen', question === current);
      row.classList.toggle('is-answered', marks.has(words));
      box.checked = marks.has(words);
    }
    for (const topic of page.querySelectorAll<HTMLElement>('.topic')) {
      topic.hidden = !topic.querySelector('[data-number]:not([hidden])');
    }
    const line = page.querySelector<HTMLElement>('.on-air');
    if (line) {
      line.classList.toggle('is-here', at !== null);
      const slide = line.dataset.slide?.replace('0', `${at?.page ?? ''}`) ?? '';
      const told = current ? `Q${current.number} ${current.words}` : slide;
      line.textContent = at === null ? (line.dataset.none ?? '') : told;
    }
    const left = page.querySelector('.left');
    const open = questions.filter(({ words }) => !marks.has(words)).length;
    if (left) left.textContent = page.dataset.open?.split('\n')[open] ?? '';
    const nothing = page.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = shown.size > 0;
  }

  channel.addEventListener('message', ({ data }) => {
    // Who comes later is where the others are.
    if (data?.talkdeck === 'hello' && data.presents !== true) tell(at === null ? 'hello' : 'show', at);
    const { page, clicks } = data?.talkdeck === 'nav' ? (data.data ?? {}) : {};
    if (!Number.isSafeInteger(page) || !Number.isSafeInteger(clicks)) return;
    at = { page, clicks };
    render();
  });
  addEventListener('storage', () => {
    marks.read();
    render();
  });
  search.addEventListener('input', render);
  for (const question of questions) {
    const { row, box } = question;
    row.addEventListener('focusin', () => {
      if (selected === question) return;
      selected = question;
      render();
    });
    row.querySelector('button')?.addEventListener('click', () => show(question));
    row.querySelector('a')?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(question);
    });
    box.addEventListener('change', () => mark(question));
  }
  for (const button of page.querySelectorAll<HTMLElement>('[data-step]')) {
    button.addEventListener('click', () => step(Number(button.dataset.step)));
  }
  document.addEventListener('keydown', (event) => {
    const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || ctrlKey || metaKey || altKey) return;
    const isTyping = target === search;
    const shown = found();
    const near = (by: number) => shown[(selected ? shown.indexOf(selected) : -1) + by];
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => select(near(1)),
      ArrowUp: () => select(near(-1)),
      Escape: () => {
        search.value = '';
        search.blur();
        render();
        selected?.row.scrollIntoView({ block: 'nearest' });
      },
      // What has the focus answers to it itself.
      ...(isTyping || target === document.body ? { Enter: () => show(selected) } : {}),
      ...(isTyping
        ? {}
        : {
            ArrowRight: () => step(1),
            PageDown: () => step(1),
            ArrowLeft: () => step(-1),
            PageUp: () => step(-1),
            '/': () => search.select(),
            x: () => mark(selected),
          }),
    };
    const act = keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  for (const part of page.querySelectorAll<HTMLElement>('[hidden]:not(.nothing)')) part.hidden = false;
  tell('hello');
  render();
}

function questionOf(row: HTMLLIElement): Question {
  const { number = '', slide } = row.dataset;
  const words = row.querySelector('a')?.textContent?.replace(/^Q\d+\s*/, '') ?? '';
  const box = row.querySelector('input') as HTMLInputElement;
  return { row, number, slide: Number(slide), words, box };
}

/** Which questions were answered, as this browser keeps it. */
function answeredMarks(key: string) {
  let marks = new Set<string>();
  const read = () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      marks = new Set(Array.isArray(kept) ? kept.map(String) : []);
    } catch {
      // A browser that keeps nothing: until the page is closed they are there.
    }
  };
  read();
  return {
    read,
    has: (words: string) => marks.has(words),
    toggle(words: string) {
      if (!marks.delete(words)) marks.add(words);
      try {
        localStorage.setItem(key, JSON.stringify([...marks]));
      } catch {
        // As above.
      }
    },
  };
}
