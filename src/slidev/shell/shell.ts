/**
 * Slidev's client, the theme, its layouts and components, built once and cached on disk: everything that exports with
 * the same versions, theme and settings have in common. Slides are bundled separately and import from here.
 */
export interface Shell {
  /** Absolute path of the folder served as `/shell/`. */
  readonly folder: string;
  /** What slides may import, by place (see {@link modulePlace}). */
  readonly modules: Readonly<Record<string, ShellModule>>;
  /** The entry that starts the application. */
  readonly main: ShellModule;
  /** Faces of the built-in fonts, kept out of the styles because most are used by no slide. */
  readonly faces: readonly FontFace[];
}

export interface ShellModule {
  /** URL of the script. */
  readonly url: string;
  /** URLs of the scripts loaded with it, including its own. */
  readonly scripts: readonly string[];
  /** URLs of its style sheets, in order. */
  readonly styles: readonly string[];
}

export interface FontFace {
  /** The whole rule; `url(#)` stands for the file. */
  readonly css: string;
  /** Absolute path of the font. */
  readonly file: string;
}

/** Modules that depend on the slides; the shell loads them from these URLs. */
export const SLIDE_DATA = {
  slides: { id: '/@slidev/slides', url: '/slides.js' },
  configs: { id: '/@slidev/configs', url: '/configs.js' },
  titles: { id: '/@slidev/title-renderer', url: '/titles.js' },
} as const;

const ROOT = '<root>';

/** A module's id without the temporary folder of the decks. */
export function modulePlace(id: string, userRoot: string): string {
  return id.startsWith(`${userRoot}/`) ? ROOT + id.slice(userRoot.length) : id;
}
