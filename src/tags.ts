/** Azure's tags of a resource, by name. Subnets have none. */
export type Tags = Readonly<Record<string, string>>;
