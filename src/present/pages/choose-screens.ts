/** Of the Window Management API, which not every browser has, and the compiler does not know. */
export interface ScreenPlace {
  readonly availLeft: number;
  readonly availTop: number;
  /** Of the machine itself; a projector is not. */
  readonly isInternal: boolean;
}

export interface Screens {
  readonly currentScreen: ScreenPlace;
  readonly screens: readonly ScreenPlace[];
}

/** Which of two screens or more the audience sees. @returns null where there is one only */
export function chooseScreens({ currentScreen, screens }: Screens): {
  readonly audience: ScreenPlace;
  readonly presenter: ScreenPlace;
} | null {
  const outside = screens.filter(({ isInternal }) => !isInternal);
  // Of a machine with one built-in screen and one projector it is clear; else it is the one where this window is not.
  const [only] = outside.length === 1 ? outside : [];
  const audience = only ?? screens.find((screen) => screen !== currentScreen);
  const presenter = screens.find((screen) => screen !== audience);
  return audience && presenter ? { audience, presenter } : null;
}
