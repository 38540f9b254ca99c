import type { Spot } from '../../base/text.ts';

/** Scheduled time of an item, as far as given. */
export interface Slot {
  /** ISO 8601; null for the first day. */
  readonly day: string | null;
  /** Minutes from midnight. */
  readonly start: number;
  /** In minutes. */
  readonly duration: number | null;
  /** Set for items that run in parallel; null for those that concern everybody. */
  readonly track: string | null;
  /** Position of the time. */
  readonly at: Spot;
}

/** First and last day, each ISO 8601; equal for a single day. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A break of the evening. */
export interface Break {
  readonly title: string;
  readonly slot: Slot;
  /** Position of the title. */
  readonly at: Spot;
}

/** Minutes from midnight for `19:10`, `9:05` or `19：10`; null for anything that is not a time. */
export function readTime(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:\uFF1A](\d{2})$/.exec(text.trim()) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return hours !== '' && Number(minutes) < 60 && time < MIDNIGHT ? time : null;
}

/** Minutes for `20`, `20 min` or `20 分钟`, less than a day; null for anything else. */
export function readDuration(text: string): number | null {
  const [, digits] =
    /^(\d{1,4})\s*(?:min|minutes?|m|\u5206\u949F|\u5206\u9418|\u5206|\uBD84)?\.?$/i.exec(text.trim()) ?? [];
  const minutes = Number(digits ?? 0);
  return minutes > 0 && minutes < MIDNIGHT ? minutes : null;
}

/** One day, `2026-05-01`, or several, `2026-05-01/02`, `2026-04-30/05-02`; null if invalid. */
export function readDays(text: string): Days | null {
  const [, first = '', rest] =
    /^(\d{4}-\d{2}-\d{2})(?:\/((?:(?:\d{4}-)?\d{2}-)?\d{2}))?$/.exec(text.trim()) ?? [];
  const last = rest === undefined ? first : first.slice(0, first.length - rest.length) + rest;
  return isDay(first) && isDay(last) && (rest === undefined || last > first) ? { first, last } : null;
}

/** Whether a text is a valid ISO 8601 date. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `09:05`; times past midnight wrap around. */
export function formatTime(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** Minutes in a day. */
const MIDNIGHT = 24 * 60;
