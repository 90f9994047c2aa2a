import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import type { Constraints, ObjectType, PropertyType, ResourceSchema, Schema } from "./schema";

/**
 * Reads the inputs of azure-native resource types out of the typings of the installed @pulumi/azure-native, the only form in
 * which the npm package carries its schema. Run by `make schema`; a test holds the stored file against a fresh one.
 */
export function generateSchema(tokens: readonly string[]): Schema {
  const folder = path.dirname(require.resolve("@pulumi/azure-native/package.json"));
  const reader = new TypingsReader(folder);
  const resources: Record<string, ResourceSchema> = {};
  for (const token of tokens) {
    resources[token] = reader.resource(token);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  return { package: `@pulumi/azure-native ${version}`, resources, objects: reader.sortedObjects() };
}

/** The schema as it is stored. Everything that writes the file or compares it takes this, so that a new type shows as what it adds. */
export function schemaText(schema: Schema | Constraints): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}

class TypingsReader {
  private readonly objects: Record<string, ObjectType> = {};
  private readonly inputs: Map<string, ts.InterfaceDeclaration>;
  private readonly enums = new Map<string, Map<string, string[]>>();

  constructor(private readonly folder: string) {
    this.inputs = namespaceMembers(this.parse("types/input.d.ts"));
  }

  resource(token: string): ResourceSchema {
    const [, module, name] = token.split(":");
    const file = `${module}/${name[0].toLowerCase()}${name.slice(1)}.d.ts`;
    const source = this.parse(file);
    const apiVersion = /Uses Azure REST API version (\S+?)\.\s/.exec(source.text)?.[1];
    const args = source.statements.filter(ts.isInterfaceDeclaration).find((declaration) => declaration.name.text === `${name}Args`);
    if (!apiVersion || !args) {
      throw new Error(`${file} has no ${name}Args interface or names no API version`);
    }
    return { apiVersion, inputs: this.members(args) };
  }

  sortedObjects(): Record<string, ObjectType> {
    return Object.fromEntries(Object.entries(this.objects).sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  private members(declaration: ts.InterfaceDeclaration): ObjectType {
    const members: ObjectType = {};
    for (const member of declaration.members) {
      if (ts.isPropertySignature(member) && member.type) {
        const type = this.type(member.type);
        members[member.name.getText()] = member.questionToken ? { type } : { type, required: true };
      }
    }
    return members;
  }

  private type(node: ts.TypeNode): PropertyType {
    if (ts.isUnionTypeNode(node)) {
      return this.union(node);
    }
    if (ts.isArrayTypeNode(node)) {
      return { list: this.type(node.elementType) };
    }
    if (ts.isTypeLiteralNode(node)) {
      const index = node.members.find(ts.isIndexSignatureDeclaration);
      return index ? { map: this.type(index.type) } : "any";
    }
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
      return { literal: node.literal.text };
    }
    return ts.isTypeReferenceNode(node) ? this.reference(node) : primitive(node);
  }

  private union(node: ts.UnionTypeNode): PropertyType {
    const members = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword).map((type) => this.type(type));
    // `string | enums.X` is how the typings write a list of values that Azure may lengthen.
    const values = members.find((type) => typeof type === "object" && "values" in type);
    return values ?? (members.length === 1 ? members[0] : { oneOf: members });
  }

  private reference(node: ts.TypeReferenceNode): PropertyType {
    const name = node.typeName.getText();
    if (name === "pulumi.Input" && node.typeArguments) {
      return this.type(node.typeArguments[0]);
    }
    if (name.startsWith("enums.")) {
      return { values: this.enumValues(name.slice("enums.".length)) };
    }
    if (name.startsWith("inputs.")) {
      return { object: this.object(name.slice("inputs.".length)) };
    }
    throw new Error(`the typings hold a type that the generator does not know: ${node.getText()}`);
  }

  private object(name: string): string {
    if (!(name in this.objects)) {
      const declaration = this.inputs.get(name);
      if (!declaration) {
        throw new Error(`types/input.d.ts has no ${name}`);
      }
      // Entered before its members are read, since types refer to each other in circles.
      this.objects[name] = {};
      Object.assign(this.objects[name], this.members(declaration));
    }
    return name;
  }

  private enumValues(name: string): string[] {
    const [module, enumeration] = name.split(".");
    if (!this.enums.has(module)) {
      this.enums.set(module, enumerations(this.parse(`types/enums/${module}/index.d.ts`)));
    }
    return this.enums.get(module)?.get(enumeration) ?? [];
  }

  private parse(file: string): ts.SourceFile {
    return ts.createSourceFile(file, fs.readFileSync(path.join(this.folder, file), "utf8"), ts.ScriptTarget.ES2022, true);
  }
}

function primitive(node: ts.TypeNode): PropertyType {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return "string";
    case ts.SyntaxKind.NumberKeyword:
      return "number";
    case ts.SyntaxKind.BooleanKeyword:
      return "boolean";
    case ts.SyntaxKind.AnyKeyword:
      return "any";
    default:
      throw new Error(`the typings hold a type that the generator does not know: ${node.getText()}`);
  }
}

/** The interfaces of all `export declare namespace` blocks, each under `namespace.Interface`. */
function namespaceMembers(source: ts.SourceFile): Map<string, ts.InterfaceDeclaration> {
  const members = new Map<string, ts.InterfaceDeclaration>();
  for (const statement of source.statements) {
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      for (const declaration of statement.body.statements.filter(ts.isInterfaceDeclaration)) {
        members.set(`${statement.name.text}.${declaration.name.text}`, declaration);
      }
    }
  }
  return members;
}

/** The values of each `export declare const X: { readonly A: "A"; … }`. */
function enumerations(source: ts.SourceFile): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    for (const declaration of statement.declarationList.declarations) {
      if (declaration.type && ts.isTypeLiteralNode(declaration.type)) {
        const values = declaration.type.members.flatMap((member) => {
          const type = ts.isPropertySignature(member) ? member.type : undefined;
          return type && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
        });
        found.set(declaration.name.getText(), values);
      }
    }
  }
  return found;
}
