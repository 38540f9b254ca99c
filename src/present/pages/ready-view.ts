import { made } from './dom.ts';
import type { Check, Words } from './words.ts';

/** The checklist before the doors open: each line is good, or says what to do. */
export function readyView(
  { readyTitle, looking, checks }: Words,
  look: () => Promise<readonly Check[]>,
): { toggle(): void; hide(): void } {
  const list = made('ul');
  const node = made('section', 'stage-ready', made('h2', '', readyTitle), list);
  node.hidden = true;
  document.body.append(node);
  /** Counts the requests: results of earlier ones come too late. */
  let turn = 0;

  const line = (check: Check): HTMLElement => {
    const { good, todo } = checks[check.name];
    const item = made('li', '', check.isGood ? good(check.count) : todo(check.faults));
    item.dataset.check = check.name;
    item.dataset.good = String(check.isGood);
    return item;
  };
  const show = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    list.replaceChildren(made('li', '', looking));
    const found = await look();
    if (mine === turn) list.replaceChildren(...found.map(line));
  };
  return {
    toggle() {
      node.hidden = !node.hidden;
      if (!node.hidden) void show();
    },
    hide() {
      node.hidden = true;
    },
  };
}
