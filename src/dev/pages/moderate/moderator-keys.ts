interface ModeratorActions {
  /** Goes to the next or previous question, or to an end. */
  move(to: Move): void;
  show(): void;
  toggle(): void;
  undo(): void;
  clear(): void;
}

export type Move = 'next' | 'previous' | 'first' | 'last';

const MOVES = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const;

/** The keys of the moderator's view. A held key repeats moves, and nothing else. */
export function moderatorKeys(search: HTMLInputElement, actions: ModeratorActions): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
    // While composing Chinese, Enter and space belong to the input method.
    if (isComposing || key === 'Process' || altKey) return;
    const isSearch = document.activeElement === search;
    const act = (action: () => void) => {
      event.preventDefault();
      if (!repeat) action();
    };
    if (ctrlKey || metaKey) {
      if (key === 'z' && !isSearch) act(actions.undo);
      return;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp' || (!isSearch && (key === 'Home' || key === 'End'))) {
      event.preventDefault();
      actions.move(MOVES[key]);
    } else if (key === 'Escape') act(actions.clear);
    else if (key === 'Enter' && !isPressed(event.target)) act(actions.show);
    else if (isSearch) return;
    else if (key === '/') act(() => search.select());
    else if (key === 'x' || (key === ' ' && !isPressed(event.target))) act(actions.toggle);
    else if (key === 'u') act(actions.undo);
  });
}

/** Whether the focused element handles Enter and space itself. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}
