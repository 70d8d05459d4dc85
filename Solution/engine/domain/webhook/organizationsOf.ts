/** Parts of a name, parted by commas that stand in no quotes. */
const partsOf = (name: string): string[] => name.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];

/** Organizations in a distinguished name as .NET writes it, such as `CN=a, OU="b, c", O=Microsoft Corporation, C=US`. */
export const organizationsOf = (name: string): string[] =>
  partsOf(name)
    .map((part) => part.trim())
    .filter((part) => part.startsWith("O="))
    .map((part) => part.slice(2));
