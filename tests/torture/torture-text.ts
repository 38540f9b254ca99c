/** Languages of the texts; `url` is long tokens that offer no word breaks. */
export const LANGUAGES = ['zh', 'en', 'de', 'mixed', 'url'] as const;
export type Language = (typeof LANGUAGES)[number];

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '存储与计算分离以后\uff0c弹性扩容只要十分钟就能完成。',
    '他说\uff1a“先把一件事做到极致。”',
    '《数据密集型应用系统设计》是必读的书\uff0c不是吗\uff1f',
    '社区、文档、生态\uff0c一个都不能少\uff1b',
    '分布式事务——尤其是跨地域的——依然很难……',
    '早期客户\uff08多半是互联网公司\uff09最在意的是稳定\uff0c而不是功能\uff01',
  ],
  en: [
    'Open source is a distribution model, not a business model.',
    'We moved 1,200 services from one database to another in three months.',
    'The well-known trade-off: consistency, availability, partition-tolerance.',
    '“Pick your competitors,” he said; “they define you.”',
    'Who pays for it? Cloud vendors, mostly.',
    'Compute/storage separation cut the bill by 40% (and the on-call load too).',
  ],
  de: [
    'Die Donaudampfschifffahrtsgesellschaft braucht eine Datenbankverfügbarkeitsüberwachung.',
    'Für Rechtsschutzversicherungsgesellschaften zählt die Betriebskostenabrechnung.',
    'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung ist kein Witz.',
    'Größe, Überprüfung und Straßenverkehr: alles Wörter mit Umlauten.',
    'Wir haben es „einfach“ gemacht; der Kunde hat nichts gemerkt.',
  ],
  mixed: [
    '我们用 TiDB 替换了 MySQL 集群\uff0c迁移花了 3 个月。',
    '性能提升 2–10 倍\uff08取决于负载\uff09\uff0c成本却降低了 40%。',
    '从GPT-3到PyTorch\uff0c再到OneFlow\uff0c框架的竞争远没有结束。',
    '我们在 GitHub 上的项目有 15.3k 个 star\uff0c其中 80% 来自海外。',
    '融资 1.7 亿美元\uff0c估值约 30 亿\uff1bIPO 还早。',
  ],
  url: [
    'https://github.com/example-organisation/a-very-long-repository-name/blob/main/src/index.ts',
    'aVeryLongIdentifierThatNobodyWouldEverWriteButSomebodyOnceDidInProductionCodeOfTheirs',
    'https://example.org/search?q=distributed+database&lang=zh-CN&page=12&sort=relevance',
    '/usr/local/share/postgresql/extension/postgis_topology--3.4.2--3.5.0.sql.template',
  ],
};

/** Returns a seeded generator of integers below a limit (mulberry32). */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** About `length` characters, cut at a word or a character; 0 gives one word. */
export function tortureText(language: Language, length: number, draw: (below: number) => number): string {
  const sentences = SENTENCES[language];
  const join = language === 'zh' || language === 'mixed' ? '' : ' ';
  let text = sentences[draw(sentences.length)] ?? '';
  while (text.length < length) text += join + sentences[draw(sentences.length)];
  if (length === 0)
    return language === 'zh' || language === 'mixed' ? '稳定' : (text.split(/[ ,:;]/)[0] ?? text);
  const cut = text.slice(0, length);
  return (language === 'en' || language === 'de' ? cut.replace(/\s+\S*$/, '') : cut).trim();
}

/** Markdown that yields `text`, with some words marked up. */
export function marked(text: string, draw: (below: number) => number): string {
  return text
    .split(/(?<=\s)|(?=\s)/)
    .map((word) => {
      const safe = word.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
      if (!/^[\p{L}\p{N}]{2,}$/u.test(word) || draw(6) > 0) return safe;
      const marks = [
        `**${safe}**`,
        `\`${word}\``,
        `[${safe}](https://example.org)`,
        `*${safe}*`,
        `==${safe}==`,
      ];
      return marks[draw(marks.length)] ?? safe;
    })
    .join('');
}
