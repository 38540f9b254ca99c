/** Bytes of a file, inclusive. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file that a request asks for (RFC 9110, section 14), as browsers do for videos.
 * @param header of the request, `bytes=0-` for example
 * @returns null for the whole file, also if several parts are requested; `outside` if it has no such bytes
 */
export function readRange(header: string | null | undefined, size: number): ByteRange | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last || (from === '' && Number(to) === 0) ? 'outside' : { first, last };
}

/** Headers of the response. */
export function rangeHeaders(range: ByteRange | 'outside' | null, size: number): Record<string, string> {
  const ranges = { 'Accept-Ranges': 'bytes' };
  if (range === null) return ranges;
  const part = range === 'outside' ? '*' : `${range.first}-${range.last}`;
  return { ...ranges, 'Content-Range': `bytes ${part}/${size}` };
}
