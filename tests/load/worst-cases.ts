/**
 * Worst-case bodies of a summary for the various parsers, by name. Each has about `size` characters, so that its time
 * can be compared with that of one twice as long.
 */
export const WORST_CASES: Readonly<Record<string, (size: number) => string>> = {
  'one paragraph of sentences': (size) => section(fill(size, (n) => `Sentence ${n} says a little. `)),
  'one paragraph in Chinese': (size) => section(fill(size, (n) => `第${n}句话说了一点,也许不止一点。`)),
  'one line without a blank': (size) => section('x'.repeat(size)),
  'one line of Chinese without a stop': (size) => section('字'.repeat(size)),
  'one line of words': (size) => section('word '.repeat(size / 5)),
  'a text full of marks': (size) => section(fill(size, (n) => `**bold ${n}** and \`code\` and *so on*. `)),
  'a table of many rows': (size) =>
    section(`| a | b |\n|---|--:|\n${fill(size, (n) => `| cell ${n} | ${n} |\n`)}`),
  'a table of high rows': (size) =>
    section(
      `| a | b |\n|---|---|\n${fill(size, (n) => `| ${`cell ${n} says more. `.repeat(40)} | ${n} |\n`)}`,
    ),
  'a table of one high row': (size) =>
    section(`| a | b |\n|---|---|\n| ${'It says more. '.repeat(size / 14)} | b |`),
  'a table of many columns': (size) =>
    section(
      `|${' c |'.repeat(size / 16)}\n|${'---|'.repeat(size / 16)}\n|${' c |'.repeat(size / 16)}\n|${' c |'.repeat(size / 16)}`,
    ),
  'many points': (size) => section(fill(size, (n) => `- point ${n}\n`)),
  'many steps': (size) => section(fill(size, (n) => `${n + 1}. step ${n}\n`)),
  'one long point': (size) => section(`- ${fill(size, (n) => `Sentence ${n} says a little. `)}`),
  'many figures': (size) => section(fill(size, (n) => `- **${n}** things\n`)),
  'many bars': (size) =>
    `## Bars {.bars}\n\n| a | b |\n|---|--:|\n${fill(size, (n) => `| thing ${n} | ${n} |\n`)}`,
  'a long timeline': (size) => `## Then {.timeline}\n\n${fill(size, (n) => `- **${n}** something\n`)}`,
  'many sections': (size) => fill(size, (n) => `## Section ${n}\n\n- point\n\n`),
  'many paragraphs': (size) => section(fill(size, (n) => `Paragraph ${n} says this.\n\n`)),
  'long code': (size) => section(`\`\`\`js\n${fill(size, (n) => `const a${n} = ${n};\n`)}\`\`\``),
  'a long line of code': (size) => section(`\`\`\`js\n${'a + '.repeat(size / 4)}\n\`\`\``),
  'a long quote': (size) => section(fill(size, (n) => `> Sentence ${n} says a little.\n`)),
  'a long comment': (size) => `${section('- point')}\n\n<!-- ${fill(size, (n) => `note ${n}\n`)} -->`,
  'many comments': (size) => section(fill(size, (n) => `- point ${n}\n\n<!-- note ${n} -->\n\n`)),
  'comments that are not closed': (size) => section('<!-- a\n'.repeat(size / 7)),
  'brackets that are not closed': (size) => section(`- ${'['.repeat(size)}`),
  'links that are not closed': (size) => section(`- ${'[a]('.repeat(size / 4)}`),
  'addresses in angles that are not closed': (size) => section(`- ${'[a](<'.repeat(size / 5)}`),
  'pictures that are not closed': (size) => section(`- ${'![a]('.repeat(size / 5)}`),
  'emphasis that is not closed': (size) => section(`- ${'*a '.repeat(size / 3)}`),
  'emphasis in emphasis': (size) => section(`- ${'*a_b'.repeat(size / 4)}`),
  'backticks of many lengths': (size) => section(`- ${backticks(size)}`),
  'strikes that are not closed': (size) => section(`- ${'~~a'.repeat(size / 3)}`),
  backslashes: (size) => section(`- a${'\\'.repeat(size - 1)}`),
  entities: (size) => section(`- ${'&#1;'.repeat(size / 4)}`),
  'angle brackets': (size) => section(`- a ${'<a '.repeat(size / 3)}`),
  addresses: (size) => section(`- ${'https://a.example/'.repeat(size / 18)}`),
  'half addresses': (size) => section(`- ${'http:'.repeat(size / 5)}`),
  'mail addresses': (size) => section(`- ${'a@b.'.repeat(size / 4)}`),
  'reference definitions': (size) => section(fill(size, (n) => `[a${n}]: /b\n`)),
  citations: (size) => section(`- ${fill(size, (n) => `said [L${n + 1}] `)}`),
  'citations that are not closed': (size) => section(`- ${'[L'.repeat(size / 2)}`),
  'one citation of many lines': (size) => section(`- said [${'L1,'.repeat(size / 3)}L2]`),
  'markers that are none': (size) => `## T ${'{.a '.repeat(size / 4)}\n\n- point`,
  'a title of blanks': (size) => `## T${' '.repeat(size)}x\n\n- point`,
  blanks: (size) => section(`- a${' '.repeat(size)}b`),
  'blank lines': (size) => section(`- a${'\n'.repeat(size)}- b`),
  tabs: (size) => section(`- a${'\t'.repeat(size)}b`),
  digits: (size) => section(`- ${'1'.repeat(size)} [L1]`),
  numbers: (size) => section(`- ${fill(size, (n) => `${n} `)} [L1]`),
  'Chinese numerals': (size) => section(`- ${'一百二十万'.repeat(size / 5)} [L1]`),
  'numbers with commas': (size) => section(`- ${'1,000,'.repeat(size / 6)} [L1]`),
  names: (size) => section(`- ${fill(size, (n) => `Name${n} GPT-${n} `)} [L1]`),
  capitals: (size) => section(`- ${'Ab'.repeat(size / 2)} [L1]`),
  hyphens: (size) => section(`- a${'-a'.repeat(size / 2)} [L1]`),
  punctuation: (size) => section(`- ${'a,,中文,.'.repeat(size / 8)}`),
  'combining marks': (size) => section(`- a${'\u0301'.repeat(size)}`),
  'characters no font has': (size) =>
    section(`- ${fill(size / 2, (n) => String.fromCodePoint(0xf0000 + (n % 0xfff0)), 1)}`),
  'quotes in quotes': (size) => section(`${'> '.repeat(Math.min(size / 2, 900))}a`),
  'a list nested deep': (size) => section(nested(Math.sqrt(size))),
  'an answer that is long': (size) => section(fill(size, (n) => `### Part ${n}\n\nIt says this.\n\n`)),
};

