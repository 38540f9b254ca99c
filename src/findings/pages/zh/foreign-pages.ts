import type { FOREIGN_FINDINGS } from '../../messages/foreign-messages.ts';
import type { PageTable } from '../explain-page.ts';

/** How to have it shown anyway. */
const shownWith = (code: string) =>
  `想让大家看到它本身，就写在反引号里；event.md 里的 \`allow: [${code}]\` 让它全部原样显示，而它在那里不起任何作用。`;

export const FOREIGN_PAGES: PageTable<typeof FOREIGN_FINDINGS> = {
  'html-as-text': {
    title: 'HTML',
    meaning: `摘要是 Markdown，里面的 HTML 从不运行，标签会原样显示在幻灯片上：有的是自己写的，有的是从 Word、Google Docs 或网页粘贴时带来的。只有 \`<br>\` 会读作换行。意思明确的，\`check --fix\` 会改写成 Markdown：\`<b>\`、\`<i>\`、\`<s>\`、\`<kbd>\`、\`<a href>\`、\`<img>\`、\`<summary>\`，以及段落、\`<details>\` 和 \`<picture>\`（去掉标签）。${shownWith('html-as-text')}`,
  },
  'slidev-markup': {
    title: 'Slidev 的写法',
    meaning: `talkdeck 生成的是 Slidev 幻灯片，摘要却不是。点击标签（\`<v-click>\`）、组件（\`<Tweet />\`、\`::alert\`、\`:icon{name=x}\`）、插槽（\`::right::\`）、单页设置（\`---\` 之间的 \`layout:\`）、从文件引入的代码（\`<<<\`）和编辑器（\`{monaco}\`）会原样显示在幻灯片上。要点本来就逐条出现，一节的外观由它的 Markdown 决定。\`check --fix\` 会删掉点击标签和 \`{monaco}\`。${shownWith('slidev-markup')}`,
  },
  'marp-markup': {
    title: 'Marp 的写法',
    meaning: `Marp 从注释（\`_class: lead\`）和图片说明（\`![bg right]\`）里读取指令。在这里，注释是演讲备注，图片说明说的是图片内容。指令独占一个注释时，\`check --fix\` 会删掉它。${shownWith('marp-markup')}`,
  },
  'reveal-markup': {
    title: 'reveal.js 的写法',
    meaning: `reveal.js 从注释（\`.slide:\`、\`.element:\`）里读取指令，并用两个连字符开始下方的一页。在这里，注释是演讲备注，标题开始新的一页。指令独占一个注释时，\`check --fix\` 会删掉它。${shownWith('reveal-markup')}`,
  },
  'pandoc-markup': {
    title: 'pandoc 或 Quarto 的写法',
    meaning: `围栏块（\`::: {.notes}\`），标题和文字后面的属性（\`{.red}\`），图片的属性（\`{width=50%}\` 和位置除外），网格表格，简单表格（表头下面是 \`------ ----\`），停顿（\`. . .\`），行块，参考文献（\`[@smith2020]\`），LaTeX 命令、\`\\(\` 与 \`\\)\` 之间的公式和会运行的单元（\`{python}\` 代码块）是 pandoc 和 Quarto 的写法，有些也是 VuePress 的。它们会原样显示在幻灯片上。\`check --fix\` 会把 \`::: {.notes}\` 改成注释，把单元改成普通代码块，把简单表格改成带 \`|\` 的表格，把 \`\\(x\\)\` 改成 \`$x$\`。${shownWith('pandoc-markup')}`,
  },
  'site-markup': {
    title: '网站或维基的写法',
    meaning: `MkDocs 的提示框（\`!!! note\`）、Obsidian 和维基的链接（\`[[Notes]]\`）、目录（\`[toc]\`）、缩写的释义（\`*[HTML]: ...\`），生成器和模板的指令（\`{% ... %}\`、\`{{ ... }}\`），Obsidian 的注释（\`%% ... %%\`），Logseq 的属性和块引用（\`collapsed:: true\`、\`((...))\`），MDX 的表达式（\`{/* ... */}\`），以及其他语言的写法（reStructuredText、AsciiDoc、Org、Textile、BBCode、Jira）在这里没有意义，会原样显示在幻灯片上。${shownWith('site-markup')}`,
  },
  'extension-as-text': {
    title: '其他工具的 Markdown',
    meaning: `脚注、提示框、定义、公式和按名字写的表情都能显示；看着像、其实不是的，会原样显示在幻灯片上：没有内容的脚注标记（\`[^1]\`）、不存在的表情名（\`:rockett:\`）、未知类型的提示框（\`> [!BUG]\`）、没有词条的定义，以及没有结尾的公式（\`$$\`）。${shownWith('extension-as-text')}`,
  },
  'reference-undefined': {
    title: '没有给出地址的链接',
    meaning: `\`[文字][名称]\` 链接到 \`[名称]: https://...\` 那一行给出的地址。没有这一行，方括号就会原样显示在幻灯片上。${shownWith('reference-undefined')}`,
  },
  'notes-as-text': {
    title: '开头像演讲备注的一行',
    meaning:
      '在 reveal.js 和 pandoc 里，`Note:` 后面的文字只给演讲人看；在这里它是正文，会显示在幻灯片上。演讲备注要写在注释里。一节末尾的这样一段，`check --fix` 会改成注释。它只是警告，因为也可能真是写给大家看的；event.md 里的 `allow: [notes-as-text]` 表示确实如此。',
  },
  'diagram-as-code': {
    title: '不会绘制的图',
    meaning:
      '图由浏览器从 `mermaid` 代码块绘制。PlantUML 之类要发送到服务器，或需要另外的程序，所以显示为代码。event.md 里的 `allow: [diagram-as-code]` 表示有意如此。',
  },
};
