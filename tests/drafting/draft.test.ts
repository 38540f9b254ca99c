import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkClaim } from '../../src/content/claims/check-claim.ts';
import { exchangeBody, fieldText, talkBody } from '../../src/drafting/body.ts';
import type { Said } from '../../src/drafting/clauses.ts';
import { draftExchange, draftTalk } from '../../src/drafting/draft.ts';
import { LONGEST, sizeOf } from '../../src/drafting/pieces.ts';
import { runs } from '../deep.ts';
import { answerPoints, pointsOf, readSaid, saidOf, stands } from './read-said.ts';

describe('the cases of the groundwork', () => {
  test('two lists stay two, each counted from one', () => {
    const { sections } = draftTalk(readSaid('two-lists'), 'zh-CN');
    const steps = sections.flatMap((section) => (section.kind === 'steps' ? [section] : []));
    expect(steps.map(({ start }) => start)).toEqual([1, 1]);
    expect(steps.map(({ points }) => points.map(({ lines }) => lines.first))).toEqual([
      [3, 5, 7],
      [11, 13],
    ]);
    expect(steps.map(({ heading }) => heading.text)).toEqual(['几点优点', '两种场景']);
  });

  test('a list that begins at three keeps its number', () => {
    const draft = draftTalk(readSaid('starts-at-three'), 'zh-CN');
    expect(talkBody(draft.sections, 'zh-CN')).toBe(
      [
        '## 为什么要选择它 [L1]',
        '',
        '3. 分布式可以弹性扩展 [L3]',
        '4. 性能好 [L5]',
        '',
        '<!-- 第三点是分布式可以弹性扩展。第四点就是说性能好。 -->',
        '',
      ].join('\n'),
    );
  });

  test('no figure comes from a clause that denies it', () => {
    const said = readSaid('negated-figures');
    const more: Said[] = [...said, { line: 2, text: '合同收入超过1000万。开销节省了80%到90%。' }];
    const { sections } = draftTalk(more, 'zh-CN');
    const stats = sections.flatMap((section) => (section.kind === 'stats' ? section.stats : []));
    expect(stats.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '260个 员工',
      '超过1000万 合同收入',
    ]);
  });
});

describe('a talk in English', () => {
  const said = saidOf([
    'Good morning everyone, thank you for having me. Today I want to talk about our storage engine.',
    'So, um, the storage engine keeps every write in a log, and the log is compacted in the background. You know, compaction used to stall our writers for seconds.',
    'There are three reasons why compaction is hard. First, the log grows faster than the disk can read. Second, readers hold old versions open. Third, nobody wants to pay for idle machines.',
    'We have 260 engineers in 14 countries. The new engine cut our storage bill by 40%. It did not take more than 3 months.',
    'In the end, the storage engine must never lose a write that it acknowledged. Any questions? Thank you very much.',
  ]);

  test('has lists, figures and points, and no courtesies', () => {
    const draft = draftTalk(said, 'en');
    const steps = draft.sections.find(({ kind }) => kind === 'steps');
    expect(steps).toMatchObject({
      heading: { text: 'Three reasons why compaction is hard' },
      start: 1,
      points: [
        { text: 'The log grows faster than the disk can read', lines: { first: 3, last: 3 } },
        { text: 'Readers hold old versions open' },
        { text: 'Nobody wants to pay for idle machines' },
      ],
    });
    const texts = pointsOf(draft).map(({ text }) => text);
    expect(texts.join('\n')).not.toMatch(/thank|good morning|questions|\b3 months|want to talk/i);
    expect(draft.takeaway?.text).toBe('The storage engine must never lose a write that it acknowledged');
  });
});

