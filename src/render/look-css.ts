import { posix } from 'node:path';
import { digestOf } from '../base/changed.ts';
import type { FontRole, Look } from '../content/summary/meetup.ts';
import type { Accent } from '../deck/slide.ts';

/** CSS names of custom fonts, and the variables that put them before the theme's own. */
const FACES: Readonly<
  Record<FontRole, { readonly family: string; readonly variable: string; readonly weight: string }>
> = {
  font: { family: 'Own', variable: '--own-font', weight: '400' },
  boldFont: { family: 'Own', variable: '--own-font', weight: '700' },
  headingFont: { family: 'Own Heading', variable: '--own-heading-font', weight: '400 700' },
  codeFont: { family: 'Own Code', variable: '--own-code-font', weight: '400 700' },
};

/**
 * Style sheet that Slidev loads for all decks of slides/, with colours and fonts from event.md. Types make it safe:
 * colours are hex digits, paths come from {@link assetFile}.
 */
export function lookCss({ paper, ink, fonts }: Look): string {
  const roles = Object.keys(FACES) as FontRole[];
  const used = roles.flatMap((role) => {
    const path = fonts[role];
    return path === undefined ? [] : [{ ...FACES[role], path }];
  });
  const variables = new Map(used.map(({ variable, family }) => [variable, `"${family}",`]));
  const declarations = [
    ...(paper === null ? [] : [`--paper: ${paper};`]),
    ...(ink === null ? [] : [`--ink: ${ink};`]),
    ...[...variables].map(([variable, value]) => `${variable}: ${value};`),
  ];
  const faces = used.map(({ family, weight, path }) =>
    rule('@font-face', [
      `font-family: "${family}";`,
      `font-weight: ${weight};`,
      'font-display: block;',
      `src: url("./${assetFile(path)}");`,
    ]),
  );
  const settings = declarations.length > 0 ? [rule(':root, .slide.slide', declarations)] : [];
  return [...settings, ...faces].map((each) => `${each}\n`).join('\n');
}

/** An accent in CSS. @param none used without an accent */
export function accentColor(accent: Accent | null, none: 'var(--ink)' | 'var(--ink-soft)'): string {
  if (accent === null) return none;
  return typeof accent === 'number' ? `var(--accent-${accent})` : accent;
}

/**
 * Path of an image below slides/. Names that need no escaping in URLs, Markdown and Vite are kept; others are replaced
 * by a digest with the same extension.
 * @param path below the content folder
 */
export function assetFile(path: string): string {
  if (/^\w[\w./-]*$/.test(path) && !path.includes('--') && !path.includes('..')) return path;
  const digest = digestOf(path, 'hex').slice(0, 12);
  return `assets/${digest}${posix.extname(path).toLowerCase()}`;
}

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} {\n${declarations.map((declaration) => `  ${declaration}\n`).join('')}}`;
}
