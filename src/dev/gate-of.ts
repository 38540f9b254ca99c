import { hostname } from 'node:os';
import type { Gate } from './check-request.ts';
import { hostName } from './host-name.ts';
import { ownAddresses } from './own-addresses.ts';

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Who may ask a server that listens on `host`.
 * @param makePassword called for each password, and not where there can be nobody on another machine
 */
export function gateOf(host: string, makePassword: () => string): Gate {
  const given = hostName(host);
  if (LOCAL.includes(given)) return { hosts: new Set(LOCAL), passwords: null };
  const name = hostname().toLowerCase();
  const hosts = [...LOCAL, given, name, `${name}.local`, ...ownAddresses(host)];
  return { hosts: new Set(hosts), passwords: { guest: makePassword(), device: makePassword() } };
}
