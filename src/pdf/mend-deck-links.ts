import { type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { linkAnnotations } from '../print/pdf/links.ts';
import { linkUri } from './link-uri.ts';

const SCHEME = /^talkdeck:/i;
const DECK_LINK = /^talkdeck:([^/]+)\/([1-9]\d*)$/i;

/**
 * Points links to slides of other decks, `talkdeck:<slug>/<n>`, at where those decks are. One that leads nowhere
 * does nothing.
 */
export function mendDeckLinks(pdf: PDFDocument, linkTo: (slug: string, no: number) => string | null): void {
  for (const annotation of pdf.getPages().flatMap(linkAnnotations)) {
    const uri = linkUri(annotation);
    if (uri === null || !SCHEME.test(uri)) continue;
    const [, slug, no] = DECK_LINK.exec(uri) ?? [];
    const name = slug === undefined ? null : decode(slug);
    const target = name === null ? null : linkTo(name, Number(no));
    // A dictionary of its own: two annotations of one link may share theirs.
    if (target === null) annotation.delete(PDFName.of('A'));
    else annotation.set(PDFName.of('A'), pdf.context.obj({ Type: 'Action', S: 'URI', URI: ascii(target) }));
  }
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null; // No text in UTF-8.
  }
}

/** Addresses in a PDF are ASCII (ISO 32000-1, 12.6.4.7). */
function ascii(uri: string): PDFHexString {
  const encoded = uri.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
  return PDFHexString.of(Buffer.from(encoded, 'latin1').toString('hex'));
}
