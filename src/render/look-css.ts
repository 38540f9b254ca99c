import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { FontRole, Look } from '../content/summary/meetup.ts';
import type { Accent } from '../deck/slide.ts';

/** What each font is called in CSS, and the variable that puts it in front of the theme's own. */
const FACES: Readonly<
  Record<FontRole, { readonly family: string; readonly variable: string; readonly weight: string }>
> = {
  font: { family: 'Own', variable: '--own-font', weight: '400' },
  boldFont: { family: 'Own', variable: '--own-font', weight: '700' },
  headingFont: { family: 'Own Heading', variable: '--own-heading-font', weight: '400 700' },
  codeFont: { family: 'Own Code', variable: '--own-code-font', weight: '400 700' },
};

/**
 * The style sheet that Slidev loads for all decks of slides/: what event.md sets of colours and fonts. It is
 * safe by its types: colours are digits, paths are {@link assetFile}'s.
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

/** An accent as CSS writes it. @param none for who, or what, has none */
export function accentColor(accent: Accent | null, none: 'var(--ink)' | 'var(--ink-soft)'): string {
  if (accent === null) return none;
  return typeof accent === 'number' ? `var(--accent-${accent})` : accent;
}

/**
 * Where an image goes below slides/. Names that a URL, Markdown and Vite all take as they are stay;
 * of others only the extension does.
 * @param path below the content folder
 */
export function assetFile(path: string): string {
  if (/^\w[\w./-]*$/.test(path) && !path.includes('--') && !path.includes('..')) return path;
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `assets/${digest}${posix.extname(path).toLowerCase()}`;
}

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} {\n${declarations.map((declaration) => `  ${declaration}\n`).join('')}}`;
}
