import { describe, expect, it } from 'vitest';
import { readFenceInfo } from '../../../src/content/parse/fence-info.ts';
import { breakCode } from '../../../src/deck/flow/break-blocks.ts';
import { pageOf } from '../../../src/deck/typeset/page.ts';
import { codeMarkdown } from '../../../src/render/code-markdown.ts';
import { LOOK, NO_FONTS } from '../../deck/plain-look.ts';
import { bodyFindings } from '../temp-meetup.ts';

const marks = { name: null, steps: [], isNumbered: false, first: 1 };

describe('the info string of a fence', () => {
  it.each([
    ['', '', null],
    ['ts', 'ts', null],
    ['C++ twoslash', 'c++', null],
    ['ts {2,5}', 'ts', { ...marks, steps: ['2,5'] }],
    ['ts{2-4}', 'ts', { ...marks, steps: ['2-4'] }],
    ['ts {1|3-4, 6|*}', 'ts', { ...marks, steps: ['1', '3-4,6', 'all'] }],
    ['{hide|2}', '', { ...marks, steps: ['none', '2'] }],
    ['ts [name.ts]', 'ts', { ...marks, name: 'name.ts' }],
    ['js title="a b.js" {1}', 'js', { ...marks, name: 'a b.js', steps: ['1'] }],
    ['ts {lines:true}', 'ts', { ...marks, isNumbered: true }],
    [
      'ts [a.ts] {6}{lines: true, startLine: 5}',
      'ts',
      { name: 'a.ts', steps: ['6'], isNumbered: true, first: 5 },
    ],
    ['ts:line-numbers=3', 'ts', { ...marks, isNumbered: true, first: 3 }],
    ['ts {lines:false}', 'ts', null],
    ['ts {2;5}', 'ts', null],
    ['ts {1||2}', 'ts', null],
  ])('%s', (info, lang, expected) => {
    expect(readFenceInfo(info)).toEqual({ lang, marks: expected });
  });

  it('is written as Slidev reads it, and nothing else of it', () => {
    const { lang, marks: read } = readFenceInfo(
      'ts [a<b>.ts] {6|7-8}{lines:true,startLine:5,at:x()} {monaco}',
    );
    const code = codeMarkdown({ lang, text: 'a\nb', ...(read ? { marks: read } : {}) }, 'slide');
    expect(code).toBe(
      '<div class="named-code">\n\n<span class="code-name" v-pre>a&#60;b&#62;&#46;ts</span>\n\n```typescript {6|7-8} {lines:true,startLine:5}\na\nb\n```\n\n</div>',
    );
    expect(codeMarkdown({ lang: 'ts', text: 'a', ...(read ? { marks: read } : {}) }, 'note')).toBe(
      '```typescript\na\n```',
    );
  });

  it('code hidden from Slidev has its lines highlighted, too', () => {
    const code = codeMarkdown(
      { lang: 'md', text: '<!-- a -->\nb', marks: { ...marks, steps: ['1', '2'] } },
      'slide',
    );
    expect(code).toBe(
      '<pre v-pre class="slidev-code"><code><span class="line slidev-code-dishonored">&#60;&#33;&#45;&#45; a &#45;&#45;&#62;</span>&#10;<span class="line slidev-code-highlighted">b</span></code></pre>',
    );
  });

  it('a part of it keeps its numbers, and the steps that mark one of its lines', () => {
    const page = pageOf({ look: LOOK, lang: 'en' }, NO_FONTS);
    const code = { text: 'a\nb\nc\nd', marks: { ...marks, steps: ['1', '3-4', 'all'], isNumbered: true } };
    const broken = breakCode(code, 800, page);
    expect(broken.cut(2, 4)).toEqual({
      text: 'c\nd',
      marks: { ...marks, steps: ['3-4', 'all'], isNumbered: true, first: 3 },
    });
    const named = breakCode({ ...code, marks: { ...code.marks, name: 'a.ts' } }, 800, page);
    expect(named.height(0, 4) - broken.height(0, 4)).toBe(24);
  });

  it('a line that is not there is named', () => {
    const fence = (info: string) => bodyFindings(`\n## T\n\n\`\`\`ts ${info}\na\nb\n\`\`\`\n\nAnd so on.\n`);
    expect(fence('{1|2}')).toEqual([]);
    expect(fence('{1|3}')).toEqual(['9:10 highlight-outside']);
    expect(fence('{2-1}')).toEqual(['9:8 highlight-outside']);
    expect(fence('{6}{startLine:5,lines:true}')).toEqual([]);
  });
});
