import { directionOf } from './keys.ts';

/** Keys that are not for a field, or for the browser. */
export function listenToKeys(hear: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const isOurs = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
    !ctrlKey && !metaKey && !altKey && !isTyping(target);
  addEventListener('keydown', (event) => isOurs(event) && hear(event), { capture: true, signal });
}

/** Keys that came before the stage could answer them. */
export interface EarlyKeys {
  /** The first that was not answered yet. */
  next(): KeyboardEvent | undefined;
  /** Remembers no more. */
  stop(): void;
}

/** Remembers keys until somebody answers them. Slidev is not to go on by them. */
export function rememberKeys(): EarlyKeys {
  const [pressed, asked] = [[] as KeyboardEvent[], new AbortController()];
  listenToKeys((event) => {
    pressed.push(event);
    if (directionOf(event.key)) event.stopImmediatePropagation();
  }, asked.signal);
  return { next: () => pressed.shift(), stop: () => asked.abort() };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
