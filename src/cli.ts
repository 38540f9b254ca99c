#!/usr/bin/env node
import { optimiseLate } from './base/optimise-late.ts';
import { ownTerminal } from './base/terminal.ts';
import { main } from './main.ts';

optimiseLate();

// Closed pipes are normal: with `talkdeck check | head`, or when tee ends in `talkdeck dev 2>&1 | tee log`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
}

process.exitCode = await main(process.argv.slice(2), ownTerminal(), true);
