import type { Plugin } from 'vite';

export function packageFile(): Plugin;
