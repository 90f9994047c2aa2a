import type { View } from "../properties/view";

/** A resource that stands in the region, or that the same preview is about to create. */
export interface RegionResource {
  /** The whole ARM id. */
  readonly id: string;
  /** The type token, such as `azure-native:network:LoadBalancer`. */
  readonly type: string;
  readonly properties: View;
}

/** What a rule may ask of the rest of the region. Ids are compared as ARM does, without regard to case. */
export interface RegionView {
  /** The id of the resource that is being checked; undefined as long as its name is not known. */
  readonly self: string | undefined;
  /** The resource with this id; for the id of a part (a subnet, a backend pool, a probe) the resource that holds the part. */
  find(id: string): RegionResource | undefined;
  /** True where the id names a resource, or a part of one, that exists. Ids of types that the region does not have count as existing. */
  exists(id: string): boolean;
  /** All resources of a type, except the one that is being checked. */
  all(type: string): RegionResource[];
}
