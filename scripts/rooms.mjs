import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
/** What each room is for; what it may import is what `.dependency-cruiser.mjs` holds. */
export const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));

const isProduction = (file) =>
  /\.(ts|svelte)$/.test(file) &&
  !/\.test\.ts$|\.d\.ts$|(^|\/)(fixtures|broken)\/|(^|\/)[\w-]*testing[\w-]*\.ts$/.test(file);

/** Production files below a folder, with slashes. */
export function filesOf(folder) {
  return readdirSync(`${project}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isProduction);
}

/** The table of rooms as docs/architecture.md has it, without its width: a row of cells each. */
export function tableOfRooms() {
  const code = (name) => (name === 'ground' || name === 'stores' ? name : `\`${name.replace('src/', '')}\``);
  return Object.entries(rooms).map(([folder, { process, imports }]) => [
    `\`${folder}\``,
    process,
    imports.map(code).join(', ') || 'nothing',
    String(filesOf(folder).length),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const cells of tableOfRooms()) console.log(`| ${cells.join(' | ')} |`);
}
