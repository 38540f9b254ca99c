interface QuestionActions {
  /** Chooses another of those that were found. */
  move(by: 1 | -1): void;
  /** Puts the chosen one on screen. */
  show(): void;
  /** Puts the question before or after the one on screen there. */
  step(by: 1 | -1): void;
  mark(): void;
  clear(): void;
}

/** The keys of the moderator's page. Those that turn pages scroll it, as on any page. */
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
    // What else has the focus answers to Enter itself.
    const enter = key === 'Enter' && (isTyping || target === document.body) ? actions.show : undefined;
    const act = enter ?? always[key] ?? (isTyping ? undefined : outside[key]);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
