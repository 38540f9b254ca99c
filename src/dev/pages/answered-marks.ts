import type { DevState } from '../state/dev-state.ts';
import { readStored, writeStored } from './stored.ts';

/** Which questions were answered; this browser keeps it, for each event apart. */
export interface AnsweredMarks {
  has(id: string): boolean;
  /** False where the browser will not keep it. */
  toggle(id: string): boolean;
  /** Takes the last toggle back. Null where there is none, else whose. */
  undo(): string | null;
  /** The marks of the state's event; those of an event whose title is mended go along. */
  follow(state: DevState): void;
}

/** @param changed marks were set or taken away in another window */
export function answeredMarks(changed: () => void): AnsweredMarks {
  let key: string | null = null;
  let marks = new Set<string>();
  let done: string[] = [];
  const save = () => key !== null && writeStored(key, JSON.stringify([...marks]));
  const flip = (id: string) => {
    if (!marks.delete(id)) marks.add(id);
    return save();
  };
  addEventListener('storage', (event) => {
    if (event.key !== key || key === null) return;
    marks = parse(event.newValue);
    changed();
  });
  return {
    has: (id) => marks.has(id),
    toggle(id) {
      done.push(id);
      return flip(id);
    },
    undo() {
      const id = done.pop() ?? null;
      if (id !== null) flip(id);
      return id;
    },
    follow({ event, questions }) {
      const next = event && `talkdeck:answered:${event.title}\n${event.date ?? ''}`;
      if (next === null || next === key) return;
      const stored = readStored(next);
      const ids = new Set(questions.map(({ id }) => id));
      const isSameEvent = key !== null && marks.size > 0 && [...marks].every((id) => ids.has(id));
      key = next;
      if (stored === null && isSameEvent) {
        save();
        return;
      }
      marks = parse(stored);
      done = [];
    },
  };
}

/** Whatever else stands there counts as nothing. */
function parse(stored: string | null): Set<string> {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
