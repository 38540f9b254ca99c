import type { InferOutput } from 'valibot';
import { FONT_ROLES } from './look.ts';
import type { ParsedFile } from './parse/parse.ts';
import { assetPath } from './summary/asset.ts';
import type { Event, NamedColor } from './summary/meetup.ts';
import type { eventSchema } from './validate/schema.ts';
import type { FieldPath } from './yaml-engine.ts';

/** How event.md wants the decks to look, and where it says so. */
export function eventLook(
  { source, frontMatter }: ParsedFile,
  fields: InferOutput<typeof eventSchema>,
): Pick<Event, 'look' | 'reveal' | 'logo' | 'fonts' | 'colors'> {
  const at = (path: FieldPath) => frontMatter.locate(path, 'value');
  const below = (src: string) => assetPath(source.path, { src, alt: '' });

  const logo =
    fields.logo === null
      ? null
      : { ref: { src: fields.logo, alt: fields.organizer ?? fields.title }, at: at(['logo']) };
  const fonts = FONT_ROLES.flatMap((role) => {
    const src = fields[role];
    return src === null ? [] : [{ role, src, path: below(src), at: at([role]) }];
  });
  const colors: readonly NamedColor[] = [
    ...(['paper', 'ink'] as const).flatMap((field) => {
      const color = fields[field];
      return color === null ? [] : [{ field, color, at: at([field]) }];
    }),
    ...fields.accents.map((color, index) => ({
      field: `accents.${index}`,
      color,
      at: at(['accents', index]),
    })),
  ];
  return {
    look: {
      theme: fields.theme ?? 'quiet',
      ratio: fields.ratio ?? '16:9',
      logo: logo && below(logo.ref.src),
      paper: fields.paper,
      ink: fields.ink,
      accents: fields.accents,
      fonts: Object.fromEntries(fonts.map(({ role, path }) => [role, path])),
    },
    reveal: fields.reveal ?? true,
    logo,
    fonts,
    colors,
  };
}
