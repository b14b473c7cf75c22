// Words that must not stand on a screen (docs/glossary.md): fails and names file, line and the word to use instead.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './ensure-install.mjs';

/** Wrong word → what to write. Only words that are wrong wherever they stand. */
const wrong = [
  ['温馨提示', '（删去）'],
  ['友情提示', '（删去）'],
  ['操作成功', '写明办成了什么'],
  ['操作失败', '写明不能办的事实、条文和下一步'],
  ['帐号', '账号'],
  ['登陆', '登录'],
  ['其它', '其他'],
  ['做出决定', '作出决定'],
  ['做出行政', '作出行政'],
  ['截止目前', '截至目前'],
  ['代办事项', '待办事项'],
  ['请耐心等待', '（写明到何时）'],
  ['报备', '备案'],
  ['上链', '存证'],
  ['编号不存在', '没有找到'],
];

function* sources(dir) {
  for (const name of readdirSync(dir)) {
    if (name === 'node_modules' || name === 'dist' || name.includes('.test.')) continue;
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|html)$/.test(name)) yield path;
  }
}

const found = [];
for (const top of ['apps/web', 'apps/portal', 'apps/server/src', 'apps/cli/src', 'lines']) {
  for (const path of sources(join(root, top))) {
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((text, index) => {
        for (const [word, instead] of wrong)
          if (text.includes(word)) found.push(`${relative(root, path)}:${index + 1} ${word} → ${instead}`);
      });
  }
}
if (found.length > 0) {
  console.error(`words that are not used on screen:\n  ${found.join('\n  ')}`);
  process.exit(1);
}
console.log('words as in the glossary');
