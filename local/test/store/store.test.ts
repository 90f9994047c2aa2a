import * as fs from "node:fs";
import * as path from "node:path";
import type { Resource } from "../../region/store/resource";
import { Store } from "../../region/store/store";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const files = () => fs.readdirSync(path.join(folder.path, "resources"));
const textOf = (file: string) => fs.readFileSync(path.join(folder.path, "resources", file), "utf8");

function resource(name: string, others: Partial<Resource> = {}): Resource {
  return {
    id: `/subscriptions/s/resourceGroups/${name}`,
    type: "azure-native:resources:ResourceGroup",
    urn: `urn:pulumi:s::p::azure-native:resources:ResourceGroup::${name}`,
    inputs: { resourceGroupName: name },
    outputs: { name },
    secrets: [],
    outputSecrets: [],
    autonamed: false,
    confirmed: false,
    ...others,
  };
}

describe("the store", () => {
  it("has everything again after a new start", () => {
    const store = new Store(folder.path);
    store.put(resource("a", { inputs: { tags: { ключ: "日本", __proto__x: [1, null, true] } } }));
    store.put(resource("b", { autonamed: true, confirmed: true }));
    expect(new Store(folder.path).all()).toEqual(expect.arrayContaining(store.all()));
    expect(new Store(folder.path).all()).toHaveLength(2);
  });

  it("finds a resource without regard to the case of its id", () => {
    const store = new Store(folder.path);
    store.put(resource("Web"));
    expect(store.find("/SUBSCRIPTIONS/s/resourcegroups/WEB")).toEqual(resource("Web"));
    expect(store.find("/subscriptions/s/resourceGroups/web2")).toBeUndefined();
  });

  it("puts a resource in the place of one with the same id in another case", () => {
    const store = new Store(folder.path);
    store.put(resource("Web"));
    store.put(resource("web"));
    expect(store.all()).toEqual([resource("web")]);
    expect(new Store(folder.path).all()).toEqual([resource("web")]);
  });

  it("keeps one complete file for each resource, and none for what was removed", () => {
    const store = new Store(folder.path);
    store.put(resource("a"));
    store.put(resource("a", { confirmed: true }));
    store.put(resource("b"));
    expect(files()).toHaveLength(2);
    store.remove(resource("a").id);
    store.remove(resource("never there").id);
    expect(files()).toEqual([expect.stringMatching(/^b-/)]);
    expect(new Store(folder.path).all()).toEqual([resource("b")]);
  });

  it("gives long and strange names files of their own", () => {
    const store = new Store(folder.path);
    const names = ["ä/ö", "ä:ö", "x".repeat(300), "x".repeat(301), "..", "CON"];
    names.forEach((name) => store.put(resource(name)));
    expect(files()).toHaveLength(names.length);
    expect(new Store(folder.path).all()).toHaveLength(names.length);
  });

  it("takes away what a daemon was writing when it was killed", () => {
    new Store(folder.path).put(resource("a"));
    fs.writeFileSync(path.join(folder.path, "resources", "b-0123456789abcdef.json.new"), '{"id": "/subs');
    expect(new Store(folder.path).all()).toEqual([resource("a")]);
    expect(files()).toEqual([expect.stringMatching(/^a-.*\.json$/)]);
  });

  it("does not start over a file that it cannot read, and names the file", () => {
    new Store(folder.path).put(resource("a"));
    const place = path.join(folder.path, "resources", files()[0]);
    for (const broken of ["", "{", "null", "[]", '{"name": "a"}', '{"id":"a","inputs":{},"outputs":{},"secrets":[],"outputSecrets":[]}']) {
      fs.writeFileSync(place, broken);
      expect(() => new Store(folder.path)).toThrow(`the region's state file ${place} cannot be read`);
    }
    expect(fs.existsSync(place)).toBe(true);
    fs.rmSync(place);
    fs.mkdirSync(place);
    expect(() => new Store(folder.path)).toThrow(`the region's state file ${place} cannot be read`);
  });

  it("can be read by nobody else", () => {
    new Store(folder.path).put(resource("a"));
    expect(fs.statSync(path.join(folder.path, "resources", files()[0])).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.join(folder.path, "key")).mode & 0o777).toBe(0o600);
  });
});

describe("a secret in the store", () => {
  const secret = resource("a", {
    inputs: { tags: { plain: "seen", vault: "hush-hush" }, keys: ["one", { password: "hush-too" }] },
    outputs: { tags: { plain: "seen", vault: "hush-hush" }, host: "hush-hush.example" },
    secrets: [
      ["tags", "vault"],
      ["keys", 1],
    ],
    outputSecrets: [["tags", "vault"], ["host"]],
  });

  it("is not in the file, while everything else is", () => {
    new Store(folder.path).put(secret);
    const text = textOf(files()[0]);
    expect(text).not.toMatch(/hush/);
    expect(text).toMatch(/seen/);
  });

  it("is there again after a new start", () => {
    new Store(folder.path).put(secret);
    expect(new Store(folder.path).all()).toEqual([secret]);
  });

  const key = () => path.join(folder.path, "key");

  it("cannot be read with another key, and the file is named", () => {
    new Store(folder.path).put(secret);
    fs.writeFileSync(key(), Buffer.alloc(32));
    expect(() => new Store(folder.path)).toThrow(
      `${files()[0]} cannot be read: what is sealed in it is damaged, or sealed with another key`,
    );
  });

  it("keeps a key that is missing from being replaced, and so from being lost for good", () => {
    new Store(folder.path).put(secret);
    const kept = fs.readFileSync(key());
    fs.rmSync(key());
    expect(() => new Store(folder.path)).toThrow(`${key()} cannot be read: it is not there, and `);
    expect(() => new Store(folder.path)).toThrow(files()[0]);
    fs.writeFileSync(key(), kept);
    expect(new Store(folder.path).all()).toEqual([secret]);
  });

  it("has its key named where that is damaged, and what to do", () => {
    new Store(folder.path).put(secret);
    fs.writeFileSync(key(), Buffer.alloc(5));
    expect(() => new Store(folder.path)).toThrow(
      `${key()} cannot be read: it has 5 bytes, and a key has 32; fix: restore it, or run "make down"`,
    );
    fs.rmSync(key());
    fs.mkdirSync(key());
    expect(() => new Store(folder.path)).toThrow(`${key()} cannot be read: EISDIR`);
  });

  it("asks for no key where there is none", () => {
    new Store(folder.path).put(resource("a"));
    fs.rmSync(key());
    expect(new Store(folder.path).all()).toEqual([resource("a")]);
  });
});
