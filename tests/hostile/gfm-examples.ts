import type { Example } from './example.ts';

const group = (section: string, ...examples: readonly (readonly [markdown: string, shown: string])[]) =>
  examples.map(
    ([markdown, shown], index): Example => ({
      name: `${section} ${index + 1}`,
      section,
      markdown,
      shown: shown.replaceAll(' ', ''),
    }),
  );

/**
 * GitHub's additions to CommonMark, and what a reader of a slide sees of them. talkdeck supports tables, strikethrough
 * and task lists too; the others stay plain text.
 */
export const GFM_EXAMPLES: readonly Example[] = [
  ...group(
    'tables',
    ['| foo | bar |\n| --- | --- |\n| baz | bim |\n', 'foo bar baz bim'],
    ['| left | middle | right |\n| :-- | :-: | --: |\n| a | b | c |\n', 'left middle right a b c'],
    ['name | amount\n--- | ---\ntea | 3\n', 'name amount tea 3'],
    ['| a |\n| - |\n| one \\| two |\n', 'a one | two'],
    ['| code |\n| --- |\n| `x \\| y` |\n', 'code x | y'],
    ['| **bold** | *slanted* |\n| --- | --- |\n| ~~gone~~ | `code` |\n', 'bold slanted gone code'],
    ['| a | b |\n| --- | --- |\n', 'a b'],
    ['| a | b |\n| --- | --- |\n| only one |\n', 'a b only one'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |\n> a quote ends it\n', 'a b 1 2 a quote ends it'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |\n\nbelow it\n', 'a b 1 2 below it'],
    ['| <b>x</b> | {{ 6*7 }} |\n| --- | --- |\n| <br> | &amp; |\n', '<b>x</b> {{ 6*7 }} &'],
    ['- | a | b |\n  | --- | --- |\n  | 1 | 2 |\n', 'a b 1 2'],
    ['> | a | b |\n> | --- | --- |\n> | 1 | 2 |\n', 'a b 1 2'],
    ['| \\| |\n| --- |\n| \\\\ |\n', '| \\'],
  ),
  ...group(
    'strikethrough',
    ['~~Hi~~ Hello, there!\n', 'Hi Hello, there!'],
    ['This ~~has a\n\nnew paragraph~~.\n', 'This ~~has a new paragraph~~.'],
    ['~one~ tilde\n', '~one~ tilde'],
    ['~~two `~~` in code~~\n', 'two ~~ in code'],
    ['**~~both~~** ~~**both**~~\n', 'both both'],
    ['a~~b~~c ~~~~\n', 'abc ~~~~'],
    ['~~[link](https://example.org/)~~ \\~~typed\\~~\n', 'link ~~typed~~'],
    ['Not ~~~~~three~~~~~ here\n', 'Not ~three~ here'],
  ),
  ...group(
    'task lists',
    ['- [ ] open\n- [x] done\n', '☐ open ☑ done'],
    ['- [X] done\n  - [ ] below it\n  - [x] and done\n', '☑ done ☐ below it ☑ and done'],
    ['1. [ ] first\n2. [x] second\n', '☐ first ☑ second'],
    ['- [ ]no blank\n- [-] other sign\n', '[ ]no blank [-] other sign'],
    ['- [x] **bold** [link](https://example.org/)\n', '☑ bold link'],
    ['- \\[ ] typed\n', '[ ] typed'],
    ['- \\[x] typed, and [x] later\n', '[x] typed, and [x] later'],
    ['- &#91; ] typed\n- a [ ] later\n\n[ ] in no list\n', '[ ] typed a [ ] later [ ] in no list'],
    ['- [x] in a list\n\n  [ ] and below it\n', '☑ in a list [ ] and below it'],
  ),
  ...group(
    'autolinks',
    ['www.example.org\n', 'www.example.org'],
    ['Visit www.example.org/help for more.\n', 'Visit www.example.org/help for more.'],
    ['(www.example.org/a_(b))\n', '(www.example.org/a_(b))'],
    ['https://example.org/search?q=a&hl=en\n', 'https://example.org/search?q=a&hl=en'],
    ['Read https://example.org/a. Then go.\n', 'Read https://example.org/a. Then go.'],
    ['https://example.org/a_b_c*d*e\n', 'https://example.org/a_b_c*d*e'],
    ['http://example.org/{{6*7}}?a=`b`\n', 'http://example.org/{{6*7}}?a=b'],
    ['ftp://example.org/a and mailto:a@example.org\n', 'ftp://example.org/a and mailto:a@example.org'],
    ['a.b-c_d@example.org\n', 'a.b-c_d@example.org'],
    ['xmpp:a@example.org/b and a+b@example\n', 'xmpp:a@example.org/b and a+b@example'],
    ['<https://example.org/?a=1&b=2> <a@example.org>\n', 'https://example.org/?a=1&b=2 a@example.org'],
    [
      'https://example.org/&lt; https://example.org/<b>\n',
      'https://example.org/&lt; https://example.org/<b>',
    ],
  ),
  ...group(
    'disallowed raw HTML',
    ['<title>a</title>\n', '<title>a</title>'],
    ['<textarea>a</textarea>\n', '<textarea>a</textarea>'],
    ['<style>body{display:none}</style>\n', '<style>body{display:none}</style>'],
    ['<xmp>a</xmp>\n', '<xmp>a</xmp>'],
    ['<iframe src="https://evil.invalid/"></iframe>\n', '<iframe src="https://evil.invalid/"></iframe>'],
    ['<noembed>a</noembed> <noframes>b</noframes>\n', '<noembed>a</noembed> <noframes>b</noframes>'],
    ['<script>globalThis.pwned=1</script>\n', '<script>globalThis.pwned=1</script>'],
    ['<plaintext>a\n\nb\n', '<plaintext>a b'],
    ['<strong> <TITLE> <sCript>alert(1)</scRipt>\n', '<strong> <TITLE> <sCript>alert(1)</scRipt>'],
    ['<blockquote>\n<xmp> is here.\n</blockquote>\n', '<blockquote> <xmp> is here. </blockquote>'],
  ),
];
