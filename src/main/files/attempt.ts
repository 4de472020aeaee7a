/** Does what is not worth failing for: a failure is printed, and nothing else. @returns whether it was done. */
export async function attempt(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}
