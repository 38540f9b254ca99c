/**
 * The inline part of a summary's Markdown: the closed set of things that a run of text may hold.
 * Strings in here are as their author typed them (entities and backslashes resolved), never escaped.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | {
      readonly type: 'strong' | 'emphasis' | 'strike';
      readonly children: readonly Inline[];
    }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly image: ImageRef };

/** An image that a summary names. */
export interface ImageRef {
  /** As typed: relative to the summary's folder. */
  readonly src: string;
  readonly alt: string;
}

/** The text of `inlines` without marks, as a reader sees it. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'image':
      return inline.image.alt;
    default:
      return plainText(inline.children);
  }
}
