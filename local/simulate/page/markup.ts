/** Text and markup for HTML and SVG. */

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]);
}

/** An element; attributes in the order given, content as markup. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, ...content: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === "number" ? short(value) : value)}"`,
  );
  return `<${name}${written.join("")}>${content.join("")}</${name}>`;
}

/** A coordinate with no more digits than can be seen. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
