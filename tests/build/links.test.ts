import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { LABEL_NAMES } from '../../src/content/summary/labels.ts';
import { qrSvg } from '../../src/render/qr-code.ts';
import { compileMeetup, deckText, EVENT, type Files, talk } from '../compile-meetup.ts';

const BODY = '## T\n\n- One 1';

function files(ofTalk: string, ofEvent = ''): Files {
  return {
    'content/event.md': EVENT.replace('host:', `${ofEvent}host:`),
    'content/talks/01-ada.md': talk(BODY).replace('org: Acme\n', ofTalk),
  };
}

const findings = (ofTalk: string, ofEvent = '') =>
  compileMeetup(files(ofTalk, ofEvent)).findings.map(
    ({ file, at, code }) => `${file.replace(/^content\//, '')}:${at.line}:${at.column} ${code}`,
  );

/** The slide with that layout, without its QR codes. */
function slide(text: string, layout: string): string {
  const found = text.split(/\n(?=---\nlayout: )/).find((each) => each.startsWith(`---\nlayout: ${layout}\n`));
  return (found ?? '').replaceAll(/<svg.*?<\/svg>/g, '<svg/>').trim();
}

describe('links', () => {
  it('are on the last slide, each with its code; if there are more than two, the others come before it', () => {
    const text = deckText(
      files(
        'links:\n  slides: https://example.org/a\n  Ask me: ada@example.org\n',
        'links:\n  feedback: https://example.org/f\n',
      ),
      'ada',
    );
    expect(slide(text, 'closing')).toContain(
      [
        '<a class="coded" href="https&#58;&#47;&#47;example&#46;org&#47;a"><span class="code" role="img" aria-label="Slides: example&#46;org&#47;a"><svg/></span><span class="words"><b>Slides</b><br>example\\.org\\/a</span></a>',
        '<a class="coded" href="mailto&#58;ada&#64;example&#46;org"><span class="code" role="img" aria-label="Ask me: ada&#64;example&#46;org"><svg/></span><span class="words"><b>Ask me</b><br>ada\\@example\\.org</span></a>',
      ].join('\n\n'),
    );
    expect(slide(text, 'links')).toContain('<b>Feedback</b><br>example\\.org\\/f');
  });

  it('of a speaker bear the name where several speak', () => {
    const speakers = 'speakers:\n  - name: Ada\n    links:\n      Web: https://ada.example\n  - Ben\n';
    const text = deckText(
      {
        ...files('org: Acme\n'),
        'content/talks/01-ada.md': talk(BODY).replace('speaker: Ada\norg: Acme\n', speakers),
      },
      'ada',
    );
    expect(slide(text, 'closing')).toContain('<b>Ada · Web</b>');
  });

  it('of people who answer bear their names, on the last slide of the Q&A deck', () => {
    const people = 'people:\n  - name: Mia Chen\n    links:\n      Web: https://mia.example\n';
    const question =
      '---\nquestion: How do you start?\naskedBy: Mia Chen\ntopic: Start\n---\n\n### Ada\n\n- One 1.\n';
    const text = deckText({ ...files('org: Acme\n', people), 'content/qa/01-start.md': question }, 'qa');
    expect(slide(text, 'closing')).toContain('<b>Mia Chen · Web</b>');
    expect(findings('', `${people}      Bad: mia\n`)).toEqual(['event.md:8:12 invalid-url']);
  });

  it('are shown as they were typed, and can do nothing', () => {
    const name = '"{{ 6 }} <img onerror=a>"';
    const text = deckText(
      files(`links:\n  ${name}: 'https://example.org/"><script>{{x}}'\n`, 'allow: [markup-in-field]\n'),
      'ada',
    );
    const shown = slide(text, 'closing');
    expect(shown).not.toMatch(/\{\{|<img|<script/);
    expect(shown).toContain('href="https&#58;&#47;&#47;example&#46;org&#47;%22%3E%3Cscript%3E');
  });

  it.each([
    ['without https://', 'links:\n  repository: github.com/ada\n', 'talks/01-ada.md:4:15 invalid-url'],
    ['a program', 'links:\n  a: "javascript:alert(1)"\n', 'talks/01-ada.md:4:6 invalid-url'],
    ['a file', 'links:\n  a: file:///etc/passwd\n', 'talks/01-ada.md:4:6 invalid-url'],
    ['a handle', 'links:\n  a: "@ada"\n', 'talks/01-ada.md:4:6 invalid-url'],
    ['a list', 'links:\n  - https://example.org\n', 'talks/01-ada.md:4:3 wrong-type'],
    ['nothing', 'links:\n  slides:\n', 'talks/01-ada.md:4:3 empty-field'],
    [
      'too long for a code',
      `links:\n  a: https://a.org/${'b'.repeat(130)}\n`,
      'talks/01-ada.md:4:6 long-link',
    ],
  ])('%s', (_, fields, expected) => {
    expect(findings(fields)).toEqual([expected]);
  });

  it('have codes of the squares that the library gives, and quiet ground around them', () => {
    const { data, size } = encode('https://example.org', { ecc: 'L', boostEcc: true, border: 0 });
    const svg = qrSvg('https://example.org');
    const drawn = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
    const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      drawn[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(width));
    }
    expect(drawn).toEqual(data);
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
  });
});

it('a link to a video is a card, of which nothing is asked', () => {
  const body = '## Watch it\n\n[How it heals in 3 s](https://www.youtube.com/watch?v=dQw4w9WgXcQ "{{ 6 }}")';
  const text = deckText({ 'content/event.md': EVENT, 'content/talks/01-ada.md': talk(body) }, 'ada');
  expect(slide(text, 'video')).toBe(`---
layout: video
place:
  label: Watch it
  index: 1
  total: 1
---

# Watch it

<div class="video">

<a class="coded" href="https&#58;&#47;&#47;www&#46;youtube&#46;com&#47;watch&#63;v&#61;dQw4w9WgXcQ"><span class="code" role="img" aria-label="Video: youtube&#46;com&#47;watch&#63;v&#61;dQw4w9WgXcQ"><svg/></span><span class="words"><b>How it heals in 3 s</b><span>Video\u00a0· YouTube</span><span>youtube\\.com\\/watch?v=dQw4w9WgXcQ</span></span></a>

</div>`);
  expect(text).not.toMatch(/<iframe|<video|<embed|<Youtube/i);
});

describe('a talk in another language than the evening', () => {
  const meetup = (ofTalk: string, ofEvent = 'date: 2026-05-31\n') => {
    const both = files(`org: Acme\n${ofTalk}`, ofEvent);
    return {
      ...both,
      'content/event.md': String(both['content/event.md']).replace('lang: en', 'lang: zh-CN'),
    };
  };

  it('has the words, the date and the language of its own', () => {
    const text = deckText(meetup('lang: en\n', 'date: 2026-05-31\nlabels:\n  thanks: 谢谢大家\n'), 'ada');
    expect(text).toMatch(/^lang: en$/m);
    expect(text).toContain('May 31, 2026');
    expect(text).toContain('# Thank you');
  });

  it('and without one, those of the evening', () => {
    const text = deckText(meetup('', 'date: 2026-05-31\nlabels:\n  thanks: 谢谢大家\n'), 'ada');
    expect(text).toMatch(/^lang: zh-CN$/m);
    expect(text).toContain('2026年5月31日');
    expect(text).toContain('# 谢谢大家');
  });
});

describe('labels', () => {
  const all = `labels:\n${LABEL_NAMES.map((name) => `  ${name}: woord\n`).join('')}`;

  it('of which one is missing leave a language without words', () => {
    const dutch = (fields: string) => {
      const both = files('org: Acme\n', fields);
      const event = String(both['content/event.md']).replace('lang: en', 'lang: nl');
      return compileMeetup({ ...both, 'content/event.md': event });
    };
    expect(dutch('').findings.map(({ code }) => code)).toEqual(['no-labels']);
    expect(dutch(all.replace('  qa: woord\n', '')).findings.map(({ args }) => args)).toEqual([
      expect.objectContaining({ lang: 'nl', missing: ['qa'] }),
    ]);
    expect(dutch(all).findings).toEqual([]);
  });

  it('that nobody knows are named', () => {
    const { findings: found } = compileMeetup(files('org: Acme\n', 'labels:\n  thank: Bedankt\n'));
    expect(found.map(({ code, args }) => [code, args])).toEqual([
      ['unknown-key', { key: 'thank', suggestion: 'thanks', known: LABEL_NAMES }],
    ]);
  });

  it('are shown as they were typed, and can do nothing', () => {
    const text = deckText(
      files('org: Acme\n', 'labels:\n  thanks: "{{ 6 * 7 }} <b>"\n  host: "<script>{{x}}"\n'),
      'ada',
    );
    expect(text).not.toMatch(/\{\{|<b>(?!Acme)|<script/);
  });
});
