import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { assembly } from '../../../../scripts/assembly.mjs';
import { makeTestFolder } from '../testing';

const entries = { loader: '../batches/loader.ts', decoder: 'decoder.ts' };
const modules = join(__dirname, '../../../../node_modules');

/** Builds a thread as electron.vite.config.ts does, so that the one that ships is tested. @returns its path. */
export async function buildThread(name: 'loader' | 'decoder'): Promise<string> {
  const folder = await makeTestFolder();
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [assembly()],
    build: {
      ssr: join(__dirname, entries[name]),
      outDir: folder,
      emptyOutDir: false,
      target: 'node16.17',
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  return join(folder, `${name}.cjs`);
}
