/** Help in Chinese, by its English text; a test says which is missing. */
export const HELP_IN_CHINESE: Readonly<Record<string, string>> = {
  "Turns a meetup's talk summaries (content/) into Slidev decks (slides/) and PDFs (out/).":
    '把活动的分享摘要（content/）做成 Slidev 幻灯片（slides/）和 PDF（out/）。',
  'Exit codes: 0 clean, 1 something to fix, 2 could not run.':
    '退出码：0 没有问题，1 有要改的地方，2 无法运行。',
  'show the version': '显示版本',
  'show this help': '显示这段帮助',
  'the folder that holds content/': 'content/ 所在的文件夹',
  'print the result as JSON': '以 JSON 输出结果',
  'print errors only': '只输出错误',
  'print without colours': '不用颜色',
  'language of messages: en or zh (by default as LC_ALL or LANG says)':
    '提示信息的语言：en 或 zh（默认取自 LC_ALL 或 LANG）',
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'start a meetup: a folder that works at once': '新建一个活动：马上能用的文件夹',
  'Writes package.json, an example in content/, editor settings and a workflow into a folder. On a terminal it asks for what the options leave out. With --from, it drafts the meetup from a transcript instead, as import does. Existing files are left alone.':
    '在文件夹里写入 package.json、content/ 里的示例、编辑器设置和工作流。在终端里会询问选项没有给出的内容。用 --from 时，由文字记录起草的摘要代替示例，读法与 import 相同。已有的文件保持原样。',
  'language of the decks': '幻灯片的语言',
  'name of the meetup': '活动的名称',
  'who gives the first talk': '第一场分享的分享人',
  'start with drafts of a recorded evening instead of an example': '从一场活动的文字记录起草，不用示例',
  'ask nothing': '不询问',
  'how a Japanese name is read, in kana or Latin letters, to name the file':
    '日文姓名的读法，用假名或拉丁字母写，用来给文件命名',
  'present the evening, even if the server stops': '现场放映整场活动，服务器断了也不受影响',
  'Checks and builds all decks, and serves them as one, in the order of the programme. Once the browser has all of it, the server, the network and the disk may fail. What you save meanwhile is built in the background, and offered to the presenter. Ctrl-C ends it.':
    '检查并构建所有幻灯片，按节目顺序连成一场。浏览器取齐之后，服务器、网络和磁盘都可以断开。放映期间保存的修改会另行构建，由演讲者决定是否采用。按 Ctrl-C 结束。',
  'show your own slides in every look: out/looks.html': '用每种外观显示自己的幻灯片：out/looks.html',
  'Writes one page with a cover, a full slide, a chart, a question and others of your meetup, side by side in every theme, to choose one. Also says what a theme would require you to change. Changes nothing else.':
    '写出一个网页，把活动自己的封面、文字最满的一页、图表、问题等在每种主题下并排显示，便于选择；也会指出换用某种主题需要改动什么。不改动其他文件。',
  'the Chrome, Chromium or Edge to show them with (or set CHROME_PATH)':
    '显示所用的 Chrome、Chromium 或 Edge（或设置 CHROME_PATH）',
  'write a website of the evening: out/site/': '写出整场活动的网站：out/site/',
  'Writes pages to read: the evening, each talk, the questions; and slides to present, each deck at its own address. It works on any host of plain files (docs/site.md). PDFs that an export left in out/ are offered for download. Unchanged pages and decks are not rebuilt, and other files stay.':
    '写出可以阅读的网页（活动首页、每场分享、问答），以及可以放映的幻灯片，每份各有地址。不需要专门的服务器，原样放到任何主机即可（见 docs/site.md）。export 在 out/ 里留下的 PDF 也会提供下载。没有变化的网页和幻灯片不重做，别人的文件保持原样。',
  'ask search engines not to index it': '请搜索引擎不要收录',
  'browsers store nothing for offline use': '浏览器不为断网时保存网站内容',
  'leave out slides to present, which saves bundling': '不放映幻灯片，也就不需要打包',
  'then serve it as a host would, until Ctrl-C': '写好之后像主机那样提供网站，供浏览器查看，按 Ctrl-C 结束',
  'open no browser': '不打开浏览器',
  'say whether everything is ready, and open nothing': '检查是否一切就绪，不打开任何窗口',
  'the Chrome, Chromium or Edge for --check (or set CHROME_PATH)':
    '--check 用的 Chrome、Chromium 或 Edge（或设置 CHROME_PATH）',
  'add a talk: content/talks/05-name.md': '添加一场分享：content/talks/05-name.md',
  'Writes the file of a new talk, numbered and named by its speaker. Unknown fields stay empty, and check reports them. With --from, the slides of an existing deck become its sections, and parts for which a summary has no place are listed.':
    '写出一场新分享的文件，按序号和分享人命名。还不知道的内容由 check 指出。用 --from 可以把已有幻灯片的各页变成各节，并列出没有带过来的内容。',
  'title of the talk': '分享的题目',
  'what the speaker does': '分享人的职务',
  'company or project of the speaker': '分享人的公司或项目',
  'the sentence that the audience should remember': '听众该记住的一句话',
  'take the slides of this deck for Slidev, Marp, reveal.js or pandoc':
    '取用这份 Slidev、Marp、reveal.js 或 pandoc 幻灯片的内容',
  'add a question: content/qa/10-first-words.md': '添加一个问题：content/qa/10-first-words.md',
  'Writes the file of a new question, asked by the host, with a section for each speaker. Unknown fields stay empty, and check reports them.':
    '写出一个新问题的文件，默认由主持人提问，每位分享人一节。还不知道的内容由 check 指出。',
  'who asks (by default the host)': '谁提问（默认是主持人）',
  'who is asked (by default sections for all speakers)': '问谁（默认为每位分享人写一节）',
  'what it is about; questions on one topic are grouped': '话题；同一话题的问题排在一起',
  'start a meetup from its transcript': '从文字记录新建一个活动',
  'Reads a transcript in any of many formats (docs/import.md), finds who spoke, the talks, the questions and the answers, and writes content/ with the lines that each rests on. On a terminal it asks for names that the transcript does not have. A summary that somebody has edited stays as it is; the new version is written beside it.':
    '读取多种格式的文字记录（见 docs/import.md），找出谁在讲话、有哪些分享、问题和回答，连同各自依据的行号写入 content/。在终端里会询问记录里没有的名字。有人改过的摘要保持原样，新内容写在旁边。',
  'format of the file (by default it is found out)': '文件格式（默认自动判断）',
  'who a label is, or who gives the talk at a line: SPEAKER_01=Ada, L27=Ada':
    '某个标签是谁，或某一行开始的分享是谁的：SPEAKER_01=Ada，L27=Ada',
  'who leads through the meetup': '主持人',
  'what kind of meetup it is': '活动的形式',
  'day of the meetup: 2031-04-02': '活动日期：2031-04-02',
  'language of the decks; of subtitles in two languages, the one that is read':
    '幻灯片的语言；双语字幕则是要读的那一种',
  'write nothing, only say what would be written': '不写入，只说明会写什么',
  'write the decks into slides/': '把幻灯片写入 slides/',
  'Turns content/ into Slidev decks. If there is an error, nothing is written. A deck that somebody edited by hand is kept beside the new one; files that talkdeck did not make are not touched.':
    '把 content/ 做成 Slidev 幻灯片。有错误时什么也不写。手工改过的幻灯片保留在新的旁边；不是 talkdeck 生成的文件不会动。',
  'also print annotations for GitHub, as its Actions do unasked':
    '同时输出 GitHub 注解（在 Actions 里默认如此）',
  'discard manual edits in slides/': '丢弃在 slides/ 里手工改动的内容',
  'rebuild everything': '全部重新检查',
  'check content/ and say what to fix and what could be better': '检查 content/，指出要改的和可以改进的地方',
  'Says which line of which summary to fix, and how, and gives advice. Writes nothing, except fixed summaries with --fix and pictures of faulty slides with --visual.':
    '指出哪份摘要的哪一行要改、怎样改，并给出建议。不写文件；只有 --fix 会改写摘要，--visual 会存下有问题的页的截图。',
  'fix spaces, punctuation and names in the summaries; asks first on a terminal':
    '修改摘要里的空格、标点和名称；在终端里先询问',
  'also list every statement with the transcript lines that it cites':
    '另外把每句话和它引用的文字记录逐条列在一起',
  'let a model word the drafts: http://127.0.0.1:11434/v1; each statement is checked':
    '请模型措辞：http://127.0.0.1:11434/v1；每句话都会核对',
  'with --llm: which model': '与 --llm 一起用：哪个模型',
  'only write what a model would be asked, to be pasted into any chat':
    '只写出要问模型的内容，可以粘贴到任何聊天窗口',
  'take what a chat answered to it': '采用聊天窗口给出的回答',
  'with --fix: do not ask': '与 --fix 一起用：不询问',
  'also inspect every slide in a browser; pictures of faulty ones go to out/audit/':
    '还在浏览器里检查每一页；有问题的页的截图放在 out/audit/',
  'the Chrome, Chromium or Edge for --visual (or set CHROME_PATH)':
    '--visual 用的 Chrome、Chromium 或 Edge（或设置 CHROME_PATH）',
  'show the decks in a browser while you write them': '边写边在浏览器里看幻灯片',
  'Serves a home page with every deck, and shows what you save at once. What is wrong is shown on its slide; the last good slide stays. Ctrl-C ends it.':
    '提供列出全部幻灯片的首页，保存后立即显示。有问题会显示在那一页上，上一次正确的内容保留。按 Ctrl-C 结束。',
  'open it in the browser': '在浏览器里打开',
  'port to listen on; if it is taken, the next free one': '端口；被占用时取下一个空闲的',
  'let others on your network in, with a password: 0.0.0.0 for all':
    '让同一网络里的人凭密码访问：0.0.0.0 表示所有人',
  'keep no prepared packages for the next run': '不为下一次保留由软件包生成的内容',
  'print decks into out/: PDFs, handouts, notes, pictures, PowerPoint, HTML':
    '把幻灯片导出到 out/：PDF、讲义、备注、图片、PowerPoint、HTML',
  'Brings slides/ up to date and prints every deck, or the named ones. Unchanged decks are not printed again. A deck with an error is reported and not written.':
    '更新 slides/，并导出全部或指定的幻灯片。上次之后没有变化的不再导出。有错误的幻灯片会指出，不写出。',
  'a PDF of each deck, and one of the whole meetup (the default)':
    '每份幻灯片一个 PDF，外加整场活动一个（不写这些选项时也是如此）',
  'in PDFs, a page per click instead of per slide': 'PDF 里每次点击一页，而不是每张幻灯片一页',
  'slides on paper, with their notes and citations': '讲义：带备注和引注的幻灯片',
  'slides on a page of a handout: 2 or 3': '讲义每页几张幻灯片：2 或 3',
  'notes and a small picture of each slide, for the speaker': '备注和每张幻灯片的小图，供演讲者使用',
  'a picture of each slide': '每张幻灯片一张图片',
  'size of pictures: 1 for 980 pixels across': '图片大小：1 表示宽 980 像素',
  'PowerPoint files, editable, with notes': '可编辑、带备注的 PowerPoint 文件',
  'show pages in the window of an editor, and end with it': '在编辑器的窗口里显示网页，并随它结束',
  'the evening as one Markdown document': '整场活动写成一份 Markdown 文档',
  'the evening as one page to paste into a newsletter or a chat service':
    '整场活动写成一个网页，可粘贴到公众号或邮件',
  'the programme as a calendar': '日历用的议程',
  'each deck, and the whole meetup, as one file for any browser, without a server':
    '每份幻灯片一个文件，全场另有一个，不用服务器，任何浏览器都能打开',
  'print everything again': '全部重新导出',
  'export one of n parts, to share the work between machines': '只导出 n 份中的一份，供多台机器并行',
  'join the shards in these folders instead of printing': '合并这些文件夹里的各份，不再导出',
  'the Chrome, Chromium or Edge to draw diagrams with (or set CHROME_PATH)':
    '画图表用的 Chrome、Chromium 或 Edge（或设置 CHROME_PATH）',
  'the Chrome, Chromium or Edge to print with (or set CHROME_PATH)':
    '导出用的 Chrome、Chromium 或 Edge（或设置 CHROME_PATH）',
  'explain a finding, with a wrong and a right example': '详细说明某种问题，附错误和正确的例子',
  'Prints the page about a finding such as missing-field; without a code, a line about each.':
    '显示某种问题（例如 missing-field）的说明页（英文）；不写代码时每种一行。',
  'add a talk or a question': '添加分享或问题',
  'help while you write, in an editor that speaks the Language Server Protocol':
    '边写边帮忙：用于支持 Language Server Protocol 的编辑器',
  'Speaks the Language Server Protocol on standard input and output: findings as you type, completion, hover, fixes, renaming. Editors start it themselves; docs/editors.md says how to set them up.':
    '通过标准输入输出使用 Language Server Protocol：边输入边检查、补全、悬停说明、修改、重命名。编辑器会自己启动它；设置方法见 docs/editors.md。',
  'use standard input and output, as always': '使用标准输入输出（一向如此）',
};
