import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const renderer = fileURLToPath(new URL('..', import.meta.url));

/** What is the same in every language: names, units, formulas, and the languages' own names. */
const allowed = new Set([
  ...['Residual Studio', 'English', '한국어', 'TensorFlow', 'CPU', 'SGD', 'AdamW'],
  ...['SVG', 'PNG', 'CSV', 'FLOPs', 'SHA-256', 'px', '|F(x)| / |x|', 'cos(F(x), x)'],
  ...['ResNet', 'Plain', 'Highway-'],
]);

/** Attributes and properties whose text is read by somebody. */
const shown = new Set([
  ...['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'label', 'alt', 'note', 'hint'],
  ...['caption', 'description', 'text', 'unit', 'context'],
]);

/** Functions whose first argument is read by somebody. */
const telling = new Set(['attempt', 'announce']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes right below a node, with the names of what they are to it. */
function below(node: Node): [string, Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  );
}

/** The strings that an expression may come to: those of both branches, but not of what it is decided by. */
function results(node: Node): string[] {
  const of = (key: string): string[] => {
    const value = node[key];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode).flatMap(results);
  };
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'Text':
      return [String(node['data'])];
    case 'TemplateElement':
      return [(node['value'] as { cooked: string }).cooked];
    case 'TemplateLiteral':
      return [...of('quasis'), ...of('expressions')];
    case 'ConditionalExpression':
      return [...of('consequent'), ...of('alternate')];
    case 'LogicalExpression':
      return [...of('left'), ...of('right')];
    case 'BinaryExpression':
      return node['operator'] === '+' ? [...of('left'), ...of('right')] : [];
    case 'ArrayExpression':
      return of('elements');
    case 'ExpressionTag':
    case 'TSAsExpression':
      return of('expression');
    default:
      return [];
  }
}

/** What of a node is text for somebody. */
function textsOf(node: Node): string[] {
  if (node.type === 'Attribute') {
    const value = node['value'];
    const parts = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);
    return shown.has(String(node['name'])) || node['name'] === 'action' ? parts.flatMap(results) : [];
  }
  if (node.type === 'CallExpression') {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: readonly Node[] };
    const name = callee['name'] ?? (callee['property'] as Node | undefined)?.['name'];
    return telling.has(String(name)) ? given.slice(0, 1).flatMap(results) : [];
  }
  if (node.type === 'Property') {
    const { key, value } = node as unknown as { key: Node; value: Node };
    return shown.has(String(key['name'] ?? key['value'])) ? results(value) : [];
  }
  return [];
}

/** Words in the code that no catalogue holds. */
function literals(source: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'StyleSheet' || node.type === 'Comment') return;
    found.push(...textsOf(node));
    for (const [key, child] of below(node)) {
      if (node.type === 'Fragment' && (child.type === 'Text' || child.type === 'ExpressionTag'))
        found.push(...results(child));
      if (node.type !== 'Attribute' || key !== 'name') visit(child);
    }
  };
  visit(parse(source, { modern: true }) as unknown as Node);
  return found.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text) && !allowed.has(text));
}

const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(svelte|ts)$/.test(file) && !/\.test\.ts$|\/testing/.test(file))
  .sort();

function literalsIn(file: string): string[] {
  const source = readFileSync(`${renderer}${file}`, 'utf8');
  return literals(file.endsWith('.svelte') ? source : `<script lang="ts">\n${source}\n</script>`);
}

describe('the code of the window', () => {
  it.each(files)('%s holds no text of its own', (file) => {
    expect(literalsIn(file)).toEqual([]);
  });
});

describe('the search for texts', () => {
  it('finds those of markup, of attributes, and of properties', () => {
    const source = `<script lang="ts">
      const { wide }: { wide: boolean } = $props();
      const options = [{ value: 'one', label: 'The first' }];
    </script>
    <p class="muted" title={wide ? 'Wide' : 'Narrow'}>Words here {wide ? 'are many' : 7} <b>and here</b></p>
    {#if wide === 'not this'}<Part label="A part" kind="plain" text={\`about \${options}\`} />{/if}
    <Button onclick={() => attempt('It failed', () => act('not this'))}>{go('not this')}</Button>`;
    expect(literals(source).sort()).toEqual([
      ...['A part', 'It failed', 'Narrow', 'The first', 'Wide', 'Words here', 'about', 'and here', 'are many'],
    ]);
  });
});
