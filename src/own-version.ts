import { readFileSync } from 'node:fs';

/** The version of talkdeck, as its package.json has it. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
