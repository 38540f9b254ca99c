/** When the lines of a transcript were said: `[line, seconds]`, in order of lines. */
export type LineTimes = readonly (readonly [number, number])[];

/** A recording of the meetup, and where in it each line is. */
export interface Recording {
  /** `https://…` */
  readonly url: string;
  readonly times: LineTimes;
}

/**
 * Address of the moment at which a line is said; that of the last line before it with a time. Null if there is none.
 */
export function momentOf({ url, times }: Recording, line: number): string | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.[0] ?? line) <= line) low = middle + 1;
    else high = middle;
  }
  const found = times[low - 1];
  return found ? addressAt(url, Math.floor(found[1])) : null;
}

/**
 * The address of a second in a recording, in the site's format: `t=73s` for YouTube, `t=73` for Bilibili (both replace
 * a time in the address), `#t=73` for any other audio or video file.
 */
export function addressAt(url: string, seconds: number): string {
  const address = new URL(url);
  const { hostname, searchParams } = address;
  if (/^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/.test(hostname)) {
    searchParams.delete('start');
    searchParams.set('t', `${seconds}s`);
  } else if (/^(?:(?:www|m)\.)?bilibili\.com$|^b23\.tv$/.test(hostname))
    searchParams.set('t', String(seconds));
  else address.hash = `t=${seconds}`;
  return address.href;
}
