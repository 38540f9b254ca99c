/** An address as the gate sees it, decoded once. */
export interface Address {
  /** With single slashes, and no part that leads elsewhere; may end with a slash. */
  readonly path: string;
  /** What follows the question mark, as it was sent; null without one. */
  readonly query: string | null;
}

/** In characters, as sent. No address that a page of ours asks for has a quarter of it. */
const LONGEST = 4096;
/** What browsers send; they encode everything else. A fragment is never sent. */
const SENT = /^\/[!$-;=?-Z_a-z~[\]|^{}]*$/;
/** In a decoded path: control characters, a Windows separator, what ends a path, and what is still encoded. */
const ODD = /[\p{Cc}\\%?#]/u;

/**
 * The address of a request; null where it could mean one thing to one reader and another to the next: escapes that are
 * broken, doubled or hide a separator, `..`, empty parts, or a whole URL.
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

/** Null for what is no text. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
