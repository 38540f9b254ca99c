import { directionOf } from './keys.ts';

/** Listens to keys that are not for a text field or the browser. */
export function listenToKeys(hear: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const isOurs = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
    !ctrlKey && !metaKey && !altKey && !isTyping(target);
  addEventListener('keydown', (event) => isOurs(event) && hear(event), { capture: true, signal });
}

/** Keys pressed before the stage could handle them. */
export interface EarlyKeys {
  /** The oldest unhandled one. */
  next(): KeyboardEvent | undefined;
  /** Stops recording. */
  stop(): void;
}

/** Records keys until somebody handles them, and keeps them from Slidev. */
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
