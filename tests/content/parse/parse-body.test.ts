import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/content/parse/body.ts';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';
import { type Block, plainText } from '../../../src/content/summary/markup.ts';
import { splitLines } from '../../../src/content/summary/source-file.ts';
import { bodyFindings, findingsOf } from '../temp-meetup.ts';

const markdown = createMarkdown();

function parse(text: string, offset = 0) {
  const file = '\n'.repeat(offset) + text;
  return parseBody(markdown, text, offset, splitLines(file));
}

/** Type, lines and text of each block, in file order. */
function brief(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    const head = `${block.type} ${block.lines.first}-${block.lines.last}`;
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [`${head} ${plainText(block.prose.inlines)}`];
      case 'list':
        return [head, ...block.items.flatMap((item) => brief(item.blocks))];
      case 'quote':
      case 'note':
        return [head, ...brief(block.blocks)];
      case 'callout':
        return [`${head} ${block.kind} ${plainText(block.title?.inlines ?? [])}`, ...brief(block.blocks)];
      case 'definitions':
        return [
          head,
          ...block.items.flatMap(({ term, meanings, lines }) => [
            `term ${lines.first} ${plainText(term.inlines)}`,
            ...brief(meanings.flat()),
          ]),
        ];
      default:
        return [head];
    }
  });
}

describe('a comment is a speaker note', () => {
  it.each([
    [
      'on a line of its own',
      'a\n\n<!-- b -->\n\nc',
      ['paragraph 1-1 a', 'note 3-3', 'paragraph 3-3 b', 'paragraph 5-5 c'],
    ],
    [
      'right below a paragraph',
      'a\n<!-- b -->\nc',
      ['paragraph 1-1 a', 'note 2-2', 'paragraph 2-2 b', 'paragraph 3-3 c'],
    ],
    ['below a list', '- a\n<!-- b -->', ['list 1-1', 'paragraph 1-1 a', 'note 2-2', 'paragraph 2-2 b']],
    [
      'in an item',
      '- a\n  <!-- b -->\n- c',
      ['list 1-3', 'paragraph 1-1 a', 'note 2-2', 'paragraph 2-2 b', 'paragraph 3-3 c'],
    ],
    [
      'over several lines',
      '<!--\na\n\n- b\n-->\nc',
      ['note 1-5', 'paragraph 2-2 a', 'list 4-4', 'paragraph 4-4 b', 'paragraph 6-6 c'],
    ],
    ['with a heading in it', '<!--\n## a\n-->', ['note 1-3', 'heading 2-2 a']],
    ['that is empty', '<!---->\na', ['note 1-1', 'paragraph 2-2 a']],
    ['in a quote', '> <!-- a -->\n> b', ['quote 1-2', 'note 1-1', 'paragraph 1-1 a', 'paragraph 2-2 b']],
  ] as const)('%s', (_, text, expected) => {
    expect(brief(parse(text).blocks)).toEqual(expected);
  });

  it.each([
    ['in code', '```\n<!-- a -->\n```', ['code 1-3']],
    ['behind four blanks', '    <!-- a -->', ['code 1-1']],
    ['in front of text', '<!-- a --> b', ['paragraph 1-1 <!-- a --> b']],
    ['behind text', 'b <!-- a -->', ['paragraph 1-1 b <!-- a -->']],
  ] as const)('but not %s', (_, text, expected) => {
    expect(brief(parse(text).blocks)).toEqual(expected);
  });

  it('and text beside it is said to be lost', () => {
    expect(bodyFindings('\n## a\n\n- b <!-- c -->\n\n<!-- d --> e\n')).toEqual([
      '9:5 markup-malformed',
      '11:1 markup-malformed',
    ]);
  });
});

