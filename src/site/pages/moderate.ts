import { answeredMarks } from './moderate/answered-marks.ts';
import { audienceWindows } from './moderate/audience-windows.ts';
import { questionKeys } from './moderate/question-keys.ts';
import { type Question, questionAt, questionSearch, questionsOf } from './moderate/question-rows.ts';

/**
 * The moderator's page: puts questions on the windows of this browser that show their slides, as a presenter's window
 * does, and remembers which ones were answered. Without this script it is a list of links.
 */

const main = document.querySelector<HTMLElement>('.moderator');
const search = main?.querySelector<HTMLInputElement>('[type="search"]');
const audience = main?.querySelector<HTMLAnchorElement>('[data-audience]');
if (main && search && audience) start(main, search, audience);

function start(page: HTMLElement, search: HTMLInputElement, audience: HTMLAnchorElement): void {
  const questions = questionsOf(page);
  // The page lists them by topic, the deck by number.
  const byNumber = [...questions].sort((a, b) => a.slide - b.slide);
  const find = questionSearch(questions);
  const deck = new URL('.', new URL(page.dataset.deck ?? '', location.href));
  const marks = answeredMarks(`talkdeck:answered:${deck.pathname}`, render);
  let found = find(search.value);
  let selected: Question | null = found.best;
  /** The question last shown from here. */
  let told: Question | null = null;
  const windows = audienceWindows(deck.pathname, render);

  const onScreen = () => questionAt(questions, windows.at()?.page ?? 0);
  const select = (question: Question | null) => {
    selected = question;
    render();
    question?.row.scrollIntoView({ block: 'nearest' });
  };
  const show = (question: Question | null | undefined) => {
    if (!question) return;
    told = question;
    windows.show({ page: question.slide, clicks: 0 });
    select(question);
  };
  const step = (by: number) => {
    const now = windows.at() ? onScreen() : told;
    show(byNumber[(now ? byNumber.indexOf(now) : -1) + by]);
  };
  const mark = (question: Question | null) => {
    if (question) marks.toggle(question.id);
    render();
  };
  const refind = () => {
    found = find(search.value);
    select(search.value.trim() === '' && selected ? selected : found.best);
  };

  function render(): void {
    const at = windows.at();
    const current = onScreen();
    for (const question of questions) {
      const { row, box, id } = question;
      const isAnswered = marks.has(id);
      row.hidden = !found.all.has(question);
      row.classList.toggle('is-on-screen', question === current);
      row.classList.toggle('is-answered', isAnswered);
      if (question === selected) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
      row.querySelector('button')?.setAttribute('aria-pressed', String(question === current));
      box.checked = isAnswered;
    }
    for (const topic of page.querySelectorAll<HTMLElement>('.topic')) {
      topic.hidden = !topic.querySelector('[data-number]:not([hidden])');
    }
    const line = page.querySelector<HTMLElement>('.on-air');
    const { none, slide } = line?.dataset ?? {};
    const said = current ? `Q${current.number} ${current.words}` : slide?.replace('0', `${at?.page}`);
    say(line, at === null ? none : said);
    line?.classList.toggle('is-here', at !== null);
    const open = questions.filter(({ id }) => !marks.has(id)).length;
    say(page.querySelector('.left'), page.dataset.open?.split('\n')[open]);
    const nothing = page.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = found.all.size > 0;
    // An open window keeps its position.
    const place = at ?? (told && { page: told.slide, clicks: 0 });
    const clicks = place && place.clicks > 0 ? `?clicks=${place.clicks}` : '';
    if (place) audience.href = `${deck.href}index.html#/${place.page}${clicks}`;
  }

  search.addEventListener('input', refind);
  for (const question of questions) {
    const { row, box } = question;
    row.addEventListener('focusin', () => {
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
  questionKeys(search, {
    move(by) {
      const shown = questions.filter((question) => found.all.has(question));
      const next = shown[(selected ? shown.indexOf(selected) : -1) + by];
      if (!next) return;
      select(next);
      if (document.activeElement !== search) next.row.querySelector('a')?.focus();
    },
    show: () => show(selected),
    step,
    mark: () => mark(selected),
    clear() {
      search.value = '';
      search.blur();
      refind();
    },
  });
  for (const part of page.querySelectorAll<HTMLElement>('[hidden]:not(.nothing)')) part.hidden = false;
  render();
}

/** Avoids repeating an unchanged status, which would be read out again. */
function say(line: Element | null, text = ''): void {
  if (line && line.textContent !== text) line.textContent = text;
}
