/*
 * Some browsers deny storage to a framed page by throwing an error, which Slidev does not expect. Its data then lasts
 * as long as the page. Must run before anything is stored.
 */
for (const name of ['localStorage', 'sessionStorage'] as const) {
  if (!isGiven(name)) Object.defineProperty(window, name, { value: pageStorage() });
}

function isGiven(name: 'localStorage' | 'sessionStorage'): boolean {
  try {
    return window[name] !== null;
  } catch {
    return false;
  }
}

function pageStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(String(key)) ?? null,
    setItem: (key, value) => void kept.set(String(key), String(value)),
    removeItem: (key) => void kept.delete(String(key)),
    clear: () => kept.clear(),
  };
}
