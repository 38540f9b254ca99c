import { type ShallowRef, shallowRef } from 'vue';

/** Shows a short notice. */
export type Notify = (text: string, action?: NoticeAction) => void;

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  /** Unique, even for equal texts, so that screen readers announce each one. */
  readonly number: number;
  readonly text: string;
  readonly action: NoticeAction | null;
}

const SHOWN_MS = 8000;

/** Short notices, one at a time. */
export function useNotices(): {
  readonly notice: ShallowRef<Notice | null>;
  readonly notify: Notify;
} {
  const notice = shallowRef<Notice | null>(null);
  let timer = 0;
  let count = 0;
  const clear = () => {
    notice.value = null;
  };
  const notify: Notify = (text, action) => {
    clearTimeout(timer);
    count += 1;
    notice.value = { number: count, text, action: action ?? null };
    timer = window.setTimeout(clear, SHOWN_MS);
  };
  return { notice, notify };
}
