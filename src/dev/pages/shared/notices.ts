import { element } from './elements.ts';

/** Says something in passing. */
export type Notify = (text: string, action?: { readonly label: string; readonly run: () => void }) => void;

const SHOWN_MS = 8000;

/** Puts a line for passing messages into a page. */
export function notices(parent: ParentNode): Notify {
  const line = element('div', { class: 'notice', role: 'status' });
  parent.append(line);
  let timer = 0;
  const clear = () => line.replaceChildren();
  return (text, action) => {
    clearTimeout(timer);
    line.replaceChildren(element('span', {}, text));
    if (action) {
      const button = element('button', { type: 'button' }, action.label);
      button.addEventListener('click', () => {
        clear();
        action.run();
      });
      line.append(button);
    }
    timer = window.setTimeout(clear, SHOWN_MS);
  };
}
