import { config } from 'zod';

/** The page's policy refuses eval, which zod would try for speed: to be imported before every schema. */
config({ jitless: true });
