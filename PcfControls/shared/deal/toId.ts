/** Identifiers come with or without braces, in either case; the Web API wants neither braces nor capitals. Null for none. */
export const toId = (id: string | null | undefined): string | null => id?.replace(/[{}]/g, "").toLowerCase() || null;
