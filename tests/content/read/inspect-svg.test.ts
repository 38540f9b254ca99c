import { describe, expect, it, test } from 'vitest';
import { inspectSvg } from '../../../src/content/read/inspect-svg.ts';
import { toMessage } from '../../../src/findings/finding.ts';
import { check, place, TALK_HEAD, tempMeetup } from '../temp-meetup.ts';

const EVIL = 'https://evil.invalid';
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="2"${attributes}>\n${inside}</svg>`;
const inspect = (text: string) => inspectSvg(Buffer.from(text));
const does = (text: string) => {
  const fault = inspect(text);
  return fault?.state === 'active' ? `${fault.line}: ${fault.does}` : (fault?.reason ?? null);
};
const refers = `2: it refers to "${EVIL}/x"`;

describe('an SVG file is active that', () => {
  test.each([
    ['has a script', '<script>alert(1)</script>', '2: it holds a <script>'],
    ['has one that is loaded', `<script xlink:href="${EVIL}/x"/>`, '2: it holds a <script>'],
    [
      'has one under another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
      '2: it holds a <s:script>',
    ],
    [
      "has a web page's script",
      '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
      '2: it holds parts of a web page (<h:script>)',
    ],
    [
      "has a web page's picture",
      `<img xmlns="http://www.w3.org/1999/xhtml" src="${EVIL}/x"/>`,
      '2: it holds parts of a web page (<img>)',
    ],
    ['has a page in it', '<foreignObject><p/></foreignObject>', '2: it holds a <foreignObject>'],
    [
      'runs a script on an event',
      '<g\nonload="alert(1)"/>',
      '3: it has an attribute "onload", which is a script',
    ],
    ['leads to a script', '<a href="javascript:alert(1)"/>', '2: it refers to "javascript:alert(1)"'],
    [
      'leads to one in other letters',
      '<a xlink:href=" &#x6a;ava&#x09;script:alert(1)"/>',
      '2: it refers to "java\tscript:alert(1)"',
    ],
    ['leads to a page of its own', '<a href="data:text/html,x"/>', '2: it refers to "data:text/html,x"'],
    ['loads a picture', `<image href="${EVIL}/x"/>`, refers],
    ['loads one by the old name', `<image xlink:href="${EVIL}/x"/>`, refers],
    [
      'loads one by another prefix',
      `<image xmlns:l="http://www.w3.org/1999/xlink" l:href="${EVIL}/x"/>`,
      refers,
    ],
    ['loads a file beside it', '<image href="../../other.png"/>', '2: it refers to "../../other.png"'],
    [
      'holds a picture that is a document',
      '<image href="data:image/svg+xml,%3Csvg/%3E"/>',
      '2: it refers to "data:image/svg+xml,%3Csvg/%3E"',
    ],
    ['uses a part of another file', `<use href="${EVIL}/x#a"/>`, `2: it refers to "${EVIL}/x#a"`],
    ['loads a filter', `<feImage href="${EVIL}/x"/>`, refers],
    ['loads by an attribute', `<g fill="url(${EVIL}/x)"/>`, refers],
    ['loads by one with quotes', `<g mask="url('${EVIL}/x')"/>`, refers],
    ['loads by one with escapes', `<g filter="u\\72l(${EVIL}/x)"/>`, refers],
    ['loads by a style', `<g style="fill:red;cursor:url(${EVIL}/x),auto"/>`, refers],
    ['loads by a style sheet', `<style>g { background: URL( ${EVIL}/x ) }</style>`, refers],
    ['loads by one in parts', `<style>g { fill: u<![CDATA[rl(${EVIL}/x)]]> }</style>`, refers],
    ['loads by one with a comment', `<style>/* url(#a) */ g { fill: url(${EVIL}/x) }</style>`, refers],
    ['loads by a set of images', `<style>g { fill: image-set("${EVIL}/x" 1x) }</style>`, refers],
    ['loads a style sheet', `<style>@import "${EVIL}/x";</style>`, '2: it loads a style sheet (@import)'],
    [
      'loads one with escapes',
      `<style>@\\69mport "${EVIL}/x";</style>`,
      '2: it loads a style sheet (@import)',
    ],
    ['loads a font', `<style>@font-face { src: url(${EVIL}/x) }</style>`, refers],
    ['changes a link', '<set attributeName="xlink:href" to="#a"/>', '2: its <set> changes "xlink:href"'],
    [
      'changes an event',
      '<animate attributeName="onclick" values="a;b"/>',
      '2: its <animate> changes "onclick"',
    ],
    ['changes a colour to a file', `<animate attributeName="fill" to="url(${EVIL}/x)"/>`, refers],
    [
      'has another base',
      `<g xml:base="${EVIL}/"/>`,
      '2: it has an attribute "xml:base", which leads elsewhere',
    ],
  ])('%s', (_, inside, expected) => {
    expect(does(svg(inside))).toBe(expected);
  });

  test.each([
    [
      `<?xml-stylesheet href="${EVIL}/x"?>`,
      '1: it has an instruction "xml-stylesheet", which loads another file',
    ],
    [`<!DOCTYPE svg SYSTEM "${EVIL}/x">`, '1: it has a document type of its own, which may define entities'],
    [
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>`,
      '1: it has a document type of its own, which may define entities',
    ],
    ['<?xml version="1.0" encoding="UTF-7"?>', 'it says that its encoding is UTF-7, not UTF-8'],
  ])('begins with %s', (head, expected) => {
    expect(does(head + svg(''))).toBe(expected);
  });
});

