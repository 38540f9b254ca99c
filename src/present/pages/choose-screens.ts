/** From the Window Management API, which not every browser has, and for which the compiler has no types. */
export interface ScreenPlace {
  readonly availLeft: number;
  readonly availTop: number;
  /** Whether it is built in; a projector is not. */
  readonly isInternal: boolean;
}

export interface Screens {
  readonly currentScreen: ScreenPlace;
  readonly screens: readonly ScreenPlace[];
}

/** Which of several screens the audience sees. @returns null if there is only one */
export function chooseScreens({ currentScreen, screens }: Screens): {
  readonly audience: ScreenPlace;
  readonly presenter: ScreenPlace;
} | null {
  const outside = screens.filter(({ isInternal }) => !isInternal);
  // With one built-in screen and one projector the choice is clear; otherwise it is a screen without this window.
  const [only] = outside.length === 1 ? outside : [];
  const audience = only ?? screens.find((screen) => screen !== currentScreen);
  const presenter = screens.find((screen) => screen !== audience);
  return audience && presenter ? { audience, presenter } : null;
}
