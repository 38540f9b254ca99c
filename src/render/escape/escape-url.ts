/**
 * The destination of a Markdown link.
 * @param url absolute, as the URL class writes it
 */
export function escapeUrl(url: string): string {
  const safe = url
    .replaceAll(/[\s<>\\"'`{}|^]/g, (character) => encodeURIComponent(character).replace("'", '%27'))
    // A comment would end at the first, Slidev looks for the others in the source.
    .replaceAll(/-(?=-|drag)/gi, '%2D')
    .replaceAll(/\[(?=click)|(?<=!)\[/gi, '%5B')
    // So does it for pictures to load ahead.
    .replaceAll(/(?<=url)\(/gi, '%28');
  return /^[\w:/.?=%+,@~#&-]*$/.test(safe) && !/&#?\w+;/.test(safe)
    ? safe
    : `<${safe.replaceAll(/&(?=#?\w+;)/g, '&amp;')}>`;
}
