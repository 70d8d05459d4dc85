/** Paths in customizations.xml begin with a slash, entries of the zip do not. */
export const entryName = (path: string | undefined): string => (path ?? "").replace(/^\//, "");
