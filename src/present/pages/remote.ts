import type { Manifest, RemoteState, Shown, Steer } from '../manifest.ts';
import { made } from './dom.ts';
import { deckAt } from './evening.ts';
import { questionList } from './question-list.ts';
import { remoteHead } from './remote-head.ts';
import { keepListening, post } from './server.ts';
import { type RemoteWords, wordsFor } from './words.ts';

/*
 * The script of the remote control on a phone: next, back, notes, time, and the questions of the Q&A, of which one tap
 * puts one on screen. It only shows the state that the server has confirmed.
 */

/** The cached data of a version. */
interface Known {
  readonly evening: Manifest;
  /** HTML, by slide. */
  readonly notes: readonly string[];
}

const known = new Map<string, Promise<Known>>();

function know(version: string): Promise<Known> {
  const found = known.get(version) ?? load(version);
  known.set(version, found);
  // After a failure it is requested again.
  found.catch(() => known.delete(version));
  return found;
}

async function load(version: string): Promise<Known> {
  const read = async (name: string) => {
    const answer = await fetch(`/@stage/${version}/${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const [evening, notes] = await Promise.all([read('manifest.json'), read('notes.json')]);
  return { evening, notes };
}

interface Page {
  show(state: RemoteState & { readonly shown: Shown }, heardAt: number): void;
  alert(text: string): void;
}

/** Builds the page, once its language is known. */
function openPage({ evening, notes }: Known, words: RemoteWords): Page {
  document.documentElement.lang = evening.lang;
  document.title = words.title;
  const head = remoteHead(evening);
  const alert = made('p', 'alert');
  alert.setAttribute('role', 'status');
  const [title, after] = [made('h1'), made('p', 'after')];
  const note = made('article', 'notes');
  const { node: questions, mark } = questionList(evening, words, (slide) => send({ do: 'go', slide }));
  const panels = { notes: made('section', 'panel', note), questions: made('section', 'panel', questions) };
  const tabs = (['notes', 'questions'] as const).map((name) => {
    const tab = made('button', '', words[name]);
    tab.addEventListener('click', () => choose(name));
    return { name, tab };
  });
  const choose = (chosen: keyof typeof panels) => {
    for (const { name, tab } of tabs) {
      tab.setAttribute('aria-pressed', String(name === chosen));
      panels[name].hidden = name !== chosen;
    }
  };
  const keys = (['back', 'black', 'next'] as const).map((name) => {
    const key = made('button', name, words[name]);
    key.addEventListener('click', () => send({ do: name }));
    return key;
  });
  const send = (steer: Steer) => {
    void post('/@stage/steer', steer).then((isTaken) => {
      if (!isTaken) alert.textContent = words.away;
    });
  };
  choose('notes');
  document.body.replaceChildren(
    head.node,
    alert,
    made('div', 'now', title, after),
    panels.notes,
    panels.questions,
    made('div', 'tabs', ...tabs.map(({ tab }) => tab)),
    made('div', 'keys', ...keys),
  );
  let shownNote = -1;
  return {
    show({ shown, used, isOpen }, heardAt) {
      const { slide, cover } = shown;
      head.show(shown, used, heardAt);
      title.textContent = evening.slides[slide - 1]?.words || deckAt(evening, slide)?.title || '';
      const following = evening.slides[slide]?.words ?? '';
      after.textContent = following === '' ? '' : words.after(following);
      if (shownNote !== slide) {
        // Rendered from the summaries' text like the presenter's notes; the page's policy runs nothing.
        note.innerHTML = notes[slide - 1] || '';
        if (note.textContent.trim() === '') note.textContent = words.noNotes;
        panels.notes.scrollTop = 0;
      }
      shownNote = slide;
      mark(slide);
      alert.textContent = isOpen ? (cover ? words.covered[cover.kind] : '') : words.closed;
    },
    alert(text) {
      alert.textContent = text;
    },
  };
}

function start(): void {
  let page: Page | null = null;
  let version = '';
  let last: RemoteState | null = null;
  const words = () => wordsFor(document.documentElement.lang).remote;
  const say = (text: string) =>
    page ? page.alert(text) : document.body.replaceChildren(made('p', 'alert', text));
  const hear = async (state: RemoteState) => {
    const heardAt = Date.now();
    last = state;
    const { shown } = state;
    if (!shown) return say(words().closed);
    const found = await know(shown.version).catch(() => null);
    // A newer state has arrived meanwhile.
    if (last !== state) return;
    if (!found) return say(words().away);
    if (!page || version !== shown.version) page = openPage(found, wordsFor(found.evening.lang).remote);
    version = shown.version;
    page.show({ ...state, shown }, heardAt);
  };
  keepListening(
    '/@stage/shown',
    { show: (state) => void hear(state as RemoteState), beat: () => {} },
    (isAway) => {
      if (isAway) say(words().away);
    },
    new AbortController().signal,
  );
}

start();
