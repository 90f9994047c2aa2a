import { freeAddress, hardwareAddress } from "../../../region/podman/machines/machine-address";
import { proves } from "../../support/proves";

describe("the free addresses of a subnet", () => {
  it("The first four addresses of a subnet and the last are not given to machines", () => {
    proves("machine-addresses");
    const addresses: string[] = [];
    for (
      let address = freeAddress("10.0.0.8/29", new Set());
      address !== undefined;
      address = freeAddress("10.0.0.8/29", new Set(addresses))
    ) {
      addresses.push(address);
    }
    expect(addresses).toEqual(["10.0.0.12", "10.0.0.13", "10.0.0.14"]);
  });

  it("are given out from the lowest, and again when they are free again", () => {
    expect(freeAddress("10.0.0.0/24", new Set(["10.0.0.4", "10.0.0.6"]))).toBe("10.0.0.5");
  });
});

describe("a machine's hardware address", () => {
  it("has Microsoft's prefix and tells machines of one subnet apart", () => {
    expect(hardwareAddress("10.0.1.4")).toBe("00:0d:3a:00:01:04");
    expect(hardwareAddress("10.255.16.200")).toBe("00:0d:3a:ff:10:c8");
  });
});
