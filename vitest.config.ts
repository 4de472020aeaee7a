import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/assembly.mjs';
import { packageFile } from './scripts/package-file.mjs';
import './scripts/newer-node.mjs';

const minute = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte(), assembly(), packageFile()],
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'],
          // What files share is loaded once a worker; they leave nothing behind that others would trip over.
          isolate: false,
          exclude: ['**/*.engine.test.{ts,mjs}'],
          // A second, as usual, is too short for a busy machine.
          expect: { poll: { timeout: minute } },
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      {
        // TensorFlow can be loaded once a process: one process a file. It uses every core, but the network is built,
        // and the process started, on one: two at a time.
        plugins: [assembly(), packageFile()],
        test: {
          name: 'engine',
          include: ['src/**/*.engine.test.ts', 'scripts/**/*.engine.test.mjs'],
          pool: 'forks',
          isolate: true,
          maxWorkers: 2,
          testTimeout: 5 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        // For the texts of the window, which tests look for.
        plugins: [svelte()],
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          setupFiles: ['e2e/display.mjs'],
          pool: 'forks',
          // Much of a test is waiting: for Electron to start, a process to answer, a picture to be drawn.
          maxWorkers: 2,
          // A second, as usual, is too short for a busy machine.
          expect: { poll: { timeout: minute } },
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
        },
      },
    ],
  },
});
