import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Of one cable only (RFC 4291, section 2.5.6); a browser cannot open it, for want of the interface's name. */
const LINK_LOCAL = /^fe[89ab]/i;

/**
 * Under what others in the network reach a server that listens on `host`, as it stands in an address.
 * @param interfaces for tests
 */
export function ownAddresses(host: string, interfaces = networkInterfaces()): readonly string[] {
  const name = hostName(host);
  if (name !== '0.0.0.0' && name !== '[::]') return [name];
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
    .filter(({ family }) => family === 'IPv4' || name === '[::]')
    .map(({ address }) => hostName(address));
}

/** What this machine, or all of its addresses, is called. */
const HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]'];

/** The host of an address that whoever sits at this machine opens, of a server that listens on `host`. */
export function urlHost(host: string): string {
  const name = hostName(host);
  return HERE.includes(name) ? 'localhost' : name;
}

/** A host as browsers write it in an address, and in the requests for it: an IPv6 address shortened, in brackets. */
export function hostName(host: string): string {
  const name = isIPv6(host) ? `[${host}]` : host;
  const url = `http://${name}/`;
  return URL.canParse(url) ? new URL(url).hostname : name.toLowerCase();
}
