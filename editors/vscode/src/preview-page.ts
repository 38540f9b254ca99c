/**
 * The page around a deck: it runs nothing itself, and can show only one address.
 * @param url of the slide, on this machine
 * @param nonce allows the page's own styles
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

/** Hosts of this machine in addresses. */
const HERE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address through which the editor's window reaches the machine with the meetup: through a tunnel if that is
 * another one. Anything but a port of this machine would need other paths, and is left unchanged.
 * @param outside the address as translated by the editor
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
