/** A screen for each file of tests: files run two at a time, and a window that opens takes the focus from another. */
import { afterAll } from 'vitest';
import { setup } from '../scripts/virtual-display.mjs';

afterAll(await setup());
