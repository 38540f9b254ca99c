import type { CITATION_FINDINGS } from '../../messages/citation-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const CITATION_PAGES: PageTable<typeof CITATION_FINDINGS> = {
  'citation-malformed': {
    title: '差一点就是引注的文字',
    meaning:
      '引注写出文字记录的行：`[L73]`、`[L73-79]` 或 `[L73, L85-87]`，用半角方括号和大写的 L。差一点的写法会原样显示在幻灯片上，而且什么都不会核对。',
  },
  'citation-misplaced': {
    title: '写在不读取引注的地方',
    meaning:
      '引注写在 front matter 下面的正文里，以及 `takeaway`、`facts` 和 `question` 里。写在别的字段里，听众会看到它。',
  },
  'citation-reversed': {
    title: '结束行在开始行之前的引注',
    meaning: '前一个行号比后一个大，所以没有这样的行。请把小的写在前面。',
  },
  'citation-outside': {
    title: '引用了文字记录里没有的行',
    meaning:
      '这句话会没有出处。行号从 1 开始，空行也算；编辑器会显示行号。如果文字记录增删过行，后面的行号就都变了。',
  },
  'unsupported-number': {
    title: '所引的行里没有这个数字',
    meaning:
      '幻灯片不能声称没有说过的话。带引注的句子里，每个数字都会在所引的行里查找，写法不同也算同一个：`120,000,000`、1.2 亿和 120 million 是一样的。请改正数字，或引用有这个数字的行。',
  },
  'unsupported-name': {
    title: '所引的行里没有这个名称',
    meaning:
      '幻灯片不能声称没有说过的话。带引注的句子里，每个西文名称都会在所引的行里查找。请改正名称，或引用有这个名称的行。',
  },
  'turned-number': {
    title: '所引的行否定了这个数字，或给的是范围',
    meaning:
      '所引的行里有这个数字，说的却是另一回事：“没超过 10 年”不是“超过 10 年”，把“80% 到 90%”写成 80% 也不准确。凡是有这个数字的所引行都会查看，有一行与幻灯片说法一致就够了。请按原话写，或写成上下限：“最多 90%”。',
  },
  'transcript-unreadable': {
    title: '无法读取的文字记录',
    meaning:
      '数字和名称要与 `event.md` 的 `source` 所指的文字记录核对。文件是有的，但它不是 UTF-8 编码，或者你没有读取权限；拿乱码去核对，每句话都会显得不实。多数编辑器会在窗口底部显示编码，并能在那里换一种编码保存。\n\n`content/` 里的文字记录必须是独立的文件，不能是指向外面的链接：否则，能改动它的人就能一行一行地打探其他文件的内容。放在别处的文字记录，要由 `source` 直接写出文件，路径中不能有链接。',
  },
  'citations-unchecked': {
    title: '没有核对的引注',
    meaning:
      '数字和名称要与所引的行核对。`event.md` 的 `source` 所指的文字记录不在这台电脑上，所以什么都没有核对。幻灯片照样生成。',
  },
};
