import asc from 'assemblyscript/asc';

const query = '?assembly';
/** A file has no objects on the heap, and so needs no garbage collector. */
const options = ['--runtime', 'stub', '--use', 'abort=', '-O3', '--enable', 'simd', '--outFile', 'binary'];

/**
 * Lets `import bytes from './file.ts?assembly'` give the WebAssembly that AssemblyScript makes of a file.
 * @returns {import('vite').Plugin}
 */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(query)) return undefined;
      const path = id.slice(0, -query.length);
      this.addWatchFile(path);
      const bytes = await compile(path);
      return `export default Buffer.from('${Buffer.from(bytes).toString('base64')}', 'base64');`;
    },
  };
}

/** @param {string} path */
async function compile(path) {
  let binary;
  const { error, stderr } = await asc.main([path, ...options], {
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${path} could not be compiled: ${error?.message}\n${stderr.toString()}`);
  return binary;
}
