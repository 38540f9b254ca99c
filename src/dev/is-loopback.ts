import type { IncomingMessage } from 'node:http';

/** Whether a request comes from this machine. */
export function isLoopback({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '' } = socket;
  return remoteAddress === '::1' || /^(?:::ffff:)?127\./.test(remoteAddress);
}
