/** Fonts that come with Windows, macOS or their office programs; WPS and LibreOffice know what to take for them. */
const EAST_ASIAN: readonly (readonly [language: RegExp, family: string])[] = [
  [/^zh-(?:TW|HK|MO|Hant)\b/i, 'Microsoft JhengHei'],
  [/^ja\b/i, 'Yu Gothic'],
  [/^ko\b/i, 'Malgun Gothic'],
];

/** The theme's fonts come with it, and not with an office program. */
const OF_THE_THEME = /^(?:Inter|Noto|DejaVu Sans)\b(?! ?Mono)/;
const CODE = /^(?:JetBrains Mono|DejaVu Sans Mono|DejaVu Mono)\b/;

/**
 * The font to name where a slide is shown in `family`; an organiser's own stays.
 * @param script whether for Chinese, Japanese and Korean text
 */
export function familyOfPptx(script: 'latin' | 'ea', family: string, lang: string): string {
  const isCode = CODE.test(family);
  if (!isCode && !OF_THE_THEME.test(family)) return family;
  if (script === 'latin') return isCode ? 'Consolas' : 'Arial';
  return EAST_ASIAN.find(([language]) => language.test(lang))?.[1] ?? 'Microsoft YaHei';
}
