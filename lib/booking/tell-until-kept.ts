/** Pauses between the tries, in milliseconds. */
const PAUSES = [0, 250, 1000, 3000, 10_000];

/**
 * Tells the background what the scheduler said until it answers: the browser may stop it at any moment, and starts it
 * again with the next message. Hearing the same thing twice does the background no harm.
 * @returns whether it is kept; `false` after the last try, or when the background said so
 */
export async function tellUntilKept(
  tell: () => Promise<{ kept: boolean }>,
  pauses: readonly number[] = PAUSES,
): Promise<boolean> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await tell().catch(() => null);
    if (answer) return answer.kept;
  }
  return false;
}
