import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/content/summary/meetup.ts';
import { lookCss } from '../../src/render/look-css.ts';

const LOOK: Look = {
  theme: 'quiet',
  ratio: '16:9',
  logo: null,
  logoDark: null,
  paper: null,
  ink: null,
  accents: [],
  fonts: {},
};

describe('the style sheet of a meetup', () => {
  it('is empty where event.md sets nothing', () => {
    expect(lookCss(LOOK)).toBe('');
  });

  it('sets colours and fonts', () => {
    const fonts = { font: 'assets/a.woff2', boldFont: 'assets/b.woff2', codeFont: 'assets/\u5b57.ttf' };
    expect(lookCss({ ...LOOK, paper: '#fffaf0', ink: '#102030', fonts })).toBe(`:root, .slide.slide {
  --paper: #fffaf0;
  --ink: #102030;
  --own-font: "Own",;
  --own-code-font: "Own Code",;
}

@font-face {
  font-family: "Own";
  font-weight: 400;
  font-display: block;
  src: url("./assets/a.woff2");
}

@font-face {
  font-family: "Own";
  font-weight: 700;
  font-display: block;
  src: url("./assets/b.woff2");
}

@font-face {
  font-family: "Own Code";
  font-weight: 400 700;
  font-display: block;
  src: url("./assets/c309ad880d70.ttf");
}
`);
  });
});
