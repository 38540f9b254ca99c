/** English phrases within a finding's facts: parts of sentences with only a few forms. */
const PHRASES: Readonly<Record<string, string>> = {
  text: '一段文字',
  'a list': '列表',
  'a group of fields': '一组字段',
  'one name': '一个名字',
  'fields (name: value)': '字段（name: value）',
  'a date (2024-05-31)': '日期（2024-05-31）',
  'a name or a list of names': '一个名字或名字列表',
  'a list, each text on a line "  - text"': '列表，每项单独一行：“  - 文字”',
  'a name, or fields (name: Ada)': '名字，或一组字段（name: Ada）',
  'a list, each item a name, or fields (name: Ada)': '列表，每项是名字或一组字段（name: Ada）',
  'fields (time: 20:00, and title: Coffee)': '一组字段（time: 20:00 和 title: 茶歇）',
  'fields (name: Acme, and logo: assets/acme.svg)': '一组字段（name: Acme 和 logo: assets/acme.svg）',
  'a list, each item fields (name: Acme, and logo: assets/acme.svg)':
    '列表，每项是一组字段（name: Acme 和 logo: assets/acme.svg）',
  'a list, each item fields (time: 20:00, and title: Coffee)':
    '列表，每项是一组字段（time: 20:00 和 title: 茶歇）',
  'one table': '一个表格',
  'one table with two columns, label and number': '一个两列的表格：名称和数字',
  'one table of years or dates in order, and a column of numbers, or up to four for lines':
    '一个表格：依次的年份或日期，加一列数字；折线最多四列',
  'one table of a label and two to five columns of numbers, none of them below zero':
    '一个表格：名称，加两到五列不小于零的数字',
  'one image': '一张图片',
  'one code fence': '一个代码块',
  'one ```mermaid fence': '一个 ```mermaid 代码块',
  'one list': '一个列表',
  'one numbered list': '一个有序列表',
  'one list whose items are "**when** what"': '一个列表，每项写成“**时间** 事件”',
  'one list whose items are "**value** label"': '一个列表，每项写成“**数值** 说明”',
  paragraphs: '段落',
  'one block quote ("> ...")': '一段引用（“> …”）',
  'no more than one paragraph below it': '标题下最多一个段落',
  'it is not a PNG, JPEG, GIF, WebP, AVIF or SVG file': '它不是 PNG、JPEG、GIF、WebP、AVIF 或 SVG 文件',
  'it is not an MP4 or WebM file': '它不是 MP4 或 WebM 文件',
  'it is a Matroska file, not WebM': '它是 Matroska 文件，不是 WebM',
  'it has no pictures': '里面没有画面',
  'it is not there': '文件不存在',
  'there is no such file': '文件不存在',
  'it is a link that leads nowhere': '这个链接指向的文件不存在',
  'ELOOP: it is a link that leads back to itself': 'ELOOP：这个链接又指回自己',
  'it is a link that leads out of content/': '它是指向 content/ 之外的链接',
  'it is a link that leads out of the folder that it must lie in': '这个链接指向了允许的文件夹之外',
  'it is a link, or one is on the way to it': '它是链接，或路径中有链接',
  'it is a link, or one is on the way to it; name the file itself':
    '它是链接，或路径中有链接；请直接写文件本身的路径',
  'it lies outside of content/': '它在 content/ 之外',
  'it is a folder, and no file': '它是文件夹，不是文件',
  'it is a pipe, and no file': '它是管道，不是文件',
  'it is a socket, and no file': '它是套接字，不是文件',
  'it is a device, and no file': '它是设备，不是文件',
  'it is not UTF-8': '它不是 UTF-8',
};

/** A phrase in Chinese if known; else unchanged. */
export function phrase(english: string): string {
  const quoted = /^the text "([\s\S]*)"$/.exec(english)?.[1];
  if (quoted !== undefined) return `文字“${quoted}”`;
  const [, size, limit] = /^it has ([\d.]+ MB), and may have ([\d.]+ MB)$/.exec(english) ?? [];
  return size === undefined ? (PHRASES[english] ?? english) : `大小为 ${size}，上限是 ${limit}`;
}

export function isThisMeant(suggestion: string | null): string {
  return suggestion === null ? '' : `是不是想写“${suggestion}”？`;
}

/** Joins names. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

export function shortened(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;
}

/** Ends with a full stop, unless it already does. */
export function stopped(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}。`;
}

/** A field, or part of one, as shown to people: `facts.0` is 第 1 项 of facts. */
export function fieldInChinese(field: string): string {
  if (field === '') return 'front matter';
  const [, list, index, part] = /^(.+)\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (list === undefined) return `“${field}”`;
  const item = `“${list}”的第 ${Number(index) + 1} 项`;
  return part === undefined ? item : `${item}里的“${part}”`;
}
