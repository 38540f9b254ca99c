import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/importing/formats/index.ts';
import { fixture, readPieces, sourceOf } from './read.ts';

/** File, format, and expected pieces: line, time and kind (if any), label, text. */
const EXAMPLES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'big5.txt',
    'labels',
    ['1 主持人: 歡迎大家來到這裡。', '2 陳以安: 我們在二一九年開始的時候只有三個人，後來慢慢變成了十個人。'],
  ],
  [
    'bilingual.srt',
    'srt',
    ['1 1s 林晓舟: 大家晚上好，我是晓舟。我们把冷启动从 8 秒降到 1.2 秒。', '2 9.2s matter : [掌声]'],
  ],
  [
    'cn-colon.txt',
    'labels',
    [
      '1 林晓舟: 欢迎大家来到港口数据第十二期。',
      '2 陈以安: 谢谢晓舟。我们的规则只有一条：放在一个文件里。',
      '3 matter : http://harbour.example',
      '4 matter : 时间：2031 年 4 月 2 日',
      '5 观众A: 文件最大能有多大？',
      '6 陈以安: 目前是 2TB。',
    ],
  ],
  [
    'descript.md',
    'timed',
    [
      '1 matter : # Harbour Data 12',
      '3 3s Mara: Welcome to the meetup.',
      '5 12s Tomas: Thank you, Mara. We started in 2019.',
      '7 20s : We have 40 million rows now.',
    ],
  ],
  [
    'feishu-minutes.txt',
    'timed',
    [
      '1 matter : 港口数据第十二期',
      '2 matter : 2031年4月2日 下午 6:00|58分钟 31秒',
      '4 matter : 关键词:',
      '5 matter : 数据库、冷启动、开源',
      '7 matter : 文字记录:',
      '8 3s label 林晓舟: ',
      '9 : 欢迎大家来到港口数据第十二期。',
      '11 12s label 说话人 2: ',
      '12 : 谢谢晓舟，我们 2019 年起步的时候只有三个人。',
    ],
  ],
  [
    'fireflies.json',
    'fireflies-json',
    [
      '1 3s Mara Lindqvist: Welcome to the meetup.',
      '2 12s Tomas Okafor: Thank you, Mara. We started in 2019.',
    ],
  ],
  [
    'gb18030.txt',
    'labels',
    [
      '1 林晓舟: 欢迎大家来到港口数据第十二期。',
      '2 陈以安: 谢谢晓舟。我们的规则只有一条：放在一个文件里。',
      '3 matter : http://harbour.example',
      '4 matter : 时间：2031 年 4 月 2 日',
      '5 观众A: 文件最大能有多大？',
      '6 陈以安: 目前是 2TB。',
    ],
  ],
  [
    'google-meet-notes.txt',
    'timed',
    [
      '1 0s label Mara Lindqvist: ',
      '2 : Welcome to the meetup.',
      '4 0s label Tomas Okafor: ',
      '5 : Thank you, Mara. We started in 2019.',
    ],
  ],
  [
    'google-meet.txt',
    'labels',
    [
      '1 matter : Harbour Data 12 (2031-04-02 18:00 GMT+2) - Transcript',
      '2 matter : Attendees',
      '3 matter : Mara Lindqvist, Tomas Okafor',
      '4 matter : Transcript',
      '5 matter : This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
      '6 matter : 00:00:00',
      '8 0s Mara Lindqvist: Welcome to the meetup.',
      '9 Tomas Okafor: Thank you, Mara. We started in 2019.',
      '10 matter : 00:05:00',
      '11 300s Tomas Okafor: Forty million rows now.',
      '12 matter : Meeting ended after 00:58:31',
    ],
  ],
  [
    'iflytek.txt',
    'timed',
    [
      '1 matter : 港口数据第十二期',
      '3 3s label 说话人1: ',
      '4 : 欢迎大家来到港口数据第十二期。',
      '6 12s label 说话人2: ',
      '7 : 谢谢晓舟，嗯，我们 2019 年起步的时候只有三个人，',
      '8 : 然后做了一个很小的数据库。',
    ],
  ],
  [
    'initials.md',
    'labels',
    [
      '1 matter : | Name | Abbreviation | Organization |',
      '2 matter : |---|---|---|',
      '3 matter : | Mara Lindqvist | MLT | Harbour Data |',
      '4 matter : | Tomas Okafor | TO | Brisk |',
      '6 heading : One file',
      '8 matter : Presenter: Tomas Okafor (TO)',
      '10 TO: We started in 2019. [slide 3]',
      '12 MLT: How large may that file be?',
    ],
  ],
  ['lrc.lrc', 'lrc', ['1 3.1s : 欢迎大家来到港口数据第十二期 我们2019年起步的时候只有三个人']],
  [
    'markdown-bold.md',
    'labels',
    [
      '1 matter : ---',
      '2 matter : title: 港口数据第十二期',
      '3 matter : date: 2031-04-02',
      '4 matter : ---',
      '5 heading : 实录',
      '7 heading : 一个文件的数据库',
      '9 主持人: 下面有请轻舟科技 CTO 陈以安。',
      '11 陈以安: 大家好。我们 2019 年起步的时候只有三个人。',
      '13 heading : 问答',
      '15 提问: 文件最大能有多大？',
      '17 陈以安: 目前是 2TB。',
    ],
  ],
  [
    'name-alone.txt',
    'labels',
    [
      '1 : 01',
      '3 label 林晓舟: ',
      '5 : 欢迎大家来到港口数据第十二期。',
      '7 label 分享人: ',
      '9 : 轻舟科技联合创始人陈以安。陈以安曾就职于北港研究院。',
      '11 : 大家好，我们 2019 年起步的时候只有三个人。',
      '13 : 问答环节',
    ],
  ],
  [
    'otter.txt',
    'timed',
    [
      '1 3s label Mara Lindqvist: ',
      '2 : Welcome to the Harbour Data meetup, thanks for coming.',
      '4 12s label Tomas Okafor: ',
      '5 : Thank you, Mara. We started in 2019 with three people. Our rule was: keep it in one file.',
      '7 3765s label Unknown Speaker: ',
      '8 : How large may that file be?',
      '10 matter : Transcribed by https://otter.ai',
    ],
  ],
  [
    'pdf-text.txt',
    'wrapped',
    [
      '1 MARA LINDQVIST: Welcome to the meetup. Tonight Tomas will tell us how Brisk keeps forty million rows in one single file.',
      '2 TOMAS OKAFOR: Thank you, Mara. We started in 2019 with three people.',
    ],
  ],
  [
    'podcast.md',
    'labels',
    [
      "1 Mara Lindqvist: Welcome back to Night Shift. I'm your host, Mara, and today I'm joined by Tomas.",
      '3 Tomas Okafor: Glad to be here. [laughs]',
      '5 matter : Break: [00:12:00.00]',
      '7 Mara Lindqvist: How many kitchens do you run?',
      '9 Tomas Okafor: Fourteen. It took us six years.',
    ],
  ],
  [
    'podcasting20.json',
    'segments-json',
    ['1 0.5s Mara: Welcome back to Night Shift.', '2 2.3s Tomas: Glad to be here.'],
  ],
  [
    'qa.txt',
    'labels',
    [
      '1 Q: How large may that file be?',
      '3 A: Two terabytes for now.',
      '5 Q: And after that?',
      '7 A: Then you split it. Question 2 is on the slide.',
      '9 Q: Does it run on a phone?',
      '11 A: Yes.',
    ],
  ],
  ['rev.json', 'rev-json', ['1 0.3s Speaker 0: Welcome everyone.', '2 1.5s Speaker 1: Thanks.']],
  [
    'rev.txt',
    'timed',
    [
      '1 3s label Mara Lindqvist: ',
      '2 : Welcome to the Harbour Data meetup.',
      '4 12s label Tomas Okafor: ',
      '5 : Thank you, Mara. We started in 2019 [inaudible 00:00:15] with three people.',
      '7 3765s label Speaker 3: ',
      '8 : [crosstalk 01:02:46] How large may that file be?',
    ],
  ],
  [
    'speaker-tags.srt',
    'srt',
    [
      '1 0.5s SPEAKER_00: Hello and welcome to Night Shift.',
      '2 4s SPEAKER_01: Glad to be here. We run 14 kitchens now.',
      '3 8.15s matter : (laughter)',
    ],
  ],
  [
    'tactiq.txt',
    'timed',
    [
      '1 0s Mara Lindqvist: Welcome to the meetup.',
      '2 12s Tomas Okafor: Thank you, Mara. We started in 2019.',
      '3 20s Tomas Okafor: Forty million rows now.',
    ],
  ],
  [
    'teams-docx.txt',
    'timed',
    [
      '1 matter : Harbour Data 12-20310402_180000-Meeting Recording',
      '2 matter : 2 April 2031, 04:00pm',
      '3 matter : 58m 31s',
      '5 matter : Lindqvist, Mara started transcription',
      '7 3s label Lindqvist, Mara: ',
      '8 : Welcome to the meetup.',
      '9 : Can everybody hear me?',
      '11 12s label Tomas Okafor (Guest): ',
      '12 : Thank you, Mara. We started in 2019.',
      '14 matter : Lindqvist, Mara stopped transcription',
    ],
  ],
  [
    'teams.docx',
    'docx',
    [
      '1 matter : Harbour Data 12-Meeting Recording',
      '2 Lindqvist, Mara: Welcome to the meetup & thanks.',
      '3 Tomas Okafor: We started in 2019.',
    ],
  ],
  [
    'teams.vtt',
    'vtt',
    [
      '1 4.316s Lindqvist, Mara: Good evening. Can everybody hear me?',
      '2 8.406s Tomas Okafor (Guest): Yes. We cut the nightly load from 6 hours to 20 minutes.',
      '3 13.2s Lindqvist, Mara: Mm-hmm.',
    ],
  ],
  [
    'tencent-meeting-2line.txt',
    'timed',
    [
      '1 matter : 港口数据第十二期的快速会议',
      '2 matter : 2031年04月02日 18:00',
      '4 3s label 林晓舟: ',
      '5 : 欢迎大家来到港口数据第十二期。',
      '7 12s label 陈以安(轻舟科技): ',
      '8 : 谢谢晓舟，我们 2019 年起步的时候只有三个人。',
    ],
  ],
  [
    'tencent-meeting.txt',
    'timed',
    [
      '1 matter : 会议主题：港口数据第十二期',
      '2 matter : 会议时间：2031/04/02 18:00-19:00',
      '3 matter : 录制文件：港口数据第十二期',
      '5 3s 林晓舟: 欢迎大家来到港口数据第十二期。',
      '7 12s 陈以安: 谢谢晓舟，我们 2019 年起步的时候只有三个人。',
      '9 3500s 林晓舟: 今天就到这里。',
    ],
  ],
  [
    'tongyi-tingwu.txt',
    'timed',
    [
      '1 matter : 港口数据第十二期',
      '2 matter : 2031年04月02日 18:00',
      '3 matter : 关键词：数据库 冷启动 开源',
      '4 matter : 全文概要：……',
      '6 3s label 发言人1: ',
      '7 : 欢迎大家来到港口数据第十二期。',
      '9 12s label 发言人2: ',
      '10 : 谢谢晓舟，我们 2019 年起步的时候只有三个人。',
    ],
  ],
  [
    'utf16.txt',
    'labels',
    [
      '1 林晓舟: 欢迎大家来到港口数据第十二期。',
      '2 陈以安: 谢谢晓舟。我们的规则只有一条：放在一个文件里。',
      '3 matter : http://harbour.example',
      '4 matter : 时间：2031 年 4 月 2 日',
      '5 观众A: 文件最大能有多大？',
      '6 陈以安: 目前是 2TB。',
    ],
  ],
  ['wechat-article.html', 'html', ['1 林晓舟: 欢迎大家。', '2 陈以安: 我们 2019 年起步。只有三个人']],
  ['whisper.json', 'whisper-json', ['1 0s : Hello and welcome. We run fourteen kitchens.']],
  [
    'whisperx.json',
    'segments-json',
    ['1 0.031s SPEAKER_00: Hello and welcome.', '2 2.5s SPEAKER_01: We run fourteen kitchens. Fourteen?'],
  ],
  [
    'youtube-auto.vtt',
    'vtt',
    ['1 0.16s : so today we talk about a database called brisk', '2 5.12s : how fast is it'],
  ],
  [
    'zoom-chat.txt',
    'timed',
    [
      '1 0s label Ines Duarte: ',
      '2 : How large may that file be?',
      '3 88s label Tomas Okafor: ',
      '4 matter : Replying to "How large may that f..."',
      '6 : 2 TB for now.',
    ],
  ],
  [
    'zoom.vtt',
    'vtt',
    [
      '1 3.12s Mara Lindqvist: Welcome to the Harbour Data meetup, thanks for coming.',
      '2 6.9s Mara Lindqvist: Tonight Tomas will tell us how Brisk keeps 40 million rows in one file.',
      '3 12.01s Tomas Okafor: Thank you, Mara. We started in 2019 with three people and one idea.',
    ],
  ],
];

