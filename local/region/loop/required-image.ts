import type { RegionContext } from "../context";
import { marketplaceSystem } from "../../../azure/facts/marketplace-systems";
import type { Waiter } from "../provider/azure-native/waiting";
import { imageNotFound, podmanImage, readMarketplaceUrn } from "../services/scale-set/images";

/**
 * Makes sure that machines can be made from the image of a scale set, which a marketplace image is made for when it is first asked for.
 * @throws ArmError NotFound (rule R53) where this computer neither has the image nor can make it.
 */
export async function requireImage(
  { machines, marketplaceImages }: RegionContext,
  image: string,
  { tell }: Pick<Waiter, "tell">,
): Promise<void> {
  const name = podmanImage(image);
  const marketplace = readMarketplaceUrn(image);
  const system = marketplace && marketplaceSystem(marketplace);
  if (system !== undefined) {
    await marketplaceImages
      .provide(system, name, (message) => tell(`${image}: ${message}`))
      .catch((error: Error) => {
        throw imageNotFound(image, error.message);
      });
  }
  if (!(await machines.hasImage(name))) {
    throw imageNotFound(image);
  }
}
