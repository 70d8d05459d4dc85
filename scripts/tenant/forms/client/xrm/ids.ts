/** Client API ids have braces and capitals. */
export const toXrmId = (id: string): string => `{${id.toUpperCase()}}`;

/** Id as rows and the Web API have it, from either way of writing. */
export const fromXrmId = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();
