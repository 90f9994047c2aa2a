import { readEnumerations, readModels } from "../../schema/python-models";

const models = `
class Resource(_serialization.Model):
    """A resource."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)


class Probe(Resource):  # pylint: disable=too-many-instance-attributes
    """A probe.

    :ivar protocol: How it asks. Known
     values are: "Http" and "Tcp".
    :vartype protocol: str or
     ~azure.mgmt.network.models.ProbeProtocol
    :ivar port: Where it asks.
    :vartype port: int
    """

    _validation = {
        "etag": {"readonly": True},
        "port": {"required": True, "maximum": 65535, "minimum": 1},
        "pattern": {
            "max_length": 8,
            "pattern": r"^\\d+\\.\\d+$",
        },
    }

    _attribute_map = {
        "etag": {"key": "etag", "type": "str"},
        "protocol": {"key": "properties.protocol", "type": "str"},
        "port": {"key": "properties.port", "type": "int"},
        "pattern": {"key": "properties.pattern", "type": "str"},
        "odata_type": {"key": "odata\\\\.type", "type": "str"},
        "parts": {"key": "properties.parts", "type": "[Part]"},
    }

    _subtype_map = {"odata_type": {"One": "ProbeOne", "Two": "ProbeTwo"}}

    def __init__(self, *, port: int, **kwargs: Any) -> None:
        self.port = port
`;

describe("the models of a generated file", () => {
  const probe = readModels(models).get("Probe");

  it("have their properties by the names that azure-native gives them", () => {
    expect(Object.keys(probe?.properties ?? {})).toEqual(["etag", "protocol", "port", "pattern", "odataType", "parts"]);
  });

  it("tell type, enumeration and validation of each", () => {
    expect(probe?.properties).toMatchObject({
      etag: { validation: { readonly: true } },
      protocol: { type: "str", enumeration: "ProbeProtocol" },
      port: { type: "int", validation: { required: true, maximum: 65535, minimum: 1 }, enumeration: undefined },
      pattern: { validation: { max_length: 8, pattern: "^\\d+\\.\\d+$" } },
      parts: { type: "[Part]" },
    });
  });

  it("tell the kinds of a model apart", () => {
    expect(probe?.kinds).toEqual({ One: "ProbeOne", Two: "ProbeTwo" });
    expect(readModels(models).get("Resource")).toEqual({ properties: {}, kinds: {} });
  });
});

it("the enumerations of a generated file have their values", () => {
  const enumerations = readEnumerations(`
class ProbeProtocol(str, Enum, metaclass=CaseInsensitiveEnumMeta):
    """How a probe asks."""

    HTTP = "Http"
    """Over HTTP."""
    TCP = "Tcp"


class SkuName(str, Enum, metaclass=CaseInsensitiveEnumMeta):
    STANDARD_V2 = "StandardV2"
`);
  expect(Object.fromEntries(enumerations)).toEqual({ ProbeProtocol: ["Http", "Tcp"], SkuName: ["StandardV2"] });
});
