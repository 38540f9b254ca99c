/**
 * Slidev's client, the theme, its layouts and components, built once and kept on the disk: all that is the same for
 * every export with the same versions, theme and settings. Slides are bundled apart, and load what they import from
 * here.
 */
export interface Shell {
  /** Absolute path of the folder that is served as `/shell/`. */
  readonly folder: string;
  /** What slides may import, by place (see {@link modulePlace}). */
  readonly modules: Readonly<Record<string, ShellModule>>;
  /** The entry that starts the application. */
  readonly main: ShellModule;
  /** The faces of the built-in fonts, which are left out of the styles: most are used by no slide. */
  readonly faces: readonly FontFace[];
}

export interface ShellModule {
  /** Address of the script. */
  readonly url: string;
  /** Addresses of the scripts that are loaded with it, its own among them. */
  readonly scripts: readonly string[];
  /** Addresses of the style sheets that belong to it, in order. */
  readonly styles: readonly string[];
}

export interface FontFace {
  /** The whole rule; `url(#)` stands for the file. */
  readonly css: string;
  /** Absolute path of the font. */
  readonly file: string;
}

/** Modules that depend on the slides: the shell takes them from these addresses. */
export const SLIDE_DATA = {
  slides: { id: '/@slidev/slides', url: '/slides.js' },
  configs: { id: '/@slidev/configs', url: '/configs.js' },
  titles: { id: '/@slidev/title-renderer', url: '/titles.js' },
} as const;

const ROOT = '<root>';

/** A module's id without the temporary folder in which the decks lie. */
export function modulePlace(id: string, userRoot: string): string {
  return id.startsWith(`${userRoot}/`) ? ROOT + id.slice(userRoot.length) : id;
}
