/** How many requests an instance may make in a second (https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service, "Rate limiting"). */
const requestsPerSecond = 5;

/** Counts the requests of one instance over the last second. Those that it refuses do not count. */
export class RateLimit {
  private times: number[] = [];

  /** @param now The time in milliseconds. */
  allows(now: number): boolean {
    this.times = this.times.filter((time) => now - time < 1000);
    if (this.times.length >= requestsPerSecond) {
      return false;
    }
    this.times.push(now);
    return true;
  }
}
