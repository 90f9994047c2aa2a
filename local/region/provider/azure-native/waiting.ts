/** Who waits for the data plane. */
export interface Waiter {
  /** Takes what is waited for, in words for the person who waits. */
  tell(message: string): void;
  /** Aborted when nobody waits any more. */
  readonly cancelled: AbortSignal;
}

/** What a resource is told to be that was not waited for to the end. */
export const notAwaited =
  "the run was cancelled before this was as declared; what it has begun goes on, and the next pulumi up waits for it again";

/** Waits for work, which goes on where the waiter is cancelled. @returns Undefined where that came first. */
export async function unlessCancelled<T>(work: Promise<T>, { cancelled }: Waiter): Promise<T | undefined> {
  let stopListening = () => {};
  const cancellation = new Promise<undefined>((resolve) => {
    const listener = () => resolve(undefined);
    stopListening = () => cancelled.removeEventListener("abort", listener);
    cancelled.addEventListener("abort", listener);
    if (cancelled.aborted) {
      listener();
    }
  });
  return Promise.race([work, cancellation]).finally(stopListening);
}