/** Like WORST_CASES, for a meetup in English, which gets its own advice. */
export const WORST_IN_ENGLISH: Readonly<Record<string, (size: number) => string>> = {
  'full-width signs in a row': (size) => section(`- a${'\uff0c'.repeat(size)}`),
  'full-width signs among words': (size) => section(`- ${'word\uff0c '.repeat(size / 6)}`),
  'quotes that open': (size) => section(`- ${'"a '.repeat(size / 3)}`),
  'apostrophes and quotes': (size) => section(`- ${`it's "a" 'b' `.repeat(size / 13)}`),
  'hyphens among numbers and words': (size) => section(`- ${'1-2, a - b... '.repeat(size / 14)}`),
};

/** Values of a talk's `takeaway`. */
export const WORST_FIELDS: Readonly<Record<string, (size: number) => string>> = {
  'blanks in a field': (size) => `a${' '.repeat(size)}b`,
  'fields that are unknown': (size) => `a\n${fill(size, (n) => `key${n}: value ${n}\n`)}`,
  'one field again and again': (size) => `a\n${'a: 1\n'.repeat(size / 5)}`,
  'keys without values': (size) => `a\n${'? a\n'.repeat(size / 4)}`,
  'brackets in front matter': (size) => '['.repeat(size),
  'braces in front matter': (size) => '{a: '.repeat(size / 4),
  'dashes in front matter': (size) => `\n  - ${'- '.repeat(size / 2)}x`,
  'tags in front matter': (size) => '!!a '.repeat(size / 4),
  'anchors in front matter': (size) => `\n${fill(size, (n) => `  - &a${n} x\n`)}`,
  'aliases in front matter': (size) => `&a x\nkeywords:\n${'  - *a\n'.repeat(size / 7)}`,
  'a field of many lines': (size) => `|\n${fill(size, (n) => `  line ${n}\n`)}`,
  'marks in a field': (size) => `"${'**a** ==b== '.repeat(size / 12)}"`,
  'signs in a field that close nothing': (size) => `"${'*a ==b <b>c [d]( ![ '.repeat(size / 20)}"`,
  'escapes in a field': (size) => `"${'\\u0041*a* '.repeat(size / 10)}"`,
  'fields with marks': (size) => `a\nfacts:\n${'  - "**x** y"\n'.repeat(size / 14)}`,
  'backslashes in a field': (size) => `'${'\\* '.repeat(size / 3)}'`,
  'nested marks in a field': (size) => `"${'*a '.repeat(size / 6)}${'b* '.repeat(size / 6)}"`,
  'many signs around a word in a field': (size) => `"${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}"`,
  'a list in brackets': (size) => `a\nfacts: [${'a b, '.repeat(size / 5)}c]`,
  'comments in front matter': (size) => `a\n${fill(size, (n) => `# comment ${n}\n`)}`,
};

function section(body: string): string {
  return `## Section\n\n${body}`;
}

/**
 * Concatenates items up to `size` characters.
 * @param weight characters per item; its length by default
 */
function fill(size: number, item: (n: number) => string, weight?: number): string {
  const items: string[] = [];
  for (let n = 0, length = 0; length < size; n += 1) {
    const next = item(n);
    items.push(next);
    length += weight ?? next.length;
  }
  return items.join('');
}

function backticks(size: number): string {
  const count = Math.floor(Math.sqrt(2 * size));
  return Array.from({ length: count }, (_, n) => `a${'`'.repeat(n + 1)}`).join('');
}

/** A list with one item at each depth. */
function nested(depth: number): string {
  return Array.from({ length: Math.floor(depth) }, (_, n) => `${'  '.repeat(n)}- depth ${n}`).join('\n');
}
