import { readSizeName } from "../../facts/size-names";

it.each([
  ["Standard_D4ads_v5", { family: "D", vCpus: 4, features: "ads", version: 5 }],
  ["Standard_DS2_v2", { family: "DS", vCpus: 2, features: "", version: 2 }],
  ["Standard_HB120-96rs_v3", { family: "HB", vCpus: 120, features: "rs", version: 3 }],
  ["Standard_NC24ads_A100_v4", { family: "NC", vCpus: 24, features: "ads", version: 4 }],
  ["Standard_D2_v2_Promo", { family: "D", vCpus: 2, features: "", version: 2 }],
  ["Standard_B1s", { family: "B", vCpus: 1, features: "s", version: 1 }],
])("reads %s", (size, name) => {
  expect(readSizeName(size)).toEqual(name);
});

it("reads nothing from what is no name of a size", () => {
  expect(["Mix", "", "Standard_", "standard_b1s", "D2s_v5"].map(readSizeName)).toEqual(Array(5).fill(undefined));
});
