import type { FontRole, Look } from '../content/look.ts';
import { assetFile } from './asset-file.ts';

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

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} {\n${declarations.map((declaration) => `  ${declaration}\n`).join('')}}`;
}
