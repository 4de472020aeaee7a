import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/assembly.mjs';
import './scripts/newer-node.mjs';

const minute = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte(), assembly()],
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.engine.test.{ts,mjs}'],
          testTimeout: minute,
        },
      },
      {
        // TensorFlow can be loaded once a process and uses every core: one process a file, one after another.
        plugins: [assembly()],
        test: {
          name: 'engine',
          include: ['src/**/*.engine.test.ts', 'scripts/**/*.engine.test.mjs'],
          pool: 'forks',
          isolate: true,
          fileParallelism: false,
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
          globalSetup: ['scripts/virtual-display.mjs'],
          pool: 'forks',
          fileParallelism: false,
          // A second, as usual, is too short for a busy machine.
          expect: { poll: { timeout: minute } },
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
        },
      },
    ],
  },
});
