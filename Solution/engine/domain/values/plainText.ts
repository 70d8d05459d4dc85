/** Text without what XML, and so Dataverse, has no character for: most control characters, and halves of a character. */
export const plainText = (text: string): string =>
  text.replace(/[^\t\n\r -\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
