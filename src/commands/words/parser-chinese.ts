/**
 * English messages of commander, the parser of the command line, and of our own option parsers; `{0}` is a name, a
 * number, or another of these. A test compares them with commander's sources.
 */
export const PARSER_IN_CHINESE: Readonly<Record<string, string>> = {
  "error: unknown command '{0}'{1}": '错误：没有命令“{0}”{1}',
  "error: unknown option '{0}'{1}": '错误：没有选项“{0}”{1}',
  "error: missing required argument '{0}'": '错误：缺少参数“{0}”',
  "error: option '{0}' argument missing": '错误：选项“{0}”后面缺少值',
  "error: required option '{0}' not specified": '错误：没有写必需的选项“{0}”',
  "error: option '{0}' argument '{1}' is invalid. {2}": '错误：选项“{0}”不能用“{1}”。{2}',
  "error: option '{0}' value '{1}' from env '{2}' is invalid. {3}":
    '错误：选项“{0}”不能用环境变量“{2}”的值“{1}”。{3}',
  "error: command-argument value '{0}' is invalid for argument '{1}'. {2}": '错误：参数“{1}”不能用“{0}”。{2}',
  "error: too many arguments for '{0}'. Expected {1} argument but got {2}.":
    '错误：“{0}”的参数太多：最多 {1} 个，这里有 {2} 个。',
  "error: too many arguments for '{0}'. Expected {1} arguments but got {2}.":
    '错误：“{0}”的参数太多：最多 {1} 个，这里有 {2} 个。',
  'error: {0} cannot be used with {1}': '错误：{0} 不能和 {1} 一起用',
  '\n(Did you mean {0}?)': '\n（是不是想写 {0}？）',
  '\n(Did you mean one of {0}?)': '\n（是不是想写这些之一：{0}？）',
  'Allowed choices are {0}.': '可用的值：{0}。',
  'Messages are in en and zh.': '提示信息有 en 和 zh 两种语言。',
  'A port is a number from 1 to 65535; 0 takes any that is free.':
    '端口是 1 到 65535 的数字；0 表示任意空闲端口。',
  'It is 2 or 3.': '只能是 2 或 3。',
  'It is a number from 0.1 to 8.': '应是 0.1 到 8 的数字。',
  'It is a part and the number of parts, such as 2/3.': '应是第几份和总份数，例如 2/3。',
  // Descriptions of an option's values in help.
  '{0} (choices: {1})': '{0}（可用的值：{1}）',
  '{0} (default: {1})': '{0}（默认：{1}）',
  '{0} (choices: {1}, default: {2})': '{0}（可用的值：{1}，默认：{2}）',
};

/** A parser message in Chinese; unknown ones stay as they are. */
export function parserInChinese(english: string): string {
  for (const [template, chinese] of TEMPLATES) {
    const found = template.exec(english);
    if (!found) continue;
    const values = found.slice(1).map(parserInChinese);
    return chinese.replaceAll(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
  }
  return english;
}

/** More specific ones first: those with two facts would also match those with one. */
const TEMPLATES: readonly (readonly [RegExp, string])[] = Object.entries(PARSER_IN_CHINESE)
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, chinese]) => [new RegExp(`^${patternOf(english)}$`, 's'), chinese]);

/** A suggestion at the end is on its own line, or missing. */
function patternOf(english: string): string {
  return english
    .replaceAll(/[\\^$.*+?()|[\]]/g, '\\$&')
    .replace(/'\{1\}$/, "'(|\n.*)")
    .replaceAll(/\{\d\}/g, '(.*?)');
}
