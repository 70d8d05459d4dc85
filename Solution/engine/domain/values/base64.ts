const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const pattern = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The bytes of RFC 4648 base64; null for anything else. Only the one canonical form of some bytes is taken, so that no two
 * texts mean the same signature.
 */
export const decodeBase64 = (text: string): readonly number[] | null => {
  if (text.length % 4 !== 0 || !pattern.test(text)) return null;
  const bytes: number[] = [];
  let kept = 0;
  let bits = 0;
  for (let place = 0; place < text.length && text[place] !== "="; place += 1) {
    kept = ((kept << 6) | alphabet.indexOf(text.charAt(place))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 0xff);
  }
  return (kept & ((1 << bits) - 1)) === 0 ? bytes : null;
};
