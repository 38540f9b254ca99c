import { linkTarget } from '../../src/content/summary/asset.ts';
import type { Inline } from '../../src/content/summary/markup.ts';
import { bare } from './text.ts';

/** What a slide should contain for some inline content. */
export interface Expected {
  /** Without whitespace. */
  readonly text: string;
  readonly elements: readonly string[];
  readonly targets: readonly string[];
}

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  strike: 'del',
  marked: 'mark',
  lowered: 'sub',
  raised: 'sup',
} as const;

/** Includes only allowed links; `#known` is the only existing section. */
export function expectInlines(inlines: readonly Inline[]): Expected {
  const parts = inlines.map(expectInline);
  return {
    text: parts.map(({ text }) => text).join(''),
    elements: parts.flatMap(({ elements }) => elements),
    targets: parts.flatMap(({ targets }) => targets),
  };
}

function expectInline(inline: Inline): Expected {
  const none = { text: '', elements: [], targets: [] };
  switch (inline.type) {
    case 'text':
      return { ...none, text: bare(inline.text) };
    case 'code':
      return { ...none, text: bare(inline.text), elements: ['code'] };
    case 'break':
      return { ...none, elements: ['br'] };
    case 'formula':
      return none;
    case 'footnote':
      return { ...none, text: '7', elements: ['sup'] };
    case 'image':
      return { ...none, elements: ['img'], targets: ['./assets/pixel.png'] };
    case 'link': {
      const children = expectInlines(inline.children);
      const target = linkTarget(inline.href);
      if (target.type === 'web') return linked('a', decodeURIComponent(target.href), children);
      return inline.href === '#known' ? linked('Link', '3', children) : children;
    }
    default: {
      const children = expectInlines(inline.children);
      return { ...children, elements: [TAGS[inline.type], ...children.elements] };
    }
  }
}

function linked(tag: string, target: string, { text, elements, targets }: Expected): Expected {
  return { text, elements: [tag, ...elements], targets: [target, ...targets] };
}
