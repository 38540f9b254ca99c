import { type ShallowRef, shallowRef } from 'vue';

/** Says something in passing. */
export type Notify = (text: string, action?: NoticeAction) => void;

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  /** Others have others, also with the same text: each is told to screen readers. */
  readonly number: number;
  readonly text: string;
  readonly action: NoticeAction | null;
}

const SHOWN_MS = 8000;

/** What is said in passing, one at a time. */
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