describe('what is never closed is found where it begins', () => {
  it.each([
    ['a comment', '## a\n\n- b\n\n<!-- c\n\n## d', 11, null],
    ['the first of two comments', '<!-- a\n\n<!-- b', 7, null],
    ['a comment in front of a closed one', '- a\n\n<!-- b\n\n- c\n\n<!-- d -->', 9, null],
    ['a fence', '## a\n\n```js\nb\n\n## c', null, 9],
    ['a fence with fewer signs at its end', '````\na\n```', null, 7],
    ['a fence without content', '```', null, 7],
    ['a fence whose end stands too far to the right', '```\na\n    ```\n', null, 7],
    ['a fence in a list, and its end below it', '- ```\n  a\n```', null, 7],
  ])('%s', (_, text, comment, fence) => {
    const { unclosedComment, unclosedFence } = parse(text, 6);
    expect([unclosedComment, unclosedFence]).toEqual([comment, fence]);
  });

  it.each([
    '```\na\n```',
    '~~~\na\n~~~~',
    '- ```\n  a\n  ```',
    '> ```\n> a\n> ```',
    '```\n\n```  \n\nb',
    '```\n\n\n   ```\n',
    '- ```\n  a\n     ```\n\nb',
    '```\n```',
    '<!-- a\n-->',
    '- a\n\n  <!-- b\n\nc -->',
  ])('but not %j', (text) => {
    expect(parse(text)).toMatchObject({ unclosedComment: null, unclosedFence: null });
  });
});

describe('beside full-width punctuation, with no blank between', () => {
  it.each([
    ['属于**“顶级配置”**了', 'strong', '“顶级配置”'],
    ['**注意：**这个', 'strong', '注意：'],
    ['这是**《书》**啊', 'strong', '《书》'],
    ['*「強調」*です', 'emphasis', '「強調」'],
    ['이것은 **“중요”**합니다', 'strong', '“중요”'],
    ['~~（旧）~~新', 'strike', '（旧）'],
  ] as const)('%s', (text, type, inside) => {
    const [block] = parse(text).blocks;
    const marked = block?.type === 'paragraph' && block.prose.inlines.find((each) => each.type === type);
    expect(marked && 'children' in marked && plainText(marked.children)).toBe(inside);
    expect(bodyFindings(`\n## T\n\n${text}\n`)).toEqual([]);
  });
});

describe('a line end in a paragraph', () => {
  it.each([
    ['between Chinese characters is nothing', '一\n二', '一二'],
    ['behind Chinese punctuation', '一\uFF0C\n二', '一\uFF0C二'],
    ['between quotes', '\u201C一\u201D\n二', '\u201C一\u201D二'],
    ['between kana', 'ア\nい', 'アい'],
    ['between Latin words is a blank', 'a\nb', 'a b'],
    ['between the scripts is a blank', '一\nb\n二', '一 b 二'],
    ['over three lines', '一\n二\n三', '一二三'],
    ['behind a citation', '一 [L1]\n二', '一二'],
    ['that is hard stays one', '一  \n二', '一 二'],
  ])('%s', (_, text, expected) => {
    const [block] = parse(text).blocks;
    expect(block?.type === 'paragraph' && plainText(block.prose.inlines)).toBe(expected);
  });
});

describe('places count in the whole file', () => {
  it('behind front matter, in tables, quotes and nested lists', () => {
    const body =
      '\n## a\n\n1. b\n   - c [L0]\n     - d [L0]\n\n> - e [L0]\n\n| f | g |\n|---|---|\n| h | i [L0] |\n';
    expect(bodyFindings(body)).toEqual([
      '10:8 citation-outside',
      '11:10 citation-outside',
      '13:7 citation-outside',
      '17:9 citation-outside',
    ]);
  });

  it('and an empty head has none above it', () => {
    expect(findingsOf({ 'event.md': '---\n---\n' }).slice(0, 2)).toEqual([
      'event.md:1:1 missing-field',
      'event.md:1:1 missing-field',
    ]);
  });
});

describe('a marker at the end of a heading', () => {
  const heading = (markdown: string) => {
    const [block] = parse(markdown).blocks;
    if (block?.type !== 'heading') throw new Error('no heading');
    return [plainText(block.prose.inlines), block.marker?.name ?? null];
  };

  it.each([
    ['## a {.stats}', 'a', 'stats'],
    ['## a \\{.b} {.stats}', 'a {.b}', 'stats'],
    ['## how \\{.b} differs from {.b}', 'how {.b} differs from', 'b'],
    ['## how {.b} differs from \\{.b}', 'how {.b} differs from {.b}', null],
    ['## a \\{.stats}', 'a {.stats}', null],
    ['## a \\{\\.stats\\}', 'a {.stats}', null],
    ['## a &#123;.stats}', 'a {.stats}', null],
    ['## a `{.stats}`', 'a {.stats}', null],
  ])('%s', (markdown, title, marker) => {
    expect(heading(markdown)).toEqual([title, marker]);
  });
});

