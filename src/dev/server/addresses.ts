import { networkInterfaces } from 'node:os';
import { hostName } from '../host-name.ts';

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
