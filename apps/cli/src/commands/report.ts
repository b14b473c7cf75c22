import { basename } from 'node:path';
import { CONFIDENT, checkFigures, extractText, figuresJson, readFigures } from '@fadu/figures';
import { CommandError, DONE, files, options, print, printJson, REFUSED, readBytes, WRONG_USAGE, warn } from './io.js';

export async function report(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'read') return read(rest);
  if (action === 'check') return check(rest);
  if (action === 'build') return (await import('./report-build.js')).build(rest);
  throw new CommandError(
    WRONG_USAGE,
    action === undefined ? '须说明做什么：read、check或者build。' : `没有 report ${action}。`,
  );
}

async function textOf(path: string): Promise<string> {
  const extracted = await extractText(readBytes(path), path);
  if (!extracted.ok) throw new CommandError(REFUSED, `${path}：${extracted.error.message}`, extracted.error.code);
  for (const note of extracted.value.notes) warn(`${path}：${note}`);
  return extracted.value.text;
}

async function read(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, {
    json: { type: 'boolean' },
    explain: { type: 'boolean' },
    text: { type: 'boolean' },
  });
  const [path] = files(positionals, ['FILE']);
  const text = await textOf(path!);
  if (values.text) {
    process.stdout.write(text);
    return DONE;
  }
  const figures = readFigures(text, { explain: values.explain === true, confidence: values.explain || !values.json });
  if (figures.length === 0) warn(`${path}：没有读出数。`);
  if (values.json) {
    process.stdout.write(figuresJson(figures));
    return DONE;
  }
  for (const figure of figures) {
    const about = [figure.scope, figure.subject, figure.indicator].filter((part) => part !== null).join(' / ');
    const doubt = (figure.confidence ?? 1) < CONFIDENT ? '？' : '';
    print(`${figure.start}\t${doubt}${figure.text}\t${figure.value}${figure.unit ?? ''}\t${figure.role}\t${about}`);
    for (const reason of figure.reasons ?? []) print(`\t${reason}`);
  }
  return DONE;
}

const SEVERITY = { error: '错误', warning: '存疑', agree: '相符' } as const;

/** Contradictions within each report and between them; only an impossibility counts as found wrong, a doubt does not. */
async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw new CommandError(WRONG_USAGE, '须给出至少一个文件。');
  const names = positionals.map((path) => basename(path));
  const reports = [];
  for (const [index, path] of positionals.entries()) {
    const text = await textOf(path);
    // Two files of one name are told apart by their paths.
    const name = names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? names[index]! : path;
    reports.push({ name, text, figures: readFigures(text) });
  }
  const findings = checkFigures(reports);
  if (values.json) printJson(findings);
  else {
    for (const finding of findings) {
      print(`${SEVERITY[finding.severity]}：${finding.message}`);
      // Two figures of one sentence: the sentence once.
      for (const line of new Set(finding.statements.map(({ report, sentence }) => `  ${report}：${sentence}`)))
        print(line);
    }
    const doubts = findings.filter((finding) => finding.severity !== 'agree').length;
    const empty = reports.every(({ figures }) => figures.length === 0);
    print(empty ? '没有读出数，无从核对。' : doubts === 0 ? '没有发现矛盾。' : `错误和存疑共 ${doubts} 处。`);
  }
  return findings.some((finding) => finding.severity === 'error') ? REFUSED : DONE;
}
