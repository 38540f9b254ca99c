// The least work any such tool must do: read each file, gray-matter, markdown-it, one compiled Handlebars template,
// write. Usage: node floor.mjs CONTENT_FOLDER OUTPUT_FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import Handlebars from 'handlebars';
import MarkdownIt from 'markdown-it';

const [content, output] = process.argv.slice(2);
const markdown = new MarkdownIt();
const template = Handlebars.compile('---\ntitle: {{data.title}}\n---\n\n{{{html}}}\n');
mkdirSync(output, { recursive: true });
for (const name of readdirSync(join(content, 'talks'))) {
  const { data, content: body } = matter(readFileSync(join(content, 'talks', name), 'utf8'), {});
  writeFileSync(join(output, name), template({ data, html: markdown.render(body) }));
}
