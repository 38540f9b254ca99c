import type { MARKUP_FINDINGS, MeantMarkup } from '../markup-messages.ts';
import type { WordsOf } from '../message.ts';
import { isThisMeant, phrase, shortened, stopped } from './phrases.ts';

export const MARKUP_WORDS: WordsOf<typeof MARKUP_FINDINGS> = {
  'empty-body': ({ expected }) => ({
    what: 'front matter 下面没有内容。',
    why: '幻灯片会是空的。',
    fix: `加一节：一行“${expected}…”，下面写文字。`,
  }),
  'text-before-section': ({ expected }) => ({
    what: '这段文字在第一个标题之前。',
    why: `每张幻灯片由一个标题（“${expected}…”）和它下面的内容生成。`,
    fix: `在上面加一行“${expected}…”。`,
  }),
  'heading-level': ({ level, expected }) => ({
    what: `这里不能用 ${level} 级标题。`,
    why: `每一部分都以 ${expected} 级标题开始；幻灯片的标题写在 front matter 里。`,
    fix: `行首写“${'#'.repeat(expected)} ”。`,
  }),
  'empty-heading': () => ({
    what: '这个标题没有文字。',
    why: '幻灯片会没有标题。',
    fix: '在井号后面写上标题。',
  }),
  'empty-section': ({ title }) => ({
    what: `“${title}”这一节没有内容。`,
    why: '没有东西可以显示。',
    fix: '在标题下面写内容，或者删掉标题。在分享里，不带类型的单独标题会成为一张分隔页。',
  }),
  'unknown-kind': ({ kind, suggestion, known }) => ({
    what: `没有“${kind}”这种幻灯片。${isThisMeant(suggestion)}`,
    why: '类型决定这一节怎样显示。',
    fix: `可用的类型：${known.join(', ')}。不写类型时由 Markdown 决定。`,
  }),
  'kind-mismatch': ({ kind, needs, isWhole, found }) => ({
    what: `“${kind}”类型需要${phrase(needs)}，这里却是：${phrase(found)}。`,
    why: '这样没法按这种类型显示。',
    fix: `写${phrase(needs)}${isWhole ? '' : '，上下最多各一个段落'}；或者删掉“{.${kind}}”。`,
  }),
  'unknown-option': ({ kind, option, known }) => ({
    what: `“${kind}”类型没有“.${option}”选项。`,
    why: '它不起作用。',
    fix:
      known.length > 0
        ? `删掉它，或者写${known.map((each) => `“{.${kind} .${each}}”`).join('或')}。`
        : '删掉它：这种类型没有选项。',
  }),
  'log-of-zero': ({ text }) => ({
    what: `${text} 在对数刻度上没有位置。`,
    why: '对数刻度从大于零开始。',
    fix: '去掉这一行，或者用普通刻度：删掉 “.log”。',
  }),
  'marker-misplaced': ({ kind }) => ({
    what: `“{.${kind}}”写在这个标题上不起作用。`,
    why: '只有分享或 event.md 的“## ”标题才会成为某种类型的幻灯片。',
    fix: '删掉它，或者让这个标题自成一节。',
  }),
  'not-a-number': ({ text, problem = 'text' }) => ({
    what: text === '' ? '这一行有空单元格。' : `“${text}”${NO_AMOUNT[problem].is}。`,
    why: '图表按表格里的数字来画。',
    fix: NO_AMOUNT[problem].fix,
  }),
  'ambiguous-number': ({ text }) => ({
    what: `“${text}”可能是千位分隔，也可能是小数。`,
    why: '条的长度会差一千倍。',
    fix: `千位就写 ${text.replaceAll(/[.,]/g, '')}；小数则让这一列每格的小数位数相同。`,
  }),
  'unclosed-comment': () => ({
    what: '从这里开始的注释没有结束。',
    why: '到下一个注释结束处或文件末尾的内容都会变成演讲备注。',
    fix: '在末尾写“-->”。',
  }),
  'unclosed-fence': () => ({
    what: '从这里开始的代码块没有结束。',
    why: '后面的内容都会显示成代码。',
    fix: '在末尾单独写一行同样的符号（```）。',
  }),
  'markup-malformed': ({ text, meant }) => ({
    what: `${shortened(text)} 看起来是${MARKUP[meant].name}，却会当作普通文字。`,
    why: '它会原样出现在幻灯片上。',
    fix: /^\S*[^\S \t]/.test(text)
      ? '把不换行空格（Mac 上按 Option+空格会打出来）换成普通空格，“check --fix”可以自动改。'
      : `${MARKUP[meant].fix}${/^[!-/:-@[-`{-~]/.test(text) ? '如果就是要显示这些字，在前面加反斜杠。' : ''}`,
  }),
  'extra-cells': ({ cells, columns, text }) => ({
    what: `这一行有 ${cells} 格，表格只有 ${columns} 列。`,
    why: `多出的格会被 Markdown 丢掉：${shortened(text)} 不会出现在幻灯片上。`,
    fix: '在表格前两行加一列；如果竖线是文字，写成“\\|”。',
  }),
  'footnote-unshown': ({ label, reason }) => ({
    what: {
      unmarked: `没有标记“[^${label}]”指向这条脚注。`,
      twice: `脚注“[^${label}]”写了两次。`,
      empty: `脚注“[^${label}]”没有内容。`,
      blocks: `脚注“[^${label}]”不止一段文字。`,
    }[reason],
    why: '它不会出现在任何一页上。',
    fix: {
      unmarked: `在相应的地方写上“[^${label}]”，或者删掉它。`,
      twice: '把其中一条换个名字，或者删掉。',
      empty: '在那一行写上内容。',
      blocks: '写成一段，或者单独写一节。',
    }[reason],
  }),
  'formula-malformed': ({ problem }) => ({
    what: `公式无法排版：${stopped(problem)}`,
    why: '幻灯片上会原样显示输入的文字。',
    fix: '改正公式。不是公式的美元符号前面加反斜杠：“\\$”。',
  }),
  'formula-too-wide': ({ width, most }) => ({
    what: `公式用最小的字号也有 ${width} px 宽，幻灯片只放得下 ${most} px。`,
    why: '它会超出幻灯片的边缘。',
    fix: '分成几行：“\\begin{aligned} a &= b \\\\ &= c \\end{aligned}”，或者写成几个公式。',
  }),
  'highlight-outside': ({ range, first, last }) => ({
    what: `代码只有第 ${first} 到 ${last} 行，却要标出 ${range}。`,
    why: '什么也不会标出来。',
    fix: '写存在的行号，从围栏下面的第一行数起。',
  }),
  'empty-part': ({ part }) => ({
    what: `${{ 'code fence': '这个代码块', 'list item': '这个列表项', quote: '这段引用' }[part]}是空的。`,
    why: `幻灯片上只会有${{ 'code fence': '一个灰框', 'list item': '一个圆点', quote: '一条竖线' }[part]}，没有文字。`,
    fix: '写上内容，或者删掉。',
  }),
  'link-not-allowed': ({ href }) => ({
    what: `指向“${href}”的链接会显示成普通文字。`,
    why: '链接可以指向 http:、https: 或 mailto: 地址，或本幻灯片的一页（“#标题”）。',
    fix: '写完整的 https:// 地址，或者去掉链接。',
  }),
  'link-target-missing': ({ href, suggestion }) => ({
    what: `这里没有标题为“${href.slice(1)}”的一节。${isThisMeant(suggestion)}`,
    why: '链接会显示成普通文字。',
    fix: '写“#”和本文件里某一节的完整标题：“[后面](#进展如何)”。',
  }),
};

const MARKUP: Readonly<Record<MeantMarkup, { readonly name: string; readonly fix: string }>> = {
  heading: { name: '标题', fix: '用半角井号，后面加空格：“## 标题”。' },
  list: { name: '列表', fix: '每项以连字符和空格开头：“- 内容”。' },
  'numbered list': { name: '有序列表', fix: '每项以数字、半角句点和空格开头：“1. 内容”。' },
  quote: { name: '引用', fix: '行首写半角“>”和空格。' },
  table: { name: '表格', fix: '用半角“|”，表头下面写一行“|---|---|”，格数相同。' },
  'code fence': { name: '代码块', fix: '写三个反引号：“```”。' },
  comment: { name: '演讲备注', fix: '备注单独成行：行首写“<!--”，行尾写“-->”。' },
  image: { name: '图片', fix: '用半角符号写 ![说明](../assets/file.png)，路径里的空格写“%20”。' },
  link: {
    name: '链接',
    fix: '用半角括号，地址里的空格写“%20”，“check --fix”可以自动改：“[文字](https://example.org/two%20words)”。',
  },
  'bold text': { name: '粗体', fix: '写 **文字**，星号内侧不加空格；边上是引号或括号时，在外侧加空格。' },
  kind: { name: '幻灯片类型', fix: '用半角符号，写在标题最末：“## 标题 {.stats}”。' },
};

const NO_AMOUNT = {
  text: { is: '不是数字', fix: '只写数字，例如 1700；单位写在该列的表头：“参数（亿）”。' },
  range: {
    is: '是一个范围，没有唯一的长度',
    fix: '写一个数，例如中间值或最大值；或者改成普通表格：“{.table}”。',
  },
  date: { is: '是日期，不是数量', fix: '写数量；要说什么时候发生了什么，用日期列表：“{.timeline}”。' },
  unit: { is: '的单位和本列其他行不同', fix: '所有条用同一单位，写在该列的表头：“占比（%）”。' },
} as const;
