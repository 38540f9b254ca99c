import { hostname, networkInterfaces } from 'node:os';
import type { Gate } from './check-request.ts';

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Who may ask a server that listens on `host`.
 * @param makePassword for those on other machines; not called where there can be none
 */
export function gateOf(host: string, makePassword: () => string): Gate {
  if (LOCAL.includes(host) || host === '::1') return { hosts: new Set(LOCAL), password: null };
  const name = hostname().toLowerCase();
  const hosts = [...LOCAL, host.toLowerCase(), name, `${name}.local`, ...ownAddresses()];
  return { hosts: new Set(hosts), password: makePassword() };
}

/** Addresses of this machine in its networks, as they stand in a URL. */
export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
}
