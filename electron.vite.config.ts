import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { assembly } from './scripts/assembly.mjs';
import { packageFile } from './scripts/package-file.mjs';

// The floor is Electron 22: Node 16.17 and Chromium 108.
const node = 'node16.17';
const commonJs = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' };
const nativeModules = ['@tensorflow/tfjs-node-gpu', '@napi-rs/canvas', '@julusian/jpeg-turbo'];

const mainEntries = {
  index: 'src/main/index.ts',
  cli: 'src/main/hosts/cli/index.ts',
  trainer: 'src/main/trainer/index.ts',
  inspector: 'src/main/inspector/index.ts',
  importer: 'src/main/importer/index.ts',
  'memory-watch': 'src/main/importer/memory-watch.ts',
  loader: 'src/main/datasets/batches/loader.ts',
  decoder: 'src/main/datasets/pictures/decoder.ts',
  unpacker: 'src/main/datasets/sources/unpacker.ts',
};

export default defineConfig({
  main: {
    plugins: [assembly(), packageFile()],
    build: {
      target: node,
      externalizeDeps: { include: nativeModules },
      rollupOptions: { input: mainEntries, output: commonJs },
    },
  },
  preload: { build: { target: node, rollupOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs } } },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte()],
    css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 108 << 16 } } },
    build: {
      target: 'chrome108',
      minify: true,
      cssMinify: 'lightningcss',
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