describe('headings and bullets that work on their own', () => {
  const drafted = (lang: string, ...lines: readonly string[]) =>
    talkBody(draftTalk(saidOf(lines), lang).sections, lang)
      .split('\n')
      .filter((line) => /^(?:##|-|\d+\.) /.test(line));

  test('a heading is a noun that is said, or neutral, and never half a sentence', () => {
    expect(drafted('en', 'We started in 2019 with three people. Our rule was: keep it in one file.')).toEqual(
      ['## Main points', '- We started in 2019 with three people [L1]'],
    );
    const shift =
      'We bought lamps for the night shift. Robots move forward at six. Nobody has to move forward by hand. Machines break on Mondays.';
    expect(drafted('en', shift)[0]).toBe('## Night shift [L1]');
  });

  test('neutral headings differ', () => {
    const headings = (lang: string, ...lines: readonly string[]) =>
      drafted(lang, ...lines).filter((line) => line.startsWith('#'));
    const list = 'It is simple. First, it must be small. Second, it must be quick. Third, it must be cheap.';
    const talk =
      'So we went on and we did it all again, and then it went well, and they liked it, and we were happy with it. We started in 2019 with three people. And so they told us to go on with it, which we then did, and it went well for us and for all of them.';
    expect(headings('en', list, talk)).toEqual(['## Main points', '## Main points (2)']);
    const lists = [
      '第一点要快。第二点要稳。第三点要省。',
      '我们就这样做了。',
      '第一点是人。第二点是钱。第三点是心。',
    ];
    expect(headings('zh-CN', ...lists)).toEqual(['## 要点', '## 要点（二）']);
  });

  test('a question is not a point, with a question mark or without', () => {
    expect(drafted('en', 'How large may that file be?')).toEqual([]);
    expect(drafted('en', 'Are there any recommendations in terms of governance as well.')).toEqual([]);
    expect(drafted('zh-CN', '你们的文件最大能有多大呢，能不能超过两个TB呢？')).toEqual([]);
  });

  test('fewer bullets rather than halves and remarks', () => {
    const said =
      '我知道大家都在用这个系统。只不过这个系统要先打头部用户。数据库的索引必须放在内存里。我们第一感觉是很便宜。磁盘的成本每年下降三成。日志压缩以后再存到对象存储。';
    expect(drafted('zh-CN', said).slice(1)).toEqual([
      '- 磁盘的成本每年下降三成 [L1]',
      '- 日志压缩以后再存到对象存储 [L1]',
    ]);
  });
});

describe('an exchange', () => {
  const question = saidOf(['主持人：谢谢分享。我想问一下陈老师，小团队早期应该怎么控制成本？']);

  test('has the sentence that asks, and what each one answers', () => {
    const draft = draftExchange(
      {
        question,
        answers: [
          {
            speaker: '陈以安',
            said: [{ line: 3, text: '这个问题很好。第一是不要自建机房。第二是把日志压缩以后再存。' }],
          },
          { speaker: '主持人', said: [{ line: 5, text: '好的，谢谢陈老师。' }] },
        ],
      },
      'zh-CN',
    );
    expect(draft.question && fieldText(draft.question, 'zh-CN')).toBe('小团队早期应该怎么控制成本？ [L1]');
    expect(exchangeBody(draft.answers, 'zh-CN')).toBe(
      [
        '### 陈以安',
        '',
        '1. 不要自建机房 [L3]',
        '2. 把日志压缩以后再存 [L3]',
        '',
        '<!-- 第一是不要自建机房。第二是把日志压缩以后再存。 -->',
        '',
      ].join('\n'),
    );
  });
});

const CHINESE = fc.constantFrom(
  ...'我们的数据库在第一点第二种比如说其实就是TiDB、收入超过1000万、增长了3倍、没有超过10年、所以这个系统能扩展、如果客户需要、效率是最难的、开源软件、不要害怕竞争、大家好、谢谢、为什么、嗯嗯、性能好、从2018年到2020年'.split(
    '、',
  ),
);
const ENGLISH = fc.constantFrom(
  ...'we have 260 engineers;the storage engine;is never late;you know;first,;second,;because TiDB 5.0 is fast;more than 40%;I think;thank you;for example,;did not take 3 months;there are two reasons;the log grows'.split(
    ';',
  ),
);
const HOSTILE = fc.constantFrom(
  '-->',
  '<script>',
  '[L3]',
  '| a |',
  '**',
  '{.steps}',
  '```',
  '/p>',
  '&lt;',
  '](x)',
  '# ',
  '\uFFFD',
  '1. ',
  '::: ',
  '$x$',
  '---',
);
const speech = (words: fc.Arbitrary<string>, join: string, marks: readonly string[]) =>
  fc.array(
    fc
      .array(fc.tuple(fc.oneof({ weight: 12, arbitrary: words }, HOSTILE), fc.constantFrom(...marks)), {
        minLength: 1,
        maxLength: 30,
      })
      .map((parts) => parts.map(([word, mark]) => word + mark).join(join)),
    { minLength: 1, maxLength: 12 },
  );
const inChinese = speech(CHINESE, '', ['，', '。', '', '？', ', ', '：']);
const inEnglish = speech(ENGLISH, ' ', ['', '', ',', '.', '?', ';']);

describe('whatever is said', () => {
  test.each([
    ['zh-CN', inChinese],
    ['en', inEnglish],
  ] as const)('every point stands in its lines, passes the claim check and fits (%s)', (lang, lines) => {
    fc.assert(
      fc.property(lines, (texts) => {
        const said = texts.map((text, index) => ({ line: 2 * index + 1, text }));
        const transcript = { lines: texts.flatMap((text) => [text, '']) };
        const draft = draftTalk(said, lang);
        const exchange = draftExchange({ question: said, answers: [{ speaker: 'A', said }] }, lang);
        const points = [
          ...pointsOf(draft),
          ...exchange.answers.flatMap(answerPoints),
          ...(exchange.question ? [exchange.question] : []),
        ];
        for (const point of points) {
          expect(stands(point, said), `${point.text} ${JSON.stringify(point.lines)}`).toBe(true);
          expect(checkClaim({ text: point.text, lang }, transcript, [point.lines])).toEqual([]);
        }
        const script = lang === 'en' ? 'en' : 'zh';
        for (const section of draft.sections) {
          if (section.kind !== 'points' && section.kind !== 'steps') continue;
          for (const { text } of section.points) {
            expect(sizeOf(text, script)).toBeLessThanOrEqual(LONGEST[script]);
          }
        }
        expect(draftTalk(said, lang)).toEqual(draft);
      }),
      { numRuns: runs(25, 200) },
    );
  });

  test('nothing said gives nothing', () => {
    expect(draftTalk([], 'zh-CN')).toEqual({ title: null, takeaway: null, sections: [] });
    expect(draftTalk([{ line: 1, text: '……' }], 'zh-CN')).toEqual({
      title: null,
      takeaway: null,
      sections: [],
    });
    expect(draftExchange({ question: [], answers: [] }, 'en')).toEqual({ question: null, answers: [] });
  });
});
