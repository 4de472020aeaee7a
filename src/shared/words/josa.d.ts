declare module 'josa' {
  /** @throws Error for what is no particle. */
  export function getJosaPicker(form: string): (word: string) => string;
}
