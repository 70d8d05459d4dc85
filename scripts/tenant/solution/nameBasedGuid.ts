import { createHash } from "node:crypto";

const namespace = Buffer.from("5f0a3f5de2a04f7a9d1c9a1f27b0c6d4", "hex");

/** The same GUID for the same name (RFC 9562 version 5), for rows whose zip or data gives them none. */
export function nameBasedGuid(name: string): string {
  const hash = createHash("sha1").update(namespace).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
