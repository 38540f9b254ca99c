import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Link-local (RFC 4291, section 2.5.6); a browser cannot open these without the interface's name. */
const LINK_LOCAL = /^fe[89ab]/i;

/**
 * Addresses at which others on the network reach a server that listens on `host`; first the one that a phone in the
 * same room most likely reaches.
 * @param interfaces for tests
 */
export function ownAddresses(host: string, interfaces = networkInterfaces()): readonly string[] {
  const name = hostName(host);
  if (name !== '0.0.0.0' && name !== '[::]') return [name];
  return Object.entries(interfaces)
    .flatMap(([card, addresses]) => (addresses ?? []).map((each) => ({ ...each, card })))
    .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
    .filter(({ family }) => family === 'IPv4' || name === '[::]')
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ address }) => hostName(address));
}

/** Networks within this machine, and tunnels: no phone is there. */
const NO_ROOM = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|tailscale|zt|wg)/i;
/** Networks of homes, offices and venues (RFC 1918). */
const PRIVATE = /^(?:192\.168|10|172\.(?:1[6-9]|2\d|3[01]))\./;

function rankOf({
  card,
  family,
  address,
}: {
  readonly card: string;
  readonly family: string;
  readonly address: string;
}): number {
  return (NO_ROOM.test(card) ? 4 : 0) + (family === 'IPv4' ? 0 : 2) + (PRIVATE.test(address) ? 0 : 1);
}

/** Names of this machine, or of all its addresses. */
const HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]'];

/** The host in an address to open on this machine, for a server that listens on `host`. */
export function urlHost(host: string): string {
  const name = hostName(host);
  return HERE.includes(name) ? 'localhost' : name;
}

/** A host as browsers write it in addresses and requests: an IPv6 address shortened, in brackets. */
export function hostName(host: string): string {
  const name = isIPv6(host) ? `[${host}]` : host;
  const url = `http://${name}/`;
  return URL.canParse(url) ? new URL(url).hostname : name.toLowerCase();
}
