import { describe, expect, it } from 'vitest';
import { parseFindingPage } from '../../../src/findings/pages/finding-page.ts';

const HEAD = '---\nseverity: error\nfound: check\nabout: files\n---\n\n';
const PAGE = `${HEAD}# A title

What it *means*.

Why it matters.

## Given

\`content/a.txt\`

\`\`\`text
one
\`\`\`

## Wrong

A sentence with \`code\` in it:

\`content/talks/01-ada.md\`

\`\`\`\`markdown whole {2,3} repeat=9
## Code

\`\`\`js
\`\`\`
\`\`\`\`

\`content/event.md\` is not there.

## Right

\`content/event.md\`

\`\`\`yaml
title: A
\`\`\`

## Turn it off

Write \`adviceOff\`.
`;

describe('a page', () => {
  it('has its parts', () => {
    expect(parseFindingPage('a-code', PAGE)).toEqual({
      code: 'a-code',
      severity: 'error',
      found: 'check',
      about: 'files',
      title: 'A title',
      meaning: 'What it *means*.\n\nWhy it matters.',
      given: [{ path: 'content/a.txt', text: 'one\n', lang: 'text', marks: [], flags: [] }],
      wrong: [
        {
          path: 'content/talks/01-ada.md',
          text: '## Code\n\n```js\n```\n',
          lang: 'markdown',
          marks: [2, 3],
          flags: ['whole', 'repeat=9'],
        },
        { path: 'content/event.md', text: null, lang: '', marks: [], flags: [] },
      ],
      right: [{ path: 'content/event.md', text: 'title: A\n', lang: 'yaml', marks: [], flags: [] }],
      off: 'Write `adviceOff`.',
      body: PAGE.slice(HEAD.length).trim(),
    });
  });

  it.each([
    ['no front matter', PAGE.replace('---\n', '')],
    ['no title', PAGE.replace('# A title', 'A title')],
    ['the section "Wrogn"', PAGE.replace('## Wrong', '## Wrogn')],
    ['the section "Right"', PAGE.replace('## Wrong', '## Right')],
    ['severity', PAGE.replace('severity: error', 'severity: bad')],
    ['more', PAGE.replace('severity: error', 'severity: error\nmore: 1')],
  ])('in another form is refused: %s', (what, text) => {
    expect(() => parseFindingPage('a-code', text)).toThrow(/^docs\/findings\/a-code\.md: /);
    expect(() => parseFindingPage('a-code', text)).toThrow(what);
  });
});