describe('an SVG file is a picture that', () => {
  test.each([
    ['only draws', '<path d="M0 0h4v2z" transform="rotate(3)" fill="#abc"/>'],
    [
      'refers to its own parts',
      '<defs><g id="a"/></defs><use href="#a"/><use xlink:href="#a"/><g fill="url(#a)" style="mask:url(\'#a\')"/>',
    ],
    [
      'holds a photograph',
      '<image href="data:image/png;base64,AAAA"/><feImage href="data:image/jpeg;base64,AA"/>',
    ],
    [
      'holds a font',
      '<style>@namespace svg url(http://www.w3.org/2000/svg);@font-face{src:url(data:font/woff2;base64,AA)}</style>',
    ],
    ['has links', '<a href="https://example.org/"><text>x</text></a><a href="#a"/>'],
    ['moves', '<rect><animate attributeName="x" from="0" to="3" dur="1s"/></rect>'],
    [
      'says who drew it',
      '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><w:Work xmlns:w="http://creativecommons.org/ns#" rdf:about="https://example.org/"><w:script href="https://example.org/"/></w:Work></rdf:RDF></metadata>',
    ],
    [
      "has a program's own marks",
      '<n:view xmlns:n="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" n:href="a"/><?xpacket begin="x"?>',
    ],
    [
      'shows signs',
      '<text>url(https://example.org/) &lt;script> onload="x"</text><title>javascript:</title>',
    ],
  ])('%s', (_, inside) => {
    expect(inspect(svg(inside))).toBeNull();
  });

  it('begins as drawing programs write it', () => {
    const heads = [
      '\uFEFF<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!-- x -->\n',
      '<!DOCTYPE svg>',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ];
    for (const head of heads) expect(inspect(head + svg(''))).toBeNull();
  });
});

test.each([
  [Buffer.from(svg('<g>')), 'its line 2 is not valid XML (unexpected close tag)'],
  [Buffer.from(svg('&x;')), 'its line 2 is not valid XML (undefined entity)'],
  [Buffer.from(svg('<a:b/>')), 'its line 2 is not valid XML (unbound namespace prefix: "a")'],
  [Buffer.from(`\uFEFF${svg('')}`, 'utf16le'), 'it is not saved as UTF-8'],
])('a file that browsers might read otherwise is not used', (bytes, reason) => {
  expect(inspectSvg(bytes)).toEqual({ state: 'unreadable', reason });
});

test('the finding names the image where it is named, whatever it is called', () => {
  const body = '\n## 照片\n\n![一张](../assets/a.svg)\n\n## 再来\n\n![一张](../assets/b.png)\n';
  using meetup = tempMeetup({
    'talks/01-huang.md': TALK_HEAD + body,
    'assets/a.svg': svg('<script/>'),
    'assets/b.png': svg(`<image href="${EVIL}/x"/>`),
  });
  const told = check(meetup.root).map((each) => `${place(each)}: ${toMessage(each).what}`);
  expect(told).toEqual([
    'talks/01-huang.md:9:7 image-active: The image ../assets/a.svg is active: it holds a <script> (in its line 2).',
    `talks/01-huang.md:13:7 image-active: The image ../assets/b.png is active: it refers to "${EVIL}/x" (in its line 2).`,
  ]);
});