describe('each of the example files is recognized and read', () => {
  test.each(EXAMPLES)('%s', (file, format, pieces) => {
    const read = readPieces(fixture(`formats/${file}`));
    expect(read.format).toBe(format);
    expect(read.pieces).toEqual(pieces);
  });
});

describe('what a file says about itself', () => {
  test.each([
    ['tencent-meeting.txt', '港口数据第十二期', '2031-04-02'],
    ['feishu-minutes.txt', '港口数据第十二期', '2031-04-02'],
    ['google-meet.txt', 'Harbour Data 12', '2031-04-02'],
    ['teams-docx.txt', 'Harbour Data 12', '2031-04-02'],
    ['markdown-bold.md', '港口数据第十二期', '2031-04-02'],
    ['wechat-article.html', '港口数据第十二期分享实录', null],
    ['lrc.lrc', '港口数据第十二期', null],
    ['otter.txt', null, null],
  ])('%s: %s, %s', (file, title, date) => {
    expect(readPieces(fixture(`formats/${file}`)).facts).toMatchObject({ title, date });
  });
});

describe('what is left out is reported', () => {
  test('closing words that recognition made of silence', () => {
    expect(readPieces(fixture('formats/whisper.json')).damages).toEqual([
      { kind: 'invented', line: null, found: 'Thank you for watching.' },
    ]);
  });

  test('lines of rolling captions that were shown again', () => {
    expect(readPieces(fixture('formats/youtube-auto.vtt')).damages).toEqual([
      { kind: 'rolled', line: null, found: '4 lines' },
    ]);
  });
});

