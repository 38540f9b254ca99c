import { expect, test } from 'vitest';
import { stageKeys } from '../../../src/present/pages/keys.ts';

/** The results of keys, pressed one after another, half a second apart. */
function press(...keys: readonly string[]) {
  const commandOf = stageKeys();
  return keys.map((key, index) => {
    const shiftKey = key.startsWith('Shift+');
    return commandOf({ key: key.replace('Shift+', ''), shiftKey, timeStamp: 10_000 + 500 * index });
  });
}

test('keys that clickers have, and those that people know from other programs', () => {
  expect(press('b', 'B', '.')).toEqual(Array.from({ length: 3 }, () => ({ kind: 'blank', color: 'black' })));
  expect(press('w', ',')).toEqual([
    { kind: 'blank', color: 'white' },
    { kind: 'blank', color: 'white' },
  ]);
  expect(press('Home', 'End', 'Shift+Home', 'Shift+End')).toEqual([
    { kind: 'first', of: 'deck' },
    { kind: 'last', of: 'deck' },
    { kind: 'first', of: 'evening' },
    { kind: 'last', of: 'evening' },
  ]);
  expect(press('n', 'Shift+N')).toEqual([
    { kind: 'deck', by: 1 },
    { kind: 'deck', by: -1 },
  ]);
  expect(press('+', '=', '-')).toEqual([1, 1, -1].map((by) => ({ kind: 'notes', by })));
  expect(press('p', 'z', 'r', 'c', 'q', 'Shift+?', 'Escape').map((command) => command?.kind)).toEqual([
    'presenter',
    'zoom',
    'take',
    'check',
    'phones',
    'help',
    'escape',
  ]);
});

test('keys of Slidev stay Slidev\u2019s', () => {
  expect(press('ArrowRight', 'PageDown', ' ', 'o', 'g', 'f', 'd', 'e')).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});

test('a number and Enter is a page; Enter alone, and digits long before, are nothing', () => {
  expect(press('1', '2', 'Enter', 'Enter').slice(2)).toEqual([{ kind: 'page', page: 12 }, null]);
  expect(press('1', 'o', 'Enter').at(-1)).toBeNull();
  const commandOf = stageKeys();
  commandOf({ key: '7', shiftKey: false, timeStamp: 1_000 });
  expect(commandOf({ key: 'Enter', shiftKey: false, timeStamp: 9_000 })).toBeNull();
});
