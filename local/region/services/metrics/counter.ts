/** How much a counter grew. One that shows less than before began anew, with its machine or its process, and grew by what it shows. */
export function increase(before: number, now: number): number {
  return now >= before ? now - before : now;
}
