import { expect, test } from 'vitest';
import { quietLogger } from '../../../src/slidev/serve/connection.ts';

test('an error is reported once, with only the stack frames that its author can do something about', () => {
  const told: string[] = [];
  const logger = quietLogger((message) => told.push(message));
  const message = `\u001b[31mInternal server error: Icon \`x/y\` not found\u001b[39m
      at generate (file:///home/ada/.cache/talkdeck/slidev/4c24e22d/slidev.mjs:41318:18)
      at async load (/home/ada/node_modules/vite/dist/node/chunks/node.js:1:2)
      at setup (/home/ada/templates/theme/setup/main.ts:3:9)
      at run (node:internal/modules/run_main:1:2)`;
  logger.error(message);
  logger.error(message);
  expect(told).toEqual([
    'Internal server error: Icon `x/y` not found\n      at setup (/home/ada/templates/theme/setup/main.ts:3:9)',
  ]);
});

test('an error that Vite reports as an object is told like any other', () => {
  const told: string[] = [];
  const logger = quietLogger((message) => told.push(message));
  logger.error(new RangeError('too deep') as unknown as string);
  expect(told).toEqual([expect.stringMatching(/^RangeError: too deep(?!.*node_modules)/s)]);
});

test('the same slip, made again, is told again', () => {
  const told: string[] = [];
  const logger = quietLogger((message) => told.push(message));
  logger.error('Element is missing end tag.');
  logger.changed();
  logger.error('Element is missing end tag.');
  expect(told).toEqual(['Element is missing end tag.', 'Element is missing end tag.']);
});
