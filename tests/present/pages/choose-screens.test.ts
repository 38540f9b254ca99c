import { expect, test } from 'vitest';
import { chooseScreens, type ScreenPlace } from '../../../src/present/pages/choose-screens.ts';

const screen = (availLeft: number, isInternal: boolean): ScreenPlace => ({
  availLeft,
  availTop: 0,
  isInternal,
});
const [laptop, projector, monitor] = [screen(0, true), screen(1280, false), screen(3200, false)];

test.each([
  [
    'the projector is the audience\u2019s, wherever this window is',
    laptop,
    [laptop, projector],
    projector,
    laptop,
  ],
  ['it is already there', projector, [laptop, projector], projector, laptop],
  ['of two outside the other one', monitor, [laptop, projector, monitor], laptop, projector],
  ['of two outside, without a built-in one', monitor, [projector, monitor], projector, monitor],
])('%s', (_, currentScreen, screens, audience, presenter) => {
  expect(chooseScreens({ currentScreen, screens })).toEqual({ audience, presenter });
});

test('one screen is left alone', () => {
  expect(chooseScreens({ currentScreen: laptop, screens: [laptop] })).toBeNull();
});
