/** Key in the generated schema for a label: `Proof of concept/Demo` gives `proofOfConceptDemo`. */
export function labelKey(label: string): string {
  const [first = "", ...rest] = label.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
