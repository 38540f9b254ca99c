interface AnsweredMarks {
  has(id: string): boolean;
  toggle(id: string): void;
}

/** Which questions were answered, stored in this browser. @param changed called when another window marks one */
export function answeredMarks(key: string, changed: () => void): AnsweredMarks {
  let marks = new Set<string>();
  const read = () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      marks = new Set(Array.isArray(kept) ? kept.map(String) : []);
    } catch {
      // Without storage, marks last until the page is closed.
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
