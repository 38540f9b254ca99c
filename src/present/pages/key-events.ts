import { directionOf } from './keys.ts';

/** Keys that are not for a field, or for the browser. */
export function listenToKeys(hear: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const isOurs = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
    !ctrlKey && !metaKey && !altKey && !isTyping(target);
  addEventListener('keydown', (event) => isOurs(event) && hear(event), { capture: true, signal });
}

/** Remembers keys that come before the stage can answer them, until they are asked for. Slidev is not to go on by them. */
export function rememberKeys(): () => readonly KeyboardEvent[] {
  const [pressed, asked] = [[] as KeyboardEvent[], new AbortController()];
  listenToKeys((event) => {
    pressed.push(event);
    if (directionOf(event.key)) event.stopImmediatePropagation();
  }, asked.signal);
  return () => {
    asked.abort();
    return pressed;
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
