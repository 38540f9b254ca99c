/** The destination of a Markdown link. @param url absolute, as the URL class writes it */
export function escapeUrl(url: string): string {
  const safe = url.replaceAll(/[\s<>\\"'`{}|^]|--/g, (match) =>
    match === '--' ? '-%2D' : encodeURIComponent(match).replace("'", '%27'),
  );
  return /^[\w:/.?=%+,@~#&-]*$/.test(safe) && !/&#?\w+;/.test(safe)
    ? safe
    : `<${safe.replaceAll(/&(?=#?\w+;)/g, '&amp;')}>`;
}
