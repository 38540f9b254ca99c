import type { ADVICE_FINDINGS, NameSource } from '../advice-messages.ts';
import type { WordsOf } from '../message.ts';

export const ADVICE_WORDS: WordsOf<typeof ADVICE_FINDINGS> = {
  'too-many-points': ({ count, most, below }) => ({
    what: `这里有 ${count} 个要点${below > 0 ? `，其中 ${below} 个在下一级` : ''}；听众大约记得住 ${most} 个。`,
    why: '大家会提前往下读而不听，要点还会分到好几页。',
    fix: '留下最重要的，其余口头讲；或者分成两节。',
  }),
  'long-point': ({ lines, most }) => ({
    what: `这个要点在幻灯片上约占 ${lines} 行；一眼能读完的是 ${most} 行。`,
    why: '读长句的人听不见同时在讲什么。',
    fix: '这里只留核心，其余移到演讲备注。',
  }),
  'no-takeaway': ({ kind }) => ({
    what: `没有说明${THIS[kind] ?? '这一页'}要让人看什么。`,
    why: '看的人会各有理解，或者看不出什么。',
    fix: '下面加一句话；或者写在标题里，例如“## 成本：去年的一半”；或者写进演讲备注。',
  }),
  'no-figures': () => ({
    what: '这场分享没有数字、图片或图表。',
    why: '人们记得住、会转述的往往是数字。',
    fix: '加一个分享里提到的：多少、多久、多贵。',
  }),
  'no-citation': ({ source }) => ({
    what: '这场分享没有引用文字记录的任何一行。',
    why: `没有引注，就没有内容和 event.md 里的 ${source} 核对。`,
    fix: '在有依据的内容后面写行号：“- 260 人 [L65]”。',
  }),
  'weak-support': ({ text, citation, type, words }) => ({
    what:
      type === 'unsaid'
        ? `${citation} 里看不出“${text}”${words.length === 0 ? '' : `，其中没有：${words.slice(0, 6).join('、')}${words.length > 6 ? '……' : ''}`}。`
        : `“${text}”和 ${citation} 有一边是否定的：“${words[0] ?? ''}”只在一边出现。`,
    why: '引用的几行没有说的，分享人可能没有说过。',
    fix:
      type === 'unsaid' ? '引用说到它的那几行；或者写得更贴近原话；或者删去。' : '再读一遍原文，照原意写。',
  }),
  'inconsistent-name': ({ text, right, known, place }) => ({
    what: `“${text}”${KNOWN[known]}写作“${right}”${place === null ? '' : `（${place}）`}。`,
    why: '同一个名称有两种写法，像两个名称，或像笔误。',
    fix:
      known === 'glossary'
        ? `写“${right}”；或者改正 glossary。`
        : `写“${right}”；或者在 event.md 里指定正确写法：“glossary: [${text}]”。`,
  }),
  'joined-names': ({ text, names }) => ({
    what: `“${text}”也许是 ${names.length} 个人的名字。`,
    why: '否则封面上他们只有一个名字、一种颜色，也不能各自回答问题。',
    fix: `不用“speaker”，改写“speakers: [${names.join(', ')}]”。`,
  }),
  'mixed-punctuation': ({ wrong, text, count, right }) => ({
    what: `${wrong === 'half' ? '中文旁边用了半角标点' : '用了全角标点'}：“${text}”${more(count)}。`,
    why: '两种标点的宽度和高度不同，混用像笔误。',
    fix: `写“${right}”。`,
  }),
  'missing-space': ({ text, count, right }) => ({
    what: `中文与西文字母或数字之间没有空格：“${text}”${more(count)}。`,
    why: '中间加空格，两边都更好读。',
    fix: `写“${right}”。`,
  }),
  'extra-space': ({ text, count, right }) => ({
    what: `多了一个空格：“${text}”${more(count)}。`,
    why: '看起来像个洞：全角标点自带空隙，两个词之间一个空格就够。',
    fix: `写“${right}”。`,
  }),
  'typewriter-sign': ({ type, text, right, count }) => ({
    what: `${TYPEWRITER[type]}：“${text}”${count === 1 ? '' : `，这个文件里还有 ${count - 1} 处`}。`,
    why: '这是打字机上的凑合写法，在幻灯片的大字里很显眼。',
    fix: `写“${right}”。`,
  }),
  'look-alike': ({ text, count, right }) => ({
    what: `有个字符只是看起来像要写的那个：“${text}”${count > 1 ? `，共 ${count} 处` : ''}。`,
    why: '搜索、复制和读屏软件会把它当成另一个字符，它还可能来自另一种字体，甚至没有字体。',
    fix: `写“${right}”。`,
  }),
  'answer-by-unasked': ({ name, asked }) => ({
    what: `${name} 回答了，但没有被问到。`,
    why: `问题是问 ${asked.join('、')} 的，幻灯片下面却会出现另一个名字。`,
    fix: `如果也问了 ${name}，加到“askedTo”里；否则改正名字。`,
  }),
  'unanswered-question': ({ asked }) => ({
    what: '这个问题没有人回答。',
    why: '幻灯片会把问题留给听众。',
    fix:
      asked.length === 0
        ? '在标题“### 名字”下面写回答；或者文件名以“_”开头，等有了回答再改回来。'
        : `在“### ${asked[0]}”下面写回答；或者文件名以“_”开头，等有了回答再改回来。`,
  }),
  'differing-number': ({ text, other, place }) => ({
    what: `这里是“${text}”，${place} 却是“${other}”。`,
    why: '两处说的像是同一件事，而听众都会看到。',
    fix: '查清哪个对；或者说明为什么不同，例如年份。',
  }),
  'missing-alt': ({ src }) => ({
    what: `图片 ${src} 没有说明。`,
    why: '看不见图的人，以及听 PDF 朗读的人，不知道上面是什么。',
    fix: `写出图上有什么：![五月起上升的曲线](${src})。`,
  }),
  'small-picture': ({ src, width, height, shown }) => ({
    what: `图片 ${src} 有 ${width} × ${height} 个像素，却要显示成 ${shown} px 宽。`,
    why: '放大以后是模糊的；大屏幕上还要再放大一倍。',
    fix: `另存为至少 ${2 * shown} 像素宽，或者存成 SVG。`,
  }),
  'video-poster': ({ src }) => ({
    what: `视频 ${src} 没有封面图，而它的格式（H.264）不是每个浏览器都能播放。`,
    why: 'PDF 里放的是它的第一帧；npm 带来的浏览器画不出来，导出会失败。',
    fix: '把一帧存成图片，紧跟着视频写上：“{poster=../assets/demo.jpg}”；或者导出为 WebM。',
  }),
  'duplicate-title': ({ title, place }) => ({
    what: `${place} 的标题也是“${title}”。`,
    why: '在目录里，或有人要看某一页时，分不清是哪一页。',
    fix: '在各自的标题里写出不同之处。',
  }),
};

const THIS: Readonly<Record<string, string>> = {
  table: '这个表格',
  bars: '这个图表',
  series: '这个图表',
  stacks: '这个图表',
  figure: '这张图片',
  code: '这段代码',
  diagram: '这张图',
};

const KNOWN: Readonly<Record<NameSource, string>> = {
  glossary: '在 event.md 的 glossary 里',
  'front matter': '在 front matter 里',
  frequency: '在别处',
};

function more(count: number): string {
  return count === 1 ? '' : `，这段文字里还有 ${count - 1} 处`;
}

const TYPEWRITER = {
  quotes: '直引号或直撇号',
  dash: '用连字符代替破折号',
  range: '数字范围之间用了连字符',
  dots: '用句点代替省略号',
} as const;
