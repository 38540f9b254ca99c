/**
 * The page around a deck: it runs nothing itself, and shows one address only.
 * @param url of the slide, on this machine
 * @param nonce lets the page's own styles in
 */
export function previewPage(url: string, title: string, nonce: string): string {
  const { origin, href } = new URL(url);
  const policy = `default-src 'none'; frame-src ${origin}; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">
  html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; background: #000 }
  iframe { display: block; width: 100%; height: 100%; border: 0 }
</style>
<iframe src="${escaped(href)}" title="${escaped(title)}" allow="fullscreen; screen-wake-lock"></iframe>
`;
}

/** Hosts of this machine, as addresses have them. */
const HERE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where the editor's window reaches an address of the machine with the meetup: through a tunnel, where that is another
 * one. What is no port of this machine would need another server's paths, and is left as it was.
 * @param outside the address as the editor translates it
 */
export function reachable(url: string, outside: string): string {
  const { pathname, search } = new URL(url);
  const other = new URL(outside);
  const isPort = HERE.test(other.hostname) && other.protocol === 'http:' && other.pathname === pathname;
  return isPort ? `${other.origin}${pathname}${search}` : url;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
