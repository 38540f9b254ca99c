import type { WordsOf } from '../message.ts';
import type { MadeSlide, SLIDE_FINDINGS, UnbreakableText } from '../slide-messages.ts';
import { stopped } from './phrases.ts';

export const SLIDE_WORDS: WordsOf<typeof SLIDE_FINDINGS> = {
  'missing-glyph': ({ char, problem, count }) => {
    const code = codeOf(char);
    const times = count === 1 ? '' : `，这里出现了 ${count} 次`;
    switch (problem.type) {
      case 'script':
        return {
          what: `自带字体里没有这种文字：${problem.script}，例如“${char}”（${code}）${count === 1 ? '' : `等 ${count} 个字符`}。`,
          why: '在幻灯片、备注和 PDF 里，每个字都会是空框。',
          fix: `用拉丁字母写或翻译；或者${OWN_FONT}。`,
        };
      case 'package':
        return {
          what: `“${char}”（${code}）${count === 1 ? '' : `等 ${count} 个字符`}需要字体包 ${problem.name}，它还没有安装。`,
          why: '没有它会出现空框，或者显示成别的语言的字形。',
          fix: `在活动文件夹里运行“${problem.command}”；或者${OWN_FONT}。`,
        };
      case 'han': {
        const common = char.normalize('NFKC');
        return {
          what: `自带字体里没有汉字“${char}”（${code}）${times}。`,
          why: BOX,
          fix: `${common === char ? '写它的通用字形' : `写“${common}”（${codeOf(common)}），看起来一样`}，或说明它怎么构成，例如“金旁加光”；或者${OWN_FONT}。`,
        };
      }
      case 'sign':
        return {
          what: `自带字体里没有“${char}”（${code}）${times}。`,
          why: BOX,
          fix: `换成常见的符号或文字；或者${OWN_FONT}。`,
        };
      case 'control':
        return {
          what: `${code} 是控制字符${times}。`,
          why: '它对读者没有意义，在幻灯片上会是空框。',
          fix: '删掉它；从终端或 PDF 复制的文字里可能带有编辑器不显示的控制字符。',
        };
      case 'private':
        return {
          what: `“${char}”（${code}）是私用区字符，本身没有含义${times}。`,
          why: '只有输入时所用的字体（如图标字体）能画出它，在这里会是空框。',
          fix: '写出它所代表的文字或符号。',
        };
      case 'unassigned':
        return { what: `${code} 不是字符${times}。`, why: BOX, fix: '删掉它，或者写出本来要写的字符。' };
      case 'surrogate':
        return {
          what: `${code} 只是半个字符${times}。`,
          why: BOX,
          fix: '直接写出字符，或者把两半写成一个转义，例如“\\U0001F600”。',
        };
      case 'replacement':
        return {
          what: `“${char}”（${code}）处丢失了一个字符${times}。`,
          why: '写入或复制这段文字的程序弄错了编码。',
          fix: '补上原来的字符。',
        };
    }
  },
  'text-too-long': ({ what, lines, most }) => ({
    what: `${UNBREAKABLE[what].name}用最小的字号也要 ${lines} 行，只放得下 ${most} 行。`,
    why: '它不能接到下一页，字再小最后一排就看不清了。',
    fix: UNBREAKABLE[what].fix,
  }),
  'slide-failed': ({ deck, slide, detail, problem }) => {
    const isOfPowerPoint = problem === 'picture-lost';
    return {
      what: `${isOfPowerPoint ? `${deck} 的 PowerPoint 文件不完整` : `${deck} 第 ${slide} 页无法显示`}：${stopped(detail)}`,
      why: isOfPowerPoint
        ? '它会比幻灯片少内容，所以这份幻灯片什么也没写出。'
        : 'PDF 的这一页会出错，所以没有写出。',
      fix: slideRemedy(problem),
    };
  },
  'theme-request': ({ url }) => ({
    what: `主题请求了 ${url}，它不在主题里。`,
    why: '打印时不访问网络，PDF 可能缺少字体、样式或图片。',
    fix: '把文件放进主题，或者去掉这个引用。',
  }),
  'slide-overflow': ({ slide, deck, detail, made }) => ({
    what: `${deck} 第 ${slide} 页${nameOf(made)}放不下：${stopped(detail)}`,
    why: '一部分内容会被切掉或盖住，所以没有写出 PDF。',
    fix: made ? MADE[made].fix : '缩短这一节，或者分成两节。',
  }),
  'slide-overlap': ({ slide, deck, detail, made }) => ({
    what: `${deck} 第 ${slide} 页${nameOf(made)}有文字被盖住：${stopped(detail)}`,
    why: '重叠的两处都看不清，所以没有写出 PDF。',
    fix: `${made ? MADE[made].fix : '缩短这一节。'}如果改过模板或主题，在那里把两者分开。`,
  }),
  'slide-small-text': ({ slide, deck, detail, inDiagram }) => ({
    what: `${deck} 第 ${slide} 页有文字太小：${stopped(detail)}`,
    why: '最后一排看不清，所以没有写出 PDF。',
    fix: inDiagram
      ? '少画几个框，缩短文字，或者换个方向：“flowchart LR”或“flowchart TD”。'
      : '缩短这一节，或者分成两节。如果改过模板或主题，在那里把字号调大。',
  }),
  'slide-contrast': ({ slide, deck, detail }) => ({
    what: `${deck} 第 ${slide} 页有文字颜色太浅：${stopped(detail)}`,
    why: '投影较暗时看不清，所以没有写出 PDF。',
    fix: '改 event.md 里的颜色（“paper”、“ink”、“accents”），或者改自己的主题。',
  }),
  'image-upscaled': ({ slide, deck, detail }) => ({
    what: `${deck} 第 ${slide} 页放大了一张图片：${stopped(detail)}`,
    why: '在大屏幕上会模糊。',
    fix: '至少按这个宽度重新保存；线条画可以用 SVG，在任何尺寸下都清晰。',
  }),
  'slide-flattened': ({ slide, deck, detail }) => ({
    what: `${deck} 第 ${slide} 页在 PowerPoint 文件里是一张图片：${stopped(detail)}`,
    why: '看起来没问题，但在那里没法编辑。',
    fix: '在这里改好再导出；如果一张图占满整页，也可以改用文字来说。',
  }),
};

