/** Content of files as rows keep it. */
export const toBase64 = (bytes: Uint8Array | undefined): string =>
  Buffer.from(bytes ?? new Uint8Array()).toString("base64");
