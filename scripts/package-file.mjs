import { copyFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';

const query = '?file';
/** Of modules that are no files. Their paths are written so that tests do not take them for packages, left to Node. */
const prefix = '\0package-file:';
const placeholder = (name) => `__package_file_${name.replace(/\W/g, '_')}__`;

/**
 * Lets `import path from 'package/file.wasm?file'` give the path of a file that a package brings along: of a copy beside
 * the build, so that what is shipped needs no package for it; in tests, of the file itself.
 * @returns {import('vite').Plugin}
 */
export function packageFile() {
  /** Paths by the names of the files. */
  const files = new Map();
  let isBuilt = false;
  return {
    name: 'package-file',
    enforce: 'pre',
    configResolved({ command }) {
      isBuilt = command === 'build';
    },
    async resolveId(id, importer) {
      if (!id.endsWith(query)) return undefined;
      const found = await this.resolve(id.slice(0, -query.length), importer, { skipSelf: true });
      if (!found) return undefined;
      return `${prefix}${Buffer.from(found.id).toString('base64url')}`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const path = Buffer.from(id.slice(prefix.length), 'base64url').toString();
      if (!isBuilt) return `export default ${JSON.stringify(path)};`;
      files.set(basename(path), path);
      return `import { join } from 'node:path';\nexport default join(__dirname, '${placeholder(basename(path))}');`;
    },
    renderChunk(code, { fileName }) {
      let placed = code;
      for (const name of files.keys()) {
        placed = placed.replaceAll(placeholder(name), posix.relative(posix.dirname(fileName), name));
      }
      return placed === code ? null : { code: placed, map: null };
    },
    async writeBundle({ dir, file }) {
      const folder = dir ?? dirname(file);
      await Promise.all([...files].map(([name, path]) => copyFile(path, join(folder, name))));
    },
  };
}
