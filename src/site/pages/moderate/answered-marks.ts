interface AnsweredMarks {
  has(id: string): boolean;
  toggle(id: string): void;
}

/** Which questions were answered, as this browser keeps it. @param changed where another window marks one */
export function answeredMarks(key: string, changed: () => void): AnsweredMarks {
  let marks = new Set<string>();
  const read = () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      marks = new Set(Array.isArray(kept) ? kept.map(String) : []);
    } catch {
      // A browser that keeps nothing: until the page is closed they are there.
    }
  };
  read();
  addEventListener('storage', () => {
    read();
    changed();
  });
  return {
    has: (id) => marks.has(id),
    toggle(id) {
      if (!marks.delete(id)) marks.add(id);
      try {
        localStorage.setItem(key, JSON.stringify([...marks]));
      } catch {
        // As above.
      }
    },
  };
}
