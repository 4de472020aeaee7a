import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A text of the source, with `{}` in the place of each value. */
export interface SourceText {
  readonly template: string;
  /** `main/datasets/store.ts:76` */
  readonly place: string;
  /** What becomes of it: the message of an error for the user, of a fault of the program, or something else. */
  readonly use: 'error' | 'fault' | 'other';
}

const source = fileURLToPath(new URL('../..', import.meta.url));
const faults = new Set(['Error', 'TypeError', 'RangeError']);

const joining = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken]);

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isParenthesizedExpression(node) && isText(node.expression)) ||
  (ts.isConditionalExpression(node) && (isText(node.whenTrue) || isText(node.whenFalse))) ||
  (ts.isBinaryExpression(node) && joining.has(node.operatorToken.kind) && (isText(node.left) || isText(node.right)));

/** The text that a constant of a scope around stands for. */
function textOfName(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    const declarations = scope.statements.flatMap((statement) =>
      ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
    );
    const found = declarations.find((declaration) => declaration.name.getText() === name.text);
    if (found) return found.initializer && isText(found.initializer) ? found.initializer : undefined;
  }
  return undefined;
}

const joined = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) => ends.map((end) => start + end));

/** What a text was put together from. */
interface Parts {
  /** What stands for a value. */
  readonly values: ts.Node[];
  /** Texts of constants, which are no texts of their own then. */
  readonly constants: ts.Node[];
}

/** What an expression may come to, with each branch of its conditions. */
function templatesOf(node: ts.Node, parts: Parts): string[] {
  const of = (part: ts.Node): string[] => templatesOf(part, parts);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (starts, { expression, literal }) => joined(joined(starts, of(expression)), [literal.text]),
      [node.head.text],
    );
  }
  const constant = ts.isIdentifier(node) ? textOfName(node) : undefined;
  if (constant) {
    parts.constants.push(constant);
    return of(constant);
  }
  if (isText(node) && ts.isParenthesizedExpression(node)) return of(node.expression);
  if (isText(node) && ts.isBinaryExpression(node)) {
    const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusToken;
    return isSum ? joined(of(node.left), of(node.right)) : [...of(node.left), ...of(node.right)];
  }
  if (isText(node) && ts.isConditionalExpression(node)) {
    parts.values.push(node.condition);
    return [...of(node.whenTrue), ...of(node.whenFalse)];
  }
  parts.values.push(node);
  return ['{}'];
}

/** What becomes of the arguments of a call of a class. */
function useOf(node: ts.Node): SourceText['use'] {
  const name = ts.isNewExpression(node) ? node.expression.getText() : '';
  if (faults.has(name)) return 'fault';
  return name.endsWith('Error') ? 'error' : 'other';
}

function textsIn(file: string): SourceText[] {
  const tree = ts.createSourceFile(file, readFileSync(source + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: (SourceText & { node: ts.Node })[] = [];
  const constants: ts.Node[] = [];
  const visit = (node: ts.Node, use: SourceText['use']): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (!isText(node)) return ts.forEachChild(node, (child) => visit(child, useOf(node)));
    const values: ts.Node[] = [];
    const place = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    for (const template of templatesOf(node, { values, constants })) {
      found.push({ node, template: plain(template), place, use });
    }
    for (const value of values) visit(value, 'other');
  };
  visit(tree, 'other');
  return found
    .filter(({ node }) => !constants.includes(node))
    .map(({ template, place, use }) => ({ template, place, use }));
}

/** A template with its values unnamed; those side by side count as one. */
export function plain(template: string): string {
  return template.replace(/(?:\{\w*!?\})+/g, '{}');
}

/** All texts of what reports to the window: main without the command line, and what it shares with the window. */
export function sourceTexts(): SourceText[] {
  return ['main', 'shared']
    .flatMap((folder) =>
      readdirSync(source + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) =>
        file.endsWith('.ts') &&
        !/\.test\.ts$|\/testing|^main\/hosts\/cli\/|^shared\/(?:spoken|words)\/|\/(?:broken|fixtures)\//.test(file),
    )
    .sort()
    .flatMap(textsIn);
}
