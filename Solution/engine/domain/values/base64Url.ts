import { decodeBase64 } from "./base64";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes, two hexadecimal digits each, as RFC 4648 base64url without padding. */
export const hexToBase64Url = (hex: string): string => {
  const bits = hex.replace(/./g, (digit) => parseInt(digit, 16).toString(2).padStart(4, "0"));
  return bits.replace(/.{1,6}/g, (group) => alphabet.charAt(parseInt(group.padEnd(6, "0"), 2)));
};

/** The bytes of base64url without padding; null for anything else. */
export const decodeBase64Url = (text: string): readonly number[] | null => {
  const plain = text.replace(/-/g, "+").replace(/_/g, "/");
  return decodeBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
};
