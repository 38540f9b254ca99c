/** Commands of the stage's keys, in addition to Slidev's own keys. */
export type StageCommand =
  | { readonly kind: 'blank'; readonly color: 'black' | 'white' }
  | { readonly kind: 'first' | 'last'; readonly of: 'deck' | 'evening' }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'deck' | 'notes'; readonly by: 1 | -1 }
  | { readonly kind: 'presenter' | 'zoom' | 'take' | 'check' | 'phones' | 'help' | 'escape' };

/** Maximum time between two digits, in milliseconds. */
const DIGITS_MS = 3_000;

/** Keys of a keyboard or clicker, by the browser's names. */
const KEYS: Readonly<Record<string, StageCommand>> = {
  b: { kind: 'blank', color: 'black' },
  '.': { kind: 'blank', color: 'black' },
  w: { kind: 'blank', color: 'white' },
  ',': { kind: 'blank', color: 'white' },
  Home: { kind: 'first', of: 'deck' },
  End: { kind: 'last', of: 'deck' },
  n: { kind: 'deck', by: 1 },
  N: { kind: 'deck', by: -1 },
  '+': { kind: 'notes', by: 1 },
  // The same key without shift.
  '=': { kind: 'notes', by: 1 },
  '-': { kind: 'notes', by: -1 },
  p: { kind: 'presenter' },
  z: { kind: 'zoom' },
  r: { kind: 'take' },
  c: { kind: 'check' },
  q: { kind: 'phones' },
  '?': { kind: 'help' },
  Escape: { kind: 'escape' },
};
/** With the shift key. */
const SHIFTED: Readonly<Record<string, StageCommand>> = {
  Home: { kind: 'first', of: 'evening' },
  End: { kind: 'last', of: 'evening' },
};

const DIRECTIONS: Readonly<Record<string, 'forward' | 'back'>> = {
  ArrowRight: 'forward',
  ArrowDown: 'forward',
  ' ': 'forward',
  PageDown: 'forward',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
};

/** Direction of Slidev's own keys, by clicks. */
export function directionOf(key: string): 'forward' | 'back' | null {
  return DIRECTIONS[key] ?? null;
}

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  /** In milliseconds; for the time between digits. */
  readonly timeStamp: number;
}

/** Turns keys into commands. A number followed by Enter is a page. */
export function stageKeys(): (pressed: Pressed) => StageCommand | null {
  let digits = '';
  let last = 0;
  return ({ key, shiftKey, timeStamp }) => {
    if (/^\d$/.test(key)) {
      digits = (timeStamp - last > DIGITS_MS ? '' : digits).slice(-3) + key;
      last = timeStamp;
      return null;
    }
    const page = timeStamp - last > DIGITS_MS ? 0 : Number(digits);
    digits = '';
    if (key === 'Enter') return page > 0 ? { kind: 'page', page } : null;
    return (
      (shiftKey ? SHIFTED[key] : undefined) ??
      KEYS[key.length === 1 && !shiftKey ? key.toLowerCase() : key] ??
      null
    );
  };
}
