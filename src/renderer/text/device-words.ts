import { words } from './words.svelte';

/** What the main process found to compute with, by the name that it gives to it; the names of GPUs are their own. */
export function deviceName(name: string): string {
  if (name === 'No device') return words.device.none;
  const [, cores] = /^CPU, (\d+) cores?$/.exec(name) ?? [];
  return cores === undefined ? name : words.device.processor({ cores: Number(cores) });
}
