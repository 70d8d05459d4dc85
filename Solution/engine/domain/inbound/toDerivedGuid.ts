/**
 * A GUID from a SHA-256 hash in hex, of the version for such ids (RFC 9562, version 8). What is made for the same reason has
 * the same id, so that twins and restarts cannot make it twice.
 */
export const toDerivedGuid = (hash: string): string => {
  const variant = "89ab".charAt(parseInt(hash.charAt(16), 16) % 4);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
};
