import { failureOf } from './failure-of.ts';
import { element } from './shared/elements.ts';
import type { Notify } from './shared/notices.ts';
import type { Words } from './shared/words.ts';

/** A link to a PDF that is made when asked for: it counts the seconds meanwhile, and says why it failed. */
export function pdfLink(href: string, label: string, words: Words, notify: Notify): HTMLAnchorElement {
  const link = element('a', { href, class: 'pdf' }, label);
  let isBusy = false;
  link.addEventListener('click', async (event) => {
    // To open it elsewhere is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    const start = performance.now();
    const tick = () => {
      link.textContent = words.making(Math.round((performance.now() - start) / 1000));
    };
    tick();
    link.ariaBusy = 'true';
    const timer = setInterval(tick, 1000);
    try {
      const response = await fetch(href);
      if (response.ok) await save(response);
      else notify(await failureOf(response));
    } catch {
      notify(words.away);
    } finally {
      clearInterval(timer);
      link.textContent = label;
      link.ariaBusy = null;
      isBusy = false;
    }
  });
  return link;
}

/** Hands a file to the browser, by the name of its address. */
async function save(response: Response): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const name = decodeURIComponent(new URL(response.url).pathname.split('/').at(-1) ?? '');
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
