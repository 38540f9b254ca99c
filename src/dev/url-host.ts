import { hostName } from './host-name.ts';

/** What this machine, or all of its addresses, is called. */
const HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]'];

/** The host of an address that whoever sits at this machine opens, of a server that listens on `host`. */
export function urlHost(host: string): string {
  const name = hostName(host);
  return HERE.includes(name) ? 'localhost' : name;
}
