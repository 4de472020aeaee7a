import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { UserError } from '../errors';
import { sentence } from './message';
import { say } from './say';

const sources = fileURLToPath(new URL('../..', import.meta.url));
/** Errors that somebody can mend, with the place of their words among the arguments. */
const places: Readonly<Record<string, number>> = { UserError: 0, UsageError: 0, NewerVersionError: 0, PictureError: 1 };
const construction = new RegExp(`new (?:${Object.keys(places).join('|')})\\(`);

/** Whether an expression may come to text that is written there, instead of a message. */
function isText(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  if (ts.isConditionalExpression(node)) return isText(node.whenTrue) || isText(node.whenFalse);
  return ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right));
}

/** The errors of a source that are constructed with text of their own. */
function textsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) {
      const words = node.arguments?.[places[node.expression.getText()] ?? Infinity];
      if (words && isText(words)) found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$/.test(file))
  .map((file) => ({ file, source: readFileSync(`${sources}${file}`, 'utf8') }));

describe('an error that somebody can mend', () => {
  it.each(files.filter(({ source }) => construction.test(source)))(
    'is a message of the catalogue in $file',
    (given) => {
      expect(textsIn(given.file, given.source)).toEqual([]);
    },
  );

  it('is found with text of its own', () => {
    const source = `throw isThere ? new UserError(\`no \${x}\`) : new UserError(message('runs.unknown', { run: 'b' }));
      throw new UserError(wide ? words : 'text', { cause });
      throw new PictureError('empty', 'a ' + words);`;
    expect(textsIn('a.ts', source)).toHaveLength(3);
  });

  it('calls no text of the code a sentence of the system', () => {
    expect(files.filter(({ source }) => /\bsentence\(\s*['"`]/.test(source)).map(({ file }) => file)).toEqual([]);
  });

  it('may hold a sentence of the system, which stays as it is', () => {
    const { words, message } = new UserError(sentence('EFOO: {no} \\ such'));
    expect([message, say('ko', words)]).toEqual(['EFOO: {no} \\ such', 'EFOO: {no} \\ such']);
  });
});

it('no text leaves a Korean particle open', () => {
  const open = /은\(는\)|이\(가\)|을\(를\)|\(으\)로|와\(과\)/;
  expect(files.filter(({ source }) => open.test(source)).map(({ file }) => file)).toEqual([]);
});
