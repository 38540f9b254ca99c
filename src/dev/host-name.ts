import { isIPv6 } from 'node:net';

/** A host as browsers write it in an address, and in the requests for it: an IPv6 address shortened, in brackets. */
export function hostName(host: string): string {
  const name = isIPv6(host) ? `[${host}]` : host;
  const url = `http://${name}/`;
  return URL.canParse(url) ? new URL(url).hostname : name.toLowerCase();
}
