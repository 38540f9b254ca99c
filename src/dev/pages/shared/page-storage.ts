/*
 * Some browsers let a page in another page's frame keep nothing, and to ask for storage is an error there, which Slidev
 * does not expect. What it stores then lasts as long as the page. To be run before anything that stores.
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
