/** What carries out a resource that is more than its properties: machines and edges on this computer. */
export interface Carrier {
  /** Waits until a resource is as declared. @returns What went wrong for good, one text for each thing. */
  settled(id: string): Promise<string[]>;
  /** Waits until nothing of a deleted resource is left. */
  gone(id: string): Promise<void>;
}
