#!/usr/bin/env node
import { ownTerminal } from './base/terminal.ts';
import { main } from './main.ts';

// `talkdeck check | head` closes the pipe early, `talkdeck dev 2>&1 | tee log` when somebody ends tee: no fault of theirs.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
}

process.exitCode = await main(process.argv.slice(2), ownTerminal());
