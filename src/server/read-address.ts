/** An address as the gate sees it, decoded once. */
export interface Address {
  /** With single slashes, without `..` and the like; may end with a slash. */
  readonly path: string;
  /** The query as sent; null without one. */
  readonly query: string | null;
}

/** In characters, as sent. Addresses requested by our pages have less than a quarter of it. */
const LONGEST = 4096;
/** Characters that browsers send unencoded. A fragment is never sent. */
const SENT = /^\/[!$-;=?-Z_a-z~[\]|^{}]*$/;
/** Not allowed in a decoded path: control characters, a Windows separator, ends of a path, double encoding. */
const ODD = /[\p{Cc}\\%?#]/u;

/**
 * The address of a request; null if parsers could disagree about it: escapes that are broken, doubled or hide a
 * separator, `..`, empty parts, or a whole URL.
 */
export function readAddress(url: string): Address | null {
  if (url.length > LONGEST || !SENT.test(url)) return null;
  const [, raw = '', , query = null] = /^([^?]*)(\?(.*))?$/.exec(url) ?? [];
  const parts = raw.slice(1).split('/').map(decode);
  const isSound = (part: string | null, index: number): part is string => {
    if (part === null || part.includes('/') || ODD.test(part) || part === '.' || part === '..') return false;
    // Only the last part may be empty: a path that ends with a slash.
    return part !== '' || index === parts.length - 1;
  };
  if (!parts.every(isSound)) return null;
  if (query !== null) {
    const plain = decode(query);
    if (plain === null || /[\p{Cc}\\]/u.test(plain)) return null;
  }
  return { path: `/${parts.join('/')}`, query };
}

/** Null for invalid UTF-8. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
