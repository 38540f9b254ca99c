import type { Script } from '../content/claims/words.ts';

/* Shortening only deletes, and only whole words without meaning: never a negation, a condition, a number or a name. */

/** Removable at the beginning of a clause, several in a row, with the comma that follows. */
export const CHINESE_LEADS: readonly string[] = [
  '又或者?是?说(?=[\\u3400-\\u9fff])|嗯+|呃+|额+(?=[，,])|啊+|哦+|唉+|诶+|哎+',
  '那么|那(?=[我你您他她咱其就])|然后呢?|所以说?|于是|就是说|也就是说|换句话说|反正',
  '其实呢?|实际上|事实上|当然了?|说实话|说白了|简单来说|总的来说|总之|坦白讲',
  '对吧|对(?=[，,。])|好的?(?=[，,。])|是的(?=[，,。])',
  '我个人(?:觉得|认为)|我们?(?:觉得|认为)呢?|我(?:感觉|相信)|我想说?(?=[就这那]|[，,])|在我看来',
  '你会发现|你会?看到?(?![过起不得你])|你(?:想|知道)(?=[，,])|大家(?:都)?知道|大家可以看到|可以说|应该说',
  '但是?(?!凡)|而(?![且是言已不])|可是?(?=[他它她这我])|不过(?=[，,])|而且|并且|同时呢?(?=[，,])|另外(?=[，,])|因为(?!此)|因此|这样的话',
  '从(?:这个|某个|某种)?角度(?:来)?(?:讲|看|说)|首先呢?(?=[，,])|比如说?(?=[，,])|例如(?=[，,])',
];
/** Removable anywhere. */
export const CHINESE_WORDS: readonly string[] = [
  '(?:嗯+|呃+)[，,]?|就是说(?=[我你他她它这那一])|的话呢|那个什么|怎么说呢|你知道吗|应该说(?=所有|是)',
  '(?<=[，,、])(?:对吧|是吧)(?=[，,。？?])|(?<=[\\u3400-\\u9fff])(?:对吧|是吧)(?=[，,。？?])',
  '(?<=[，,、]|^)(?:啊|呢|嘛|吧)(?=[，,。])|(?<=[\\u3400-\\u9fff])(?:啊|呢|嘛)(?=[，,])',
];

const CHINESE_LEAD = new RegExp(`^(?:(?:${CHINESE_LEADS.join('|')})[，,、]?)+`);
const CHINESE_WORD = new RegExp(CHINESE_WORDS.join('|'), 'g');
/** Words repeated by mistake. For other words repetition has a meaning: 天天, 看看, 一步一步. */
const CHINESE_STUTTER =
  /([我你他她它这那就在有和很都也会要跟给把被让]|(?![一几两半])[\u3400-\u9fff]{2,4})[，,、]?\1(?=[\u3400-\u9fff])/g;

export const ENGLISH_LEADS =
  "so|and|but|yeah|yep|okay|ok|well|um+|uh+|hmm+|right|now|alright|all right|like(?=,)|also|anyway|i think|i guess|i mean|i believe|i suppose|i would say|i'd say|you know|you see|basically|actually|essentially|of course|again|obviously|honestly|frankly|in fact|to be clear|in the end|in short|in summary|in other words|first of all|at the end of the day|to be honest|sort of|kind of";
export const ENGLISH_WORDS =
  "(?:um+|uh+|er|erm|hmm+)\\b|(?<![a-z] )you know(?= ?,)|i mean(?= ?,)|(?<!\\b(?:a|an|the|this|that|these|those|what|which|some|any|each|every|one|different|another|other|all|same|many|two|three|not|right|certain|new) )(?:kind|sort) of|(?<!\\b(?:not|never|no) |n['’]t )(?:basically|actually|literally|essentially|obviously)";

const ENGLISH_LEAD = new RegExp(`^(?:(?:${ENGLISH_LEADS})\\b(?: ?,)? ?(?:that (?=[a-z]+ ))?)+`, 'i');
const ENGLISH_WORD = new RegExp(`(?<=^|[\\s,])(?:${ENGLISH_WORDS})(?: ?,)?(?:\\s+|$)`, 'gi');
const ENGLISH_STUTTER = /\b([a-z']+)(?: ?,)?(?: \1\b(?: ?,)?)+ /gi;
const MEANT_TWICE = /^(?:that|had|very|really|so|no|many|bye|never|more)$/i;

/** A shorter remainder is no statement, so the original words stay. */
const LEAST = { zh: 4, en: 4 };

/** `text` without filler words and stutters. */
export function shorten(text: string, script: Script): string {
  return script === 'zh' ? shortenChinese(text) : shortenEnglish(text);
}

/** Whether part of a sentence consists only of removable words: `In the end,`. */
export function isOnlyLead(text: string, script: Script): boolean {
  return text.replace(script === 'zh' ? CHINESE_LEAD : ENGLISH_LEAD, '').trim() === '';
}

function shortenChinese(text: string): string {
  const plain = text.replace(CHINESE_WORD, '').replace(CHINESE_STUTTER, '$1');
  const led = plain.replace(CHINESE_LEAD, '');
  return led.replace(/[^\u3400-\u9fffA-Za-z0-9]/g, '').length >= LEAST.zh ? led : plain;
}

function shortenEnglish(text: string): string {
  const plain = text
    .replace(ENGLISH_WORD, '')
    .replace(ENGLISH_STUTTER, (all, word: string) => (MEANT_TWICE.test(word) ? all : `${word} `))
    .trim();
  const led = plain.replace(ENGLISH_LEAD, '');
  return led.split(/\s+/).length >= LEAST.en ? led : plain;
}
