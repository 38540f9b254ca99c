/** Slides that differ in one thing: the first has a finding, the second has none. */
export interface Pair {
  readonly name: string;
  readonly faulty: string;
  readonly found: string;
  readonly sound: string;
}

const box = (style: string, content: string) => `<div style="${style}">${content}</div>`;
const hung = (text: string) => box('margin-left: -12px; padding-left: 12px; text-indent: -12px', text);
const picture = (style: string) => `<img src="./assets/dot.png" style="${style}">`;
const drawing = (scale: number, text: string) =>
  `<svg viewBox="0 0 400 100" width="${400 * scale}" height="${100 * scale}">${text}</svg>`;

export const PAIRS: readonly Pair[] = [
  {
    name: 'content that is higher than its box',
    faulty: box('height: 600px', 'High'),
    found: 'overflow: the content is 128 px higher than its box',
    sound: box('height: 400px', 'High'),
  },
  {
    name: 'content over the left edge, where nothing scrolls',
    faulty: box('position: relative; left: -100px', 'Over the edge'),
    found: 'overflow: "Over the edge" runs 36 px over the edge of the slide',
    sound: box('position: relative; left: 60px; width: 200px', 'Over the edge'),
  },
  {
    name: 'content over the footer',
    faulty: box('position: absolute; bottom: 0', '<b class="low">Too low</b>'),
    found: 'overflow: "Too low" runs into the footer',
    sound: box('position: absolute; bottom: 0', '<b>Low</b>'),
  },
  {
    name: 'content out of a box of its own',
    faulty: box('', box('margin-left: 90px', box('margin-left: -80px', 'Left'))),
    found: 'overflow: "Left" runs 80 px out of its box',
    sound: box('', box('margin-left: 90px', box('margin-left: 80px', 'Left'))),
  },
  {
    name: 'content beside a quotation mark that hangs, out to the left as far as that',
    faulty: box('', `${hung('\u201CHung\u201D')}${box('margin-left: -12px', 'Left')}`),
    found: 'overflow: "Left" runs 12 px out of its box',
    sound: box('', hung('\u201CHung\u201D')),
  },
  {
    name: 'what hangs without such a mark',
    faulty: box('', hung('Hung')),
    found: 'overflow: "Hung" runs 12 px out of its box',
    sound: box('', hung('<b>\u201CHung</b>\u201D')),
  },
  {
    name: 'text that a box cuts off',
    faulty: box('', box('height: 36px; overflow: hidden', 'one<br>two')),
    found: 'overflow: a <div> is 36 px higher than its box',
    sound: box(
      '',
      box('height: 36px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis', 'one'),
    ),
  },
  {
    name: 'text that a drawing cuts off',
    faulty: drawing(1, '<text x="380" y="50">cut off</text>'),
    found: 'overflow: "cut off" is cut off by',
    sound: drawing(1, '<text x="20" y="50">cut off</text>'),
  },
  {
    name: 'text over text',
    faulty: `First\n\n${box('margin-top: -20px', 'Second')}`,
    found: 'overlap: "First" and "Second" are drawn over each other',
    sound: `First\n\n${box('margin-top: -6px', 'Second')}`,
  },
  {
    name: 'text over a picture',
    faulty: `${picture('position: absolute')}<p>Covered</p>`,
    found: 'overlap: "Covered" is drawn over the picture dot.png',
    sound: `${picture('position: absolute')}<p style="margin-left: 60px">Beside</p>`,
  },
  {
    name: 'small text',
    faulty: box('font-size: 19px', 'Small'),
    found: 'small-text: "Small" has 19 px where 20 px is the least',
    sound: box('font-size: 20px', 'Small'),
  },
  {
    name: 'a small heading',
    faulty: '<h1 style="font-size: 30px">Small</h1>',
    found: 'small-text: "Small" has 30 px where 32 px is the least',
    sound: '<h1 style="font-size: 32px">Large <small style="font-size: 20px">(1/2)</small></h1>',
  },
  {
    name: 'a small mark',
    faulty: '<b class="mark" data-mark="S" style="--mark-size: 11px">text</b>',
    found: 'small-text: "S" has 11 px where 12 px is the least',
    sound: '<b class="mark" data-mark="S" style="--mark-size: 12px">text</b>',
  },
  {
    name: 'text made small by a transformation',
    faulty: box('transform: scale(0.5)', 'Scaled'),
    found: 'small-text: "Scaled" has 12 px where 20 px is the least',
    sound: box('transform: scale(0.9)', 'Scaled'),
  },
  {
    name: 'a drawing made small',
    faulty: drawing(0.5, '<text x="9" y="50">Label</text>'),
    found: 'small-diagram: "Label" has 12 px where 20 px is the least',
    sound: drawing(1.5, '<text x="9" y="50">Label</text>'),
  },
  {
    name: 'HTML in a drawing made small',
    faulty: drawing(0.5, '<foreignObject width="300" height="60"><p>Label</p></foreignObject>'),
    found: 'small-diagram: "Label" has 12 px where 20 px is the least',
    sound: drawing(1, '<foreignObject width="300" height="60"><p>Label</p></foreignObject>'),
  },
  {
    name: 'a small diagram, in its shadow root',
    faulty: '```mermaid\nflowchart LR\n  a[One] --> b[Two]\n```',
    found: 'small-diagram: "One" has 16 px where 20 px is the least, and 1 more',
    sound: '```mermaid {scale: 1.5}\nflowchart LR\n  a[One] --> b[Two]\n```',
  },
  {
    name: 'text that is too faint',
    faulty: '<p style="color: #5a5a5a">Faint</p>',
    found: 'contrast: "Faint" has a contrast of 6.8 to 1 where 7 to 1 is the least',
    sound: '<p style="color: #595959">Faint</p>',
  },
  {
    name: 'faint text in the accent colour',
    faulty: '<p style="--accent: #777777; color: var(--accent)">Faint</p>',
    found: 'contrast: "Faint" has a contrast of 4.4 to 1 where 4.5 to 1 is the least',
    sound: '<p style="color: var(--accent)">Faint</p>',
  },
  {
    name: 'faint text in a mixture that has little of the accent left',
    faulty: '<p style="--accent: #b8324f; color: color-mix(in oklab, var(--accent) 40%, #666)">Faint</p>',
    found: 'contrast: "Faint" has a contrast of 5.7 to 1 where 7 to 1 is the least',
    sound: '<p style="--accent: #b8324f; color: color-mix(in oklab, var(--accent) 80%, #666)">Mixed</p>',
  },
  {
    name: 'text that is not set apart as a label',
    faulty: '<p><span style="font-size: 20px; color: #666">Faint</span></p>',
    found: 'contrast: "Faint" has a contrast of 5.7 to 1 where 7 to 1 is the least',
    sound: '<p><span style="font-size: 20px; color: #666; display: block">Label</span></p>',
  },
  {
    name: 'a faint mixture of colours',
    faulty: '<p style="color: color-mix(in oklab, black 50%, white)">Faint</p>',
    found: 'contrast: "Faint" has a contrast of 6 to 1 where 7 to 1 is the least',
    sound: '<p style="color: color-mix(in oklab, black 60%, white)">Faint</p>',
  },
  {
    name: 'text that is faint because it lets its background through',
    faulty: box('opacity: 0.5', '<p style="color: black">Faint</p>'),
    found: 'contrast: "Faint" has a contrast of 4 to 1 where 7 to 1 is the least',
    sound: box('opacity: 0.8', '<p style="color: black">Faint</p>'),
  },
  {
    name: 'text as dark as what it stands on',
    faulty: box('background: #333', '<p style="color: #222">Dark</p>'),
    found: 'contrast: "Dark" has a contrast of 1.2 to 1 where 7 to 1 is the least',
    sound: box('background: #333', '<p style="color: #fff">Dark</p>'),
  },
  {
    name: 'text on a gradient that it is lost in',
    faulty: box('background: linear-gradient(90deg, #222, #ddd)', '<p style="color: #fff">Lost</p>'),
    found: 'contrast: "Lost" has a contrast of 1.3 to 1 where 7 to 1 is the least',
    sound: box('background: linear-gradient(90deg, #222, #444)', '<p style="color: #fff">Lost</p>'),
  },
  {
    name: 'a faint label on its shape',
    faulty: drawing(
      1,
      '<rect width="200" height="99" fill="#333" /><text x="9" y="50" fill="#222">Dark</text>',
    ),
    found: 'contrast: "Dark" has a contrast of 1.2 to 1 where 4.5 to 1 is the least',
    sound: drawing(
      1,
      '<rect width="200" height="99" fill="#333" /><text x="9" y="50" fill="#fff">Dark</text>',
    ),
  },
  {
    name: 'a faint mark',
    faulty: '<b class="mark" data-mark="S" style="--mark-ground: #888">text</b>',
    found: 'contrast: "S" has a contrast of 3.5 to 1 where 4.5 to 1 is the least',
    sound: '<b class="mark" data-mark="S" style="--mark-ground: #666">text</b>',
  },
  {
    name: 'a picture that is broken',
    faulty: '<img src="data:image/png;base64,AAAA" alt="broken">',
    found: 'image: the picture (data) cannot be shown',
    sound: picture(''),
  },
  {
    name: 'a picture that is enlarged',
    faulty: picture('width: 80px; height: 80px; object-fit: contain'),
    found: 'upscaled: the picture dot.png is 40 px wide and shown 80 px wide',
    sound: '<img src="./assets/square.svg" style="width: 80px; height: 80px">',
  },
  {
    name: 'a character that no font has',
    faulty: 'Private: \uE000',
    found: 'glyph: no font has "\uE000" (U+E000)',
    sound: '\u4E2D\u6587\uFF0C English',
  },
];
