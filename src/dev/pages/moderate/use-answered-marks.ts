import { onMounted, shallowRef, watch } from 'vue';
import type { DevState } from '../../state/dev-state.ts';
import { readStored, writeStored } from '../shared/stored.ts';

/** Which questions were answered, stored in this browser per event. */
interface AnsweredMarks {
  has(id: string): boolean;
  /** False if the browser cannot store it. */
  toggle(id: string): boolean;
  /** Undoes the last toggle. Returns whose it was, null if there was none. */
  undo(): string | null;
}

/** @param state provides the event; when an event's title changes, its marks are kept */
export function useAnsweredMarks(state: () => DevState): AnsweredMarks {
  let key: string | null = null;
  const marks = shallowRef<ReadonlySet<string>>(new Set());
  let done: string[] = [];
  const save = () => key !== null && writeStored(key, JSON.stringify([...marks.value]));
  const flip = (id: string) => {
    const next = new Set(marks.value);
    if (!next.delete(id)) next.add(id);
    marks.value = next;
    return save();
  };
  const follow = ({ event, questions }: DevState) => {
    const next = event && `talkdeck:answered:${event.title}\n${event.date ?? ''}`;
    if (next === null || next === key) return;
    const stored = readStored(next);
    const ids = new Set(questions.map(({ id }) => id));
    const isSameEvent = key !== null && marks.value.size > 0 && [...marks.value].every((id) => ids.has(id));
    key = next;
    if (stored === null && isSameEvent) {
      save();
      return;
    }
    marks.value = parse(stored);
    done = [];
  };
  onMounted(() => {
    watch(state, follow, { immediate: true });
    // Changed in another window.
    addEventListener('storage', (event) => {
      if (event.key === key && key !== null) marks.value = parse(event.newValue);
    });
  });
  return {
    has: (id) => marks.value.has(id),
    toggle(id) {
      done.push(id);
      return flip(id);
    },
    undo() {
      const id = done.pop() ?? null;
      if (id !== null) flip(id);
      return id;
    },
  };
}

/** Ignores anything else in the storage. */
function parse(stored: string | null): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
