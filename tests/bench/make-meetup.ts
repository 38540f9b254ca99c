import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a meetup below `root`: `talks` talks of `sections` sections each, of the usual kinds. */
export function makeMeetup(root: string, talks: number, sections: number = 8): void {
  const folder = join(root, 'content', 'talks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: 性能测试\nlang: zh-CN\n---\n');
  for (let number = 1; number <= talks; number += 1) {
    writeFileSync(join(folder, `${number}-talk-${number}.md`), talk(number, sections));
  }
}

function talk(number: number, count: number): string {
  const sections = Array.from({ length: count }, (_, index) =>
    SECTIONS[index % SECTIONS.length]?.(number + index),
  );
  return `---
speaker: 讲者${number}
role: 工程师
org: Company ${number}
title: 第 ${number} 场分享
takeaway: 第 ${number} 场要记住的一句话
---

${sections.join('\n\n')}
`;
}

const SECTIONS: readonly ((seed: number) => string)[] = [
  (seed) => `## 要点 ${seed}

- 系统在 ${seed} 台机器上运行,**不需要**人工调整 [L${seed}]
- 故障时业务无感,\`retry\` 由客户端完成
- 扩容只要加机器,数据自动均衡
- 文档见 <https://example.com/${seed}>

<!-- 这一页讲慢一点,先讲结论。 -->`,
  (seed) => `## 数字 ${seed}

- **${seed} 倍** 性能提升
- **${seed + 3} 人** 团队规模`,
  (seed) => `## 步骤 ${seed}

1. 先写设计文档
2. 再做原型,量一量
3. 最后才上线`,
  (seed) => `## 对比 ${seed}

| 方案 | 延迟 | 成本 |
|---|--:|--:|
| 旧 | ${seed * 3} ms | 高 |
| 新 | ${seed} ms | 低 |`,
];
