import { services } from "../../fidelity/services";

const behaviours = services.flatMap((service) => service.behaviours);

describe("the behaviours of all services", () => {
  it("have ids of their own", () => {
    const ids = behaviours.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("have a source that can be opened", () => {
    expect(behaviours.filter(({ source }) => !/^https:\/\/(learn\.microsoft|github)\.com\//.test(source))).toEqual([]);
  });

  it("say of every assumption but the obvious ones what is not known", () => {
    const silent = behaviours.filter(({ grade, note }) => grade === "assumed" && note === undefined).map(({ id }) => id);
    expect(silent).toEqual([
      "scale-in-same-age",
      "health-first-report",
      "repairs-order",
      "upgrade-overtaken",
      "surge-waits-for-deletion",
      "backends-unprobed",
    ]);
  });
});
