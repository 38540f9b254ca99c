import type { Accent } from '../deck/deck.ts';

/** An accent as CSS writes it. @param none for who, or what, has none */
export function accentColor(accent: Accent | null, none: 'var(--ink)' | 'var(--ink-soft)'): string {
  if (accent === null) return none;
  return typeof accent === 'number' ? `var(--accent-${accent})` : accent;
}