const BOX = '在幻灯片、备注和 PDF 里会是空框。';
const OWN_FONT = '在 event.md 里指定有这个字的字体（“font: assets/name.ttf”）';

const MADE: Readonly<Record<MadeSlide, { readonly name: string; readonly fix: string }>> = {
  cover: {
    name: '封面',
    fix: '缩短“title”或“subtitle”，或者一起显示的“host”、“organizer”、“role”、“org”。',
  },
  speaker: { name: '分享人介绍', fix: '缩短这场分享的“facts”、“role”或“org”。' },
  agenda: { name: '目录', fix: '缩短这场分享各节的标题。' },
  takeaway: { name: '要点页', fix: '缩短这场分享的“takeaway”、“role”或“org”。' },
  answered: { name: '回答过的问题', fix: '缩短 content/qa/ 里文件的“question”或“askedBy”。' },
  index: { name: '全部问题', fix: '缩短 content/qa/ 里文件的“question”或“topic”。' },
  question: { name: '问题', fix: '缩短“question”、“topic”、“askedBy”或“askedTo”。' },
  matrix: {
    name: '谁回答了什么',
    fix: '缩短 content/qa/ 里文件的“question”，或者回答者的名字（“### 名字”）。',
  },
  programme: { name: '日程', fix: '缩短各场分享的“title”、“speaker”或“org”。' },
  closing: { name: '最后一页', fix: '缩短 event.md 的“closing”或“organizer”。' },
};

const UNBREAKABLE: Readonly<Record<UnbreakableText, { readonly name: string; readonly fix: string }>> = {
  heading: { name: '标题', fix: '用更少的字说，其余写在标题下面。' },
  title: { name: '封面标题', fix: '缩短“title”，或者一起显示的人名和单位。' },
  takeaway: { name: '要点', fix: '把“takeaway”缩成一句该记住的话。' },
  question: { name: '问题', fix: '缩短“question”，背景放到第一个回答里。' },
  closing: { name: '最后一页', fix: '缩短“closing”。' },
  speaker: { name: '头像下面的文字', fix: '缩短“role”或“org”。' },
  matrix: { name: '“谁回答了什么”的一行', fix: MADE.matrix.fix },
  part: { name: '其中一部分', fix: '缩短最长的标签、数值或单元格，或者图片旁边的文字。' },
};

function nameOf(made: MadeSlide | undefined): string {
  return made ? `（${MADE[made].name}）` : '';
}

function slideRemedy(problem: string): string {
  switch (problem) {
    case 'image':
      return '重新保存图片；如果是图表，在 Mermaid 编辑器里试着改正。';
    case 'not-ready':
      return '再试一次；如果还是这样，简化这一节的图表或图片。';
    case 'glyph':
      return '换一个字符；如果是模板或主题带来的，在那里改。';
    case 'picture-lost':
      return '再试一次；如果还是这样，把图片重新保存为 PNG，或者不带 --pptx 导出。';
    default:
      return '如果改过模板或主题，先看那里；仅靠摘要不应该出现这个问题。';
  }
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
