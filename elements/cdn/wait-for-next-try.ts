const FIRST_WAIT_MS = 1_000;

/** Waits that double from try to try, counted from 1; over at once when the browser is online again. */
export async function waitForNextTry(attempt: number): Promise<void> {
  await new Promise((resolve) => {
    const signal = AbortSignal.timeout(FIRST_WAIT_MS * 2 ** (attempt - 1));
    signal.onabort = resolve;
    addEventListener('online', resolve, { once: true, signal });
  });
}