test('of subtitles in two languages, the wanted one is kept', () => {
  expect(readPieces(fixture('formats/bilingual.srt'), 'en').pieces).toEqual([
    '1 1s : Good evening, I am Xiaozhou. We cut the cold start from 8 s to 1.2 s.',
    '2 9.2s matter : [掌声]',
  ]);
});

describe('a file of no known format is refused with what was seen', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'a PDF'],
    ['RTF', '{\\rtf1\\ansi hello}', 'an RTF document'],
    ['other JSON', '{"draft": {"lists": []}, "when": 3}', 'JSON with draft, lists, when'],
    ['nothing but blanks', ' \n\n ', 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'a picture'],
    ['bytes that are nothing', new Uint8Array(64).fill(1), 'not text'],
  ])('%s', (_, content, seen) => {
    expect(() => detectFormat(sourceOf(content, 'x.bin'), null)).toThrow(
      `x.bin is not a transcript in a known format: it is ${seen}.`,
    );
  });

  test('a format that is not known by name', () => {
    expect(() => detectFormat(sourceOf('Ada: Hello.'), 'wordperfect')).toThrow(
      'There is no format wordperfect.',
    );
  });

  test('JSON that breaks off, and JSON that is of another shape', () => {
    const broken = sourceOf('{"segments": [{"text": "a"', 'x.json');
    expect(() => readPieces(broken)).toThrow('x.json is not whole JSON');
    const other = sourceOf('{"segments": 3}', 'x.json');
    expect(() => readPieces(other)).toThrow('x.json has no segments as that format has them');
  });
});
