const pattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** The GUID in lower case without braces; undefined for any other text. */
export const parseGuid = (text: string): string | undefined => pattern.exec(text)?.[1]?.toLowerCase();
