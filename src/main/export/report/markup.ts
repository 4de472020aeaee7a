import { chartSvg } from '../../../shared/charts/chart';
import { escapeText } from '../../../shared/charts/svg-context';
import { type Figure, look } from './figures';

const made = Symbol('markup');

/** HTML that was put together here: nothing else reaches a page without being escaped. */
export interface Markup {
  readonly [made]: string;
}

/** What can stand in a template: text is escaped, lists stand one after the other, null is nothing. */
export type Content = Markup | string | number | null | readonly Content[];

const isMarkup = (content: Content): content is Markup =>
  typeof content === 'object' && content !== null && made in content;

function write(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return isMarkup(content) ? content[made] : content.map(write).join('');
}

/** A piece of a page: what is written in the template is HTML, and what is put into it is text unless made here, too. */
export function html(template: TemplateStringsArray, ...contents: Content[]): Markup {
  const parts = template.map((text, index) => text + write(contents[index] ?? null));
  return { [made]: parts.join('') };
}

/** A figure inside a page. @param title What is seen, for people who do not see it. */
export function drawn({ name, chart, size }: Figure, title: string): Markup {
  return { [made]: chartSvg(chart, size, look, title, name) };
}

/** The whole as it stands in a file. */
export const textOf = (page: Markup): string => page[made];

/** A table; columns of numbers are right-aligned. */
export function table(
  heads: readonly { readonly title: string; readonly isNumber?: boolean }[],
  rows: readonly (readonly Content[])[],
  marked: (row: number) => boolean = () => false,
): Markup {
  const kind = (column: number): string => (heads[column]?.isNumber ? 'number' : 'word');
  return html`<table>
    <thead>
      <tr>
        ${heads.map(({ title }, column) => html`<th scope="col" class="${kind(column)}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells, row) =>
          html`<tr class="${marked(row) ? 'marked' : 'plain'}">
            ${cells.map((cell, column) => html`<td class="${kind(column)}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
