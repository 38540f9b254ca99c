import { InvalidArgumentError, Option } from 'commander';

export const DEV_OPTIONS: readonly Option[] = [
  new Option('--open', 'open it in the browser'),
  new Option('--port <number>', 'where it is to be found; the next free one is taken')
    .default(3030)
    .argParser(portOf),
  new Option('--host <address>', 'let others in your network in, with a password: 0.0.0.0 for all').default(
    '127.0.0.1',
  ),
  new Option('--no-cache', 'keep nothing of what is made of packages for the next time'),
];

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535; 0 takes any that is free.');
}
