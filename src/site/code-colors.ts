import { join } from 'node:path';
import type { HighlighterCore, ThemedTokenWithVariants } from 'shiki';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import { codeLanguage } from '../render/escape.ts';
import { type Html, html } from './html.ts';

/** Highlights the code of articles like decks do, light and dark. */
export interface CodeColors {
  /** @param lang as typed after the fence */
  codeHtml(text: string, lang: string): Html;
  /** A style sheet for the code highlighted so far. */
  styles(): string;
  dispose(): void;
}

interface Themes {
  readonly light: string;
  readonly dark: string;
}

/** Default of a theme without `setup/shiki.ts`: those of the built-in one. */
const THEMES: Themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };

/**
 * Loads the highlighter that decks use, with the languages of their code. Null if they have no code.
 * @param decks as Slidev Markdown, with its names of languages @param themeFolder absolute
 */
export async function codeColors(decks: readonly string[], themeFolder: string): Promise<CodeColors | null> {
  const fences = decks.flatMap((text) => [...text.matchAll(/^[ >]*(?:`{3,}|~{3,})([a-z][\w+#-]*)/gim)]);
  const langs = new Set(fences.map(([, lang = '']) => codeLanguage(lang)));
  for (const drawn of ['', 'mermaid', 'mmd']) langs.delete(drawn);
  if (langs.size === 0) return null;
  const { bundledLanguages, bundledThemes, createHighlighter, createJavaScriptRegexEngine } = await import(
    'shiki'
  );
  const named = themesOf(themeFolder);
  const isKnown = Object.values(named).every((name) => Object.hasOwn(bundledThemes, name));
  const themes = isKnown ? named : THEMES;
  const highlighter = await createHighlighter({
    langs: [...langs].filter((lang) => Object.hasOwn(bundledLanguages, lang)),
    themes: Object.values(themes),
    engine: createJavaScriptRegexEngine(),
  });
  return colorsOf(highlighter, themes);
}

function themesOf(themeFolder: string): Themes {
  const setup = readFile(join(themeFolder, 'setup/shiki.ts'), {
    place: 'anywhere',
    limit: FILE_LIMITS.template,
  });
  const text = setup.state === 'ok' ? setup.value.toString('utf8') : '';
  const name = (scheme: string) => new RegExp(`\\b${scheme}: ['"]([\\w-]+)['"]`).exec(text)?.[1];
  return { light: name('light') ?? THEMES.light, dark: name('dark') ?? THEMES.dark };
}

function colorsOf(highlighter: HighlighterCore, themes: Themes): CodeColors {
  const loaded = new Set(highlighter.getLoadedLanguages());
  const ground = { light: highlighter.getTheme(themes.light).fg, dark: highlighter.getTheme(themes.dark).fg };
  /** By class. */
  const rules = new Map<string, { readonly light: string; readonly dark: string }>();
  const token = ({ content, variants }: ThemedTokenWithVariants): Html => {
    const color = (scheme: keyof Themes) => variants[scheme]?.color ?? ground[scheme];
    const [light, dark] = [color('light'), color('dark')];
    // The rest has the colour of the surrounding text.
    if (isSame(light, ground.light) && isSame(dark, ground.dark)) return html`${content}`;
    if (!HEX.test(light) || !HEX.test(dark)) return html`${content}`;
    const name = `c${light.slice(1)}${dark.slice(1)}`.toLowerCase();
    rules.set(name, { light, dark });
    return html`<span class="${name}">${content}</span>`;
  };
  return {
    codeHtml(text, typed) {
      const lang = codeLanguage(typed);
      if (!loaded.has(lang)) return html`${text}`;
      const lines = highlighter.codeToTokensWithThemes(text, {
        lang,
        themes: { ...themes },
        tokenizeTimeLimit: 0,
      });
      return html`${lines.map((line, index) => html`${index > 0 ? '\n' : ''}${line.map(token)}`)}`;
    },
    styles() {
      const sorted = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
      const sheet = (scheme: keyof Themes) =>
        sorted.map(([name, colors]) => `.${name} {\n  color: ${colors[scheme]};\n}\n`).join('');
      if (sorted.length === 0) return '';
      return `${sheet('light')}\n@media (prefers-color-scheme: dark) {\n${sheet('dark')}}\n`;
    },
    dispose: () => highlighter.dispose(),
  };
}

const HEX = /^#[\da-f]{3,8}$/i;

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
