import type { PhoneAddresses } from '../manifest.ts';
import { made } from './dom.ts';
import type { Words } from './words.ts';

/** The QR codes for phones: for guests, who look, and for devices with control. */
export function phonesView(
  { phonesTitle, guests, steering, noPhones }: Words,
  phones: () => PhoneAddresses | null,
): { toggle(): void; hide(): void } {
  const list = made('div', 'codes');
  const node = made('section', 'stage-phones', made('h2', '', phonesTitle), list);
  node.hidden = true;
  document.body.append(node);
  const code = (kind: keyof PhoneAddresses, caption: string, url: string): HTMLElement => {
    const image = made('img');
    image.src = `/@stage/code/${kind}.svg`;
    image.alt = url;
    return made('figure', kind, image, made('figcaption', '', made('b', '', caption), made('span', '', url)));
  };
  return {
    toggle() {
      node.hidden = !node.hidden;
      const found = phones();
      if (found)
        list.replaceChildren(code('guest', guests, found.guest), code('device', steering, found.device));
      else list.replaceChildren(made('p', '', noPhones));
    },
    hide() {
      node.hidden = true;
    },
  };
}