describe('boxes and definitions', () => {
  it.each([
    ['> [!NOTE]\n> a\n> b', ['callout 1-3 note ', 'paragraph 2-3 a b']],
    [
      '> [!tip] Before **you** go\n>\n> - a',
      ['callout 1-3 tip Before you go', 'list 3-3', 'paragraph 3-3 a'],
    ],
    ['> [!WARNING]- Folded', ['callout 1-1 warning Folded']],
    ['> \\[!NOTE]\n> a', ['quote 1-2', 'paragraph 1-2 [!NOTE] a']],
    ['> [!BUG]\n> a', ['quote 1-2', 'paragraph 1-2 [!BUG] a']],
    ['> [x][y]\n> [!NOTE]', ['quote 1-2', 'paragraph 1-2 [x][y] [!NOTE]']],
    [
      '> [!CAUTION]\n> see [a][b]\n\n[b]: https://example.org',
      ['callout 1-2 caution ', 'paragraph 2-2 see a'],
    ],
    [
      'Raft\n: keeps copies\n: is a boat\n\nPaxos\n:   other',
      [
        'definitions 1-6',
        'term 1 Raft',
        'paragraph 2-2 keeps copies',
        'paragraph 3-3 is a boat',
        'term 5 Paxos',
        'paragraph 6-6 other',
      ],
    ],
  ] as const)('%s', (text, expected) => {
    expect(brief(parse(text).blocks)).toEqual(expected);
  });

  it('citations of a term hold for what it means, and places are those of the file', () => {
    const { blocks } = parse('> [!NOTE] T [L1]\n> a [L2]', 7);
    const [box] = blocks;
    expect(box?.type === 'callout' && box.title?.citations[0]?.at).toEqual({
      line: 8,
      column: 13,
      length: 4,
    });
    const [first] = box?.type === 'callout' ? box.blocks : [];
    expect(first?.type === 'paragraph' && first.prose.citations[0]?.at).toEqual({
      line: 9,
      column: 5,
      length: 4,
    });
  });
});

describe('footnotes', () => {
  const texts = (text: string) =>
    parse(text).footnotes.map(
      ({ label, note, isUsed, isText }) =>
        `${label} ${note.lines.first} ${plainText(note.inlines)} ${isUsed ? 'used' : 'unused'}${isText ? '' : ' no text'}`,
    );

  it.each([
    ['a[^1]\n\n[^1]: The **note**.', ['1 3 The note. used']],
    ['[^x]: Source\n\na[^x] b[^x]', ['x 1 Source used']],
    ['a\n\n[^1]: b', ['1 3 b unused']],
    ['a[^1]\n\n[^1]: b\n\n[^1]: c', ['1 3 b used', '1 5 c unused']],
    ['a[^1]\n\n[^1]: b\n\n    c', ['1 3 b used no text']],
    ['a[^1]\n\n[^1]:\n', ['1 1  used no text']],
    ['| a[^1] |\n|---|\n| b[^2] |\n\n[^1]: x\n[^2]: y', ['1 5 x used', '2 6 y used']],
    ['> [!NOTE] a[^1]\n\n[^1]: x', ['1 3 x used']],
    ['a[^__proto__]\n\n[^__proto__]: b', ['__proto__ 3 b used']],
  ] as const)('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('a mark that refers to nothing is text', () => {
    expect(brief(parse('a[^1] b[^2]\n\n[^2]: c').blocks)).toEqual(['paragraph 1-1 a[^1] b']);
  });

  it('what is wrong with one is said at its line', () => {
    const body = '\n## T\n\na[^1], b[^3]\n\n[^1]: x\n\n[^1]: y\n\n[^2]: z\n\n[^3]:\n';
    expect(bodyFindings(body)).toEqual([
      '13:1 footnote-unshown',
      '15:1 footnote-unshown',
      '17:1 footnote-unshown',
    ]);
  });
});
