interface QuestionActions {
  /** Selects another of the results. */
  move(by: 1 | -1): void;
  /** Puts the selected one on screen. */
  show(): void;
  /** Puts the previous or next question on screen. */
  step(by: 1 | -1): void;
  mark(): void;
  clear(): void;
}

/** The keys of the moderator's page. Page keys scroll it, as on any page. */
export function questionKeys(search: HTMLInputElement, actions: QuestionActions): void {
  const always: Readonly<Record<string, () => void>> = {
    ArrowDown: () => actions.move(1),
    ArrowUp: () => actions.move(-1),
    Escape: actions.clear,
  };
  const outside: Readonly<Record<string, () => void>> = {
    ArrowRight: () => actions.step(1),
    ArrowLeft: () => actions.step(-1),
    '/': () => search.select(),
    x: actions.mark,
  };
  document.addEventListener('keydown', (event) => {
    const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || ctrlKey || metaKey || altKey) return;
    const isTyping = target === search;
    // Other focused elements handle Enter themselves.
    const enter = key === 'Enter' && (isTyping || target === document.body) ? actions.show : undefined;
    const act = enter ?? always[key] ?? (isTyping ? undefined : outside[key]);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
