/**
 * Where another deck's PDF lies, as seen from a file below out/, open at a slide: a URI reference with a fragment of
 * RFC 8118.
 *
 * @param folder such as `.` or `../pdf`
 * @param no 1-based slide
 * @param clicks whether slides have, or may have, several pages, so that a name has to find theirs
 */
export function deckUri(folder: string, slug: string, no: number, clicks: boolean): string {
  const place = clicks ? `nameddest=slide-${no}` : `page=${no}`;
  return `${folder}/${encodeURIComponent(slug)}.pdf#${place}`;
}
