import type { FINDINGS } from '../../finding.ts';
import type { ExplainWords, PageTable } from '../explain-page.ts';
import type { FindingPage, TOPICS } from '../finding-page.ts';
import { ADVICE_PAGES } from './advice-pages.ts';
import { CITATION_PAGES } from './citation-pages.ts';
import { FILE_PAGES } from './file-pages.ts';
import { FOREIGN_PAGES } from './foreign-pages.ts';
import { FRONT_MATTER_PAGES } from './front-matter-pages.ts';
import { MARKUP_PAGES } from './markup-pages.ts';
import { PICTURE_PAGES } from './picture-pages.ts';
import { SLIDE_PAGES } from './slide-pages.ts';

/** All pages in Chinese; the compiler says which is missing. Loaded when `explain` needs them. */
export const PAGES_IN_CHINESE: PageTable<typeof FINDINGS> = {
  ...FILE_PAGES,
  ...FRONT_MATTER_PAGES,
  ...MARKUP_PAGES,
  ...PICTURE_PAGES,
  ...FOREIGN_PAGES,
  ...CITATION_PAGES,
  ...SLIDE_PAGES,
  ...ADVICE_PAGES,
};

/** The text around the examples, line by line; a test compares it with the pages. */
export const LINES_IN_CHINESE: Readonly<Record<string, string>> = {
  '## Wrong': '## 错误写法',
  '## Right': '## 正确写法',
  '## Given': '## 前提',
  '## Turn it off': '## 关闭',
  'In `content/event.md`, for the whole meetup:': '写在 `content/event.md` 里，对整个活动有效：',
  '`content/event.md` is not there.': '没有 `content/event.md`。',
  '`content/talks/01-ada.md` is not there.': '没有 `content/talks/01-ada.md`。',
  '`content/qa/01-start.md` is not there.': '没有 `content/qa/01-start.md`。',
  '`slides/vite.config.ts` is not there.': '没有 `slides/vite.config.ts`。',
  'A symbolic link to those notes:': '指向那些笔记的符号链接：',
  'The summary itself:': '摘要本身：',
  'A talk whose last line stands there two hundred thousand times:': '最后一行重复二十万次的分享：',
  'A takeaway whose last line stands there twenty times:': '最后一行重复二十次的结论：',
  '`cut.png` ends in the middle:': '`cut.png` 中途断了：',
  '`small.png` is 200 pixels wide:': '`small.png` 宽 200 像素：',
  '`photo.png` is 1960 pixels wide:': '`photo.png` 宽 1960 像素：',
  '`small.png` is 200 dots wide:': '`small.png` 宽 200 像素：',
  '`photo.png` is 1960 dots wide:': '`photo.png` 宽 1960 像素：',
  'Saved as Latin-1, an old Western encoding:': '以 Latin-1（旧的西文编码）保存：',
  'Saved as UTF-8:': '以 UTF-8 保存：',
  'The box `a` would be a picture that is fetched:': '方框 `a` 会是要下载的图片：',
  '`notes.webm` is a text under the name of a video:': '`notes.webm` 是名字像视频的文本：',
};

const TOPICS_IN_CHINESE: Readonly<Record<(typeof TOPICS)[number], string>> = {
  files: '文件',
  'front matter': 'front matter',
  people: '人物',
  sections: '节',
  text: '文字',
  'images and links': '图片和链接',
  citations: '引注',
  look: '外观',
  slides: '页面',
  advice: '建议',
};

/** The page in Chinese; the code in its examples stays as it is. */
function pageInChinese(page: FindingPage): FindingPage {
  const { title, meaning } = PAGES_IN_CHINESE[page.code as keyof typeof PAGES_IN_CHINESE];
  const examples = page.body.slice(page.body.indexOf('\n## ') + 1);
  return {
    ...page,
    title,
    meaning,
    off: page.off && linesInChinese(page.off),
    body: `# ${title}\n\n${meaning}\n\n${linesInChinese(examples)}`,
  };
}

export const EXPLAIN_IN_CHINESE: ExplainWords = {
  page: pageInChinese,
  foundBy: (command) => `由 ${command} 发现`,
  topic: (topic) => TOPICS_IN_CHINESE[topic],
  more: '运行 talkdeck explain CODE 查看详细说明。',
};

/** Fences are code, whatever their lines contain. */
function linesInChinese(markdown: string): string {
  let fence = '';
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^(`{3,})/.exec(line)?.[1] ?? '';
      if (mark !== '' && fence === '') fence = mark;
      else if (mark !== '' && line === fence) fence = '';
      return fence === '' ? (LINES_IN_CHINESE[line] ?? line) : line;
    })
    .join('\n');
}
