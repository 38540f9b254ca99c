import type { Days } from '../content/summary/schedule.ts';

/** A date or range in the language's format: `May 31, 2024`, `2024年5月31日`, `1.–2. Mai 2026`. @param lang BCP 47 */
export function formatDays({ first, last }: Days, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const [from, to] = [new Date(first), new Date(last)];
  return plain(first === last ? format.format(from) : format.formatRange(from, to));
}

/** One day of several: `Friday, May 1`. @param lang BCP 47 */
export function formatDay(day: string, lang: string): string {
  const parts = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return plain(new Intl.DateTimeFormat(lang, parts).format(new Date(day)));
}

/** `20 min`, `20分钟`. @param lang BCP 47 */
export function formatMinutes(minutes: number, lang: string): string {
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  return plain(new Intl.NumberFormat(lang, unit).format(minutes));
}

/** Replaces thin spaces, which not every font has. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ').replaceAll('\u202F', '\u00A0');
}
