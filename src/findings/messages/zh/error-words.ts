/** CliErrors in Chinese, by their English template; a test compares them with the sources. */
export const ERROR_WORDS: Readonly<Record<string, string>> = {
  // Files and folders
  'Nothing was written.': '没有写入任何文件。',
  '{0} was changed meanwhile.': '{0} 刚刚被改动过。',
  'Nothing was written. Save it, and run the command again.': '没有写入任何文件。请保存后重新运行命令。',
  '{0} is a link, and nothing is written where it leads.': '{0} 是链接，不会写入它指向的位置。',
  'Remove the link, or put a folder in its place.': '请删除这个链接，或换成文件夹。',
  'Cannot write {0}: {1}': '无法写入 {0}：{1}',
  'Cannot remove {0}: {1}': '无法删除 {0}：{1}',
  'Cannot read {0}: {1}': '无法读取 {0}：{1}',
  'talkdeck dev could not be started in {0}.': '无法在 {0} 启动 talkdeck dev。',
  'Cannot read {0}: {1}.': '无法读取 {0}：{1}。',
  'Cannot empty {0}: {1}': '无法清空 {0}：{1}',
  'The files that were there before are untouched. Look at the permissions and the space on the disk.':
    '原有文件没有改动。请检查权限和磁盘空间。',
  'Files that were there before are untouched. Look at the permissions and the space on the disk.':
    '原有文件没有改动。请检查权限和磁盘空间。',
  'Cannot write to the folder for temporary files, {0}: {1}': '无法写入临时文件夹 {0}：{1}',
  'Look at its permissions and the space on its disk, or name another folder with the TMPDIR environment variable.':
    '请检查它的权限和所在磁盘的空间，或用环境变量 TMPDIR 指定别的文件夹。',
  '"{0}" is no address of a model.': '“{0}”不是模型的地址。',
  'Write --llm http://127.0.0.1:11434/v1, or the address that your service names. A key belongs into TALKDECK_LLM_KEY.':
    '请写 --llm http://127.0.0.1:11434/v1，或服务商给出的地址。密钥放在 TALKDECK_LLM_KEY 里。',
  'The key in TALKDECK_LLM_KEY would be sent to {0} without encryption.':
    'TALKDECK_LLM_KEY 里的密钥会不加密地发给 {0}。',
  'Use an address that begins with https://, or unset the key.': '请用 https:// 开头的地址，或取消密钥。',
  'Nothing answers at {0}: {1}': '{0} 没有应答：{1}',
  "Start the model's server, or correct --llm. Nothing was written.":
    '请启动模型的服务，或改正 --llm。没有写入任何文件。',
  '{0} refuses the key ({1}).': '{0} 不接受密钥（{1}）。',
  'Put the right one into the environment variable TALKDECK_LLM_KEY. Nothing was written.':
    '请把正确的密钥放进环境变量 TALKDECK_LLM_KEY。没有写入任何文件。',
  '{0} has no model "{1}", or is not the address of one (404).':
    '{0} 没有模型“{1}”，或不是模型的地址（404）。',
  'Correct --llm, which usually ends in /v1, or --model. Nothing was written.':
    '请改正 --llm（一般以 /v1 结尾）或 --model。没有写入任何文件。',
  '--llm, --prompt and --answers are three ways of asking a model.':
    '--llm、--prompt 和 --answers 是请模型帮忙的三种方式。',
  'Use one of them.': '请只用其中一种。',
  '--llm and --model belong together.': '--llm 和 --model 要一起用。',
  'Write --llm http://127.0.0.1:11434/v1 --model NAME.':
    '请写 --llm http://127.0.0.1:11434/v1 --model NAME。',
  'Nobody is there to agree to sending the transcript to {0}.': '没有人同意把文字记录发给 {0}。',
  'Say so with --yes. Nothing was sent.': '请用 --yes 表示同意。没有发送任何内容。',
  'There is no answer in {0}.': '{0} 里没有回答。',
  'It should have a JSON object with an "id" for each task of --prompt; text around them is passed over.':
    '其中每项 --prompt 的任务应有一个带 "id" 的 JSON 对象，前后的文字会略过。',
  'there is no such file': '文件不存在',
  'ELOOP: it is a link that leads back to itself': 'ELOOP：这个链接又指回自己',
  'it is a link that leads nowhere': '这个链接指向的文件不存在',
  'it is a link that leads out of the folder that it must lie in': '这个链接指向了允许的文件夹之外',
  'it is a link, or one is on the way to it': '它是链接，或路径中有链接',
  'it is {0}, and no file': '它是{0}，不是文件',
  'a folder': '文件夹',
  'a pipe': '管道',
  'a socket': '套接字',
  'a device': '设备',
  'it has {0}, and may have {1}': '大小为 {0}，上限是 {1}',

  // content/
  'There is no content/ folder in {0}.': '{0} 里没有 content/ 文件夹。',
  'Run talkdeck where your content/ folder is, or name that place with --root DIR.':
    '请在 content/ 所在的文件夹里运行 talkdeck，或用 --root DIR 指定那个位置。',
  "{0} is a link that leads out of the meetup's folder.": '{0} 是指向活动文件夹之外的链接。',
  'Move the folder itself here, or name the place where it is with --root DIR.':
    '请把那个文件夹移到这里，或用 --root DIR 指定它所在的位置。',
  "There is no {0}/event.md in {1}, so it is not a meetup's folder.":
    '{1} 里没有 {0}/event.md，因此不是活动的文件夹。',
  'Run talkdeck where your content/ folder is, name that place with --root DIR, or begin with "talkdeck init".':
    '请在 content/ 所在的文件夹里运行 talkdeck，用 --root DIR 指定那个位置，或先运行 talkdeck init。',

  // Names given to commands
  'HTML files are not exported in parts.': 'HTML 文件不能分片导出。',
  'Markdown, articles and calendars are not exported in parts.': 'Markdown、文章和日历不能分片导出。',
  'Export them on one machine, without --shard.': '请在一台机器上导出，不加 --shard。',
  'There is no deck "{0}".': '没有名为“{0}”的幻灯片。',
  'Did you mean "{0}"?': '是不是想写“{0}”？',
  'There are: {0}.': '现有：{0}。',
  'Known are: {0}.': '可用：{0}。',
  'There is no finding "{0}".': '没有名为“{0}”的问题代码。',
  '"talkdeck explain" alone lists them all.': '运行 talkdeck explain 可列出全部代码。',
  'The {0} is empty.': '{0}是空的。',
  title: '标题',
  speaker: '分享人',
  name: '姓名',
  question: '问题',
  'Write it after {0}.': '请写在 {0} 后面。',
  'Put it in quotes after the command.': '请加上引号，写在命令后面。',
  'There is a file {0} already.': '文件 {0} 已存在。',
  'It was left as it is.': '它保持原样。',
  '"{0}" is taken {1} times.': '“{0}”已被用了 {1} 次。',
  'Tell them apart by their names.': '请换用能区分的名字。',
  'This question is there already: {0}.': '这个问题已经有了：{0}。',
  'Write the answer there.': '请把回答写在那里。',
  'Nobody is called {0} here.': '这里没有人叫“{0}”。',
  'Nobody is called {0} here. Did you mean {1}?': '这里没有人叫“{0}”。是不是想写“{1}”？',
  'There is no talk yet.': '现在还没有分享。',
  '{0} cannot be read as a deck: {1}.': '{0} 不能作为幻灯片读取：{1}。',
  'it is not Markdown': '它不是 Markdown',
  'Behind --from stands the Markdown of a deck for Slidev, Marp, reveal.js or pandoc.':
    '--from 后面应是 Slidev、Marp、reveal.js 或 pandoc 幻灯片的 Markdown 文件。',

  // import
  'There is no file {0}.': '没有文件 {0}。',
  'Name a transcript.': '请指定文字记录。',
  'Name a transcript; a long one goes in parts.': '请指定文字记录；太长的可以分成几份。',
  '{0} is empty.': '{0} 是空的。',
  'There is no format {0}.': '没有名为“{0}”的格式。',
  '{0} is not a transcript in a known format: it is {1}.': '{0} 不是已知格式的文字记录：它是{1}。',
  'Known formats are listed in docs/import.md; name one with --format.':
    '已知格式见 docs/import.md，可用 --format 指定。',
  'If it is a transcript all the same, name its format with --format (docs/import.md lists them).':
    '如果它确实是文字记录，请用 --format 指定格式（见 docs/import.md）。',
  'Name another format with --format.': '请用 --format 指定别的格式。',
  empty: '空文件',
  'not text': '非文本文件',
  'JSON with {0}': '含有 {0} 的 JSON',
  'a PDF': ' PDF',
  'Make text of it first: pdftotext -layout FILE, then import that.':
    '请先转成文本：pdftotext -layout FILE，再导入。',
  'an RTF document': ' RTF 文档',
  'Save it as text or as .docx, then import that.': '请另存为文本或 .docx，再导入。',
  'an old Word document': '旧版 Word 文档',
  'Save it as .docx, then import that.': '请另存为 .docx，再导入。',
  'a ZIP archive without a Word document in it': '不含 Word 文档的 ZIP 压缩包',
  'Unpack it and import what is in it.': '请解压后导入里面的文件。',
  'a picture': '图片',
  'Import text, not its picture.': '请导入文本，而不是图片。',
  'a recording': '录音或录像',
  'Let a service or Whisper make a transcript of it, then import that.':
    '请先用转写服务或 Whisper 生成文字记录，再导入。',
  '{0} is not whole JSON: {1}': '{0} 不是完整的 JSON：{1}',
  'Export it again.': '请重新导出。',
  '{0} has no {1} as that format has them: {2} ({3}).': '{0} 里没有这种格式应有的 {1}：{2}（{3}）。',
  'at the top': '最外层',
  '{0} has no word/document.xml.': '{0} 里没有 word/document.xml。',
  'Nobody has the label {0} in this transcript.': '这份文字记录里没有标签 {0}。',
  '"{0}" is not a language tag.': '“{0}”不是语言标签。',
  'With --from the transcript says who speaks.': '用了 --from，分享人由文字记录得出。',
  'Leave out --speaker, or write the talks with: talkdeck import --speaker LABEL=NAME.':
    '不写 --speaker，或者用 talkdeck import --speaker 标签=姓名 来写分享。',
  'Write one such as zh-CN or en.': '请写 zh-CN、en 这样的标签。',
  '"{0}" is not a day.': '“{0}”不是日期。',
  'Write year, month and day: 2031-04-02.': '请写年、月、日：2031-04-02。',
  '--speaker "{0}" has no label and name.': '--speaker "{0}" 缺少标签或姓名。',
  'Write both: --speaker "SPEAKER_01=Ada".': '两样都要写：--speaker "SPEAKER_01=Ada"。',

  // build and templates
  'A deck begins with "{0}", not with front matter.': '有一份幻灯片的开头是“{0}”，不是 front matter。',
  'Let the templates speaker.md.hbs and qa.md.hbs begin with a line of three hyphens (docs/templates.md).':
    '模板 speaker.md.hbs 和 qa.md.hbs 的第一行应是三个连字符（见 docs/templates.md）。',
  '{0} was not made by talkdeck, and a generated file of that name is to be written.':
    '{0} 不是 talkdeck 生成的，而现在要生成一个同名文件。',
  'Give it another name, or let it be overwritten: talkdeck build --force':
    '请给它改名，或允许覆盖：talkdeck build --force',
  'Whether it may be overwritten cannot be told. Look at its permissions, or move it away.':
    '无法判断能不能覆盖它。请检查它的权限，或把它移走。',
  'There is no template {0}/{1}.css.': '没有模板 {0}/{1}.css。',
  'There is no template {0}.md.hbs.': '没有模板 {0}.md.hbs。',
  'There is no template {0}/{1}.html.hbs.': '没有模板 {0}/{1}.html.hbs。',
  'There is no template {0}/{1}.md.hbs.': '没有模板 {0}/{1}.md.hbs。',
  '{0}:{1}:{2}: the template asks for "{3}", which this document does not have.':
    '{0}:{1}:{2}：模板用到了“{3}”，而这份文档没有这个值。',
  'The values of documents are listed in docs/export.md.': '文档有哪些值，见 docs/export.md。',
  'A calendar needs the day of the meetup.': '日历需要活动的日期。',
  'Write it into content/event.md, such as date: 2026-05-01.':
    '请写进 content/event.md，例如 date: 2026-05-01。',
  '{0}:{1}:{2}: the template asks for "{3}", which this page does not have.':
    '{0}:{1}:{2}：模板用到了“{3}”，而这个网页没有这个值。',
  'The values of each page are listed in docs/site.md.': '各个网页有哪些值，见 docs/site.md。',
  '{0} is not as talkdeck wrote it, and a page of the site is to be written there.':
    '{0} 不是 talkdeck 写出的样子，而网站有一个文件要写在那里。',
  'Move it away, or delete it if nobody needs it.': '请把它移走；没有人需要的话，可以删除。',
  'Cannot read the template {0}: {1}': '无法读取模板 {0}：{1}',
  '{0} is a file, but should be a folder of templates.': '{0} 是文件，这里应是放模板的文件夹。',
  '{0}:{1}:{2}: the template asks for "{3}", which this slide does not have.':
    '{0}:{1}:{2}：模板用到了“{3}”，而这一页没有这个值。',
  'The values of each kind of slide are listed in docs/templates.md.':
    '每种页面有哪些值，见 docs/templates.md。',
  '{0}:{1}: this is not a valid Handlebars template.\n{2}': '{0}:{1}：这不是有效的 Handlebars 模板。\n{2}',
  'There is no theme at {0}.': '{0} 处没有主题。',

  '{0} was not what talkdeck wrote: that file is {1} now. To show it, put it in the place of the one in content/assets/.':
    '{0} 不是 talkdeck 写的那个文件，现在改名为 {1}。要显示它，请用它替换 content/assets/ 里的那个。',
  '{0} was edited by hand: that version is {1} now, and differs first in line {2}. To keep the change, make it in {3}, or, for all slides of a kind, in a template (docs/templates.md).':
    '{0} 被手工改过：那个版本现在是 {1}，从第 {2} 行开始不同。要保留改动，请写进 {3}；要改一类页面，请写进模板（见 docs/templates.md）。',
  '{0} was removed: {1}.': '已删除 {0}：{1}。',
  'there are no questions any more': '已经没有问题了',
  'its talk is gone': '对应的分享已经没有了',

  // dev and present
  'Cannot listen on {0}:{1}: {2}': '无法监听 {0}:{1}：{2}',
  'The ports {0} to {1} are taken.': '端口 {0} 到 {1} 都已被占用。',
  'Port {0} is taken.': '端口 {0} 已被占用。',
  'Name another one with --port.': '请用 --port 指定别的端口。',
  'A browser cannot be shown what lies in {0}: {1} means something in an address or a script.':
    '浏览器无法显示 {0} 里的内容：“{1}”在网址或脚本里有特殊含义。',
  'Give the folder another name. build, check and export work in it as it is.':
    '请给文件夹改名。build、check 和 export 不受影响。',
  'No summary is valid yet: `talkdeck check` says what to fix.':
    '还没有一份摘要是正确的，要改的地方请看 talkdeck check。',
  'Slide {0} of {1} cannot be shown: {2}': '{1} 的第 {0} 页无法显示：{2}',
  'talkdeck export says more of it.': '详情请运行 talkdeck export。',

  // export
  'Interrupted. {0}': '已中断。{0}',
  'Every file is either as it was, or new and whole.': '每个文件要么保持原样，要么是完整的新文件。',
  'The export stopped ({0}).': '导出停止了（{0}）。',
  'exit code {0}': '退出码 {0}',
  'The export was interrupted.': '导出已中断。',
  'It holds pictures of an earlier look at the slides. Look at its permissions, or delete it.':
    '里面是以前检查幻灯片时的截图。请检查它的权限，或删除它。',
  '{0} is damaged, or no shard.': '{0} 已损坏，或不是分片。',
  'Export this shard once more.': '请重新导出这个分片。',
  'Nothing was written. Export this shard once more.': '没有写入任何文件。请重新导出这个分片。',
  '{0} was made {1}.': '{0} 不能合并：{1}。',
  'from another state of content/ or templates/': '导出时的 content/ 或 templates/ 与现在不同',
  'with another theme (templates/theme), or by another version of talkdeck':
    '导出时的主题（templates/theme）或 talkdeck 版本与现在不同',
  'Export all shards from one commit, and merge them with the same commit checked out.':
    '请从同一个提交导出全部分片，并在检出该提交时合并。',
  'There is no shard in {0}.': '{0} 里没有分片。',
  'Name the folders that hold the files {0} and so on.': '请指定放有 {0} 等文件的文件夹。',
  '{0} holds what "export {1}" gives, and {2} what "export {3}" does.':
    '{0} 是 export {1} 的结果，{2} 却是 export {3} 的结果。',
  'Export all shards with the same options.': '请用相同的选项导出全部分片。',
  'Shard {0} of {1} is missing.': '缺少第 {0} 个分片（共 {1} 个）。',
  'Name the folder that holds {0}, too.': '请把放有 {0} 的文件夹也写上。',
  'It is of an earlier export, and must not be merged.': '它来自以前的导出，不能拿来合并。',
  '{0} holds {1}.': '{0} 里{1}。',
  'a deck "{0}", which the meetup does not have': '有活动中没有的幻灯片“{0}”',
  'a file "{0}", which is none of the deck {1}': '有不属于幻灯片 {1} 的文件“{0}”',
  'no file "{0}"': '没有文件“{0}”',
  'a file "{0}" that cannot be opened, or has other pages than it says':
    '的文件“{0}”打不开，或页数与所写的不符',

  'Slide {0} of {1} was {2} px higher than estimated and is laid out again.':
    '{1} 的第 {0} 页比估计高出 {2} px，已重新排版。',
  'The cache {0} is not used, because {1}. TALKDECK_CACHE names another folder.':
    '没有使用缓存文件夹 {0}：{1}。可用 TALKDECK_CACHE 指定别的文件夹。',
  '{0} is a link that somebody else has made': '{0} 是别人建立的链接',
  '{0} belongs to somebody else': '{0} 属于别人',
  'others may write into {0}': '别人可以写入 {0}',
  'it lies in {0}, where others may bring files': '它在 {0} 里，别人可以往那里放文件',

  // Browser
  'No usable Chrome, Chromium or Edge was found.': '没有找到可用的 Chrome、Chromium 或 Edge。',
  'No usable Chrome, Chromium or Edge was found. Tried:': '没有找到可用的 Chrome、Chromium 或 Edge。试过：',
  'Install one of them, or name one with --browser PATH or the CHROME_PATH environment variable.':
    '请安装其中一个，或用 --browser PATH 或环境变量 CHROME_PATH 指定。',
  'The browser given with {0} cannot be started: {1} ({2}).': '用 {0} 指定的浏览器无法启动：{1}（{2}）。',
  'Name the program of a Chrome, Chromium or Edge, or leave {0} out: then one is looked for.':
    '请指定 Chrome、Chromium 或 Edge 的程序，或不写 {0}，由 talkdeck 自动查找。',
  'no such file': '文件不存在',
  'not an executable file': '不是可执行文件',
  'not installed': '没有安装',
  'it ended at once': '一启动就退出了',
  'the browser has no connection': '连接不上浏览器',
  '{0} cannot be made': '无法创建 {0}',
  'The browser stopped ({0}).': '浏览器停止了（{0}）。',
  'The browser stopped while printing ({0}).': '浏览器在导出时停止了（{0}）。',
  'The browser could not print ({0}).': '浏览器没能打印（{0}）。',
  'The browser does not answer ({0}).': '浏览器没有响应（{0}）。',
  'The browser does not answer: {0} took more than {1} s.': '浏览器没有响应：{0}，超过了 {1} 秒。',
  'Try once more, with fewer other programs open, or with another browser: --browser PATH.':
    '请关掉一些程序再试，或换一个浏览器：--browser PATH。',
  'opening the slides': '打开幻灯片',
  'opening a page': '打开页面',
  'closing the page': '关闭页面',
  'The print page shows {0} of 1 slide.': '导出页面只显示了 1 张幻灯片中的 {0} 张。',
  'The print page shows {0} of {1} slides.': '导出页面只显示了 {1} 张幻灯片中的 {0} 张。',
  ' It still waits for {0}.': '还在等待 {0}。',
  ' The page says: {0}': '页面提示：{0}',
  'The values are in src/looks/looks-page.ts.': '可用的值见 src/looks/looks-page.ts。',
};
