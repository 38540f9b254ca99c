import { isTyping } from '../is-typing.ts';
import { element } from './elements.ts';
import type { Words } from './words.ts';

/** How long the button stays after the mouse has moved. */
const SHOWN_MS = 2500;

/**
 * A button that opens the slide's source, there while the mouse moves, and the key E.
 * @param edit asks whether there is something to edit now, and does it
 */
export function editButton(root: ParentNode, words: Words, canEdit: () => boolean, edit: () => void): void {
  const button = element('button', { type: 'button', class: 'edit' }, words.editSource);
  button.hidden = true;
  root.append(button);
  let timer = 0;
  const hide = () => {
    button.hidden = true;
  };
  addEventListener('mousemove', () => {
    clearTimeout(timer);
    button.hidden = !canEdit();
    timer = window.setTimeout(hide, SHOWN_MS);
  });
  button.addEventListener('click', () => {
    hide();
    edit();
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
    if (key.toLowerCase() !== 'e' || ctrlKey || metaKey || altKey || shiftKey) return;
    if (repeat || isComposing || isTyping() || !canEdit()) return;
    // While somebody draws, E is Slidev's: an ellipse.
    setTimeout(() => event.defaultPrevented || edit());
  });
}
