import { mkdtempSync, rmSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { assembly } from '../../../../scripts/assembly.mjs';
import { packageFile } from '../../../../scripts/package-file.mjs';

const entries = { loader: '../batches/loader.ts', decoder: 'decoder.ts' };
const modules = join(__dirname, '../../../../node_modules');
/** Files of tests that share a worker share its threads. */
const built = new Map<string, Promise<string>>();

/** Builds a thread as electron.vite.config.ts does, so that the one that ships is tested. @returns its path. */
export function buildThread(name: 'loader' | 'decoder'): Promise<string> {
  const path = built.get(name) ?? buildInto(mkdtempSync(join(tmpdir(), 'residual-studio-')), name);
  built.set(name, path);
  return path;
}

async function buildInto(folder: string, name: keyof typeof entries): Promise<string> {
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [assembly(), packageFile()],
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
