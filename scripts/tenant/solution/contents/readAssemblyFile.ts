import { createHash } from "node:crypto";

/** What the bytes of a .NET assembly tell. */
export interface AssemblyFile {
  /** Public key tokens, in lower-case hex, of the full public keys in it; its own is among them when it is signed. */
  publicKeyTokens: string[];
  /** Whether a name is in its metadata, such as the name of a type or of the assembly. */
  hasName: (name: string) => boolean;
}

const cliDirectory = 14;

/** Reads a PE file with CLI metadata; undefined for anything else. */
export function readAssemblyFile(bytes: Uint8Array): AssemblyFile | undefined {
  try {
    const metadata = metadataOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const names = metadata && streamOf(metadata, "#Strings");
    const blobs = metadata && streamOf(metadata, "#Blob");
    if (!names || !blobs) return undefined;
    return {
      publicKeyTokens: publicKeysIn(blobs).map(tokenOf),
      // A name may be kept as the end of a longer one.
      hasName: (name) => names.includes(Buffer.from(`${name}\0`)),
    };
  } catch {
    return undefined; // It ends before what its headers say.
  }
}

/** The CLI metadata (ECMA-335 II.24), found by the headers of the PE file. */
function metadataOf(file: Buffer): Buffer | undefined {
  if (file.toString("latin1", 0, 2) !== "MZ") return undefined;
  const pe = file.readUInt32LE(0x3c);
  if (file.toString("latin1", pe, pe + 4) !== "PE\0\0") return undefined;
  const optional = pe + 24;
  const directories = optional + (file.readUInt16LE(optional) === 0x20b ? 112 : 96);
  const sections = optional + file.readUInt16LE(pe + 20);
  const sectionCount = file.readUInt16LE(pe + 6);
  const offsetOf = (address: number): number => {
    for (let section = sections; section < sections + 40 * sectionCount; section += 40) {
      const [size, start, , raw] = [8, 12, 16, 20].map((at) => file.readUInt32LE(section + at));
      if (start !== undefined && size !== undefined && raw !== undefined && address >= start && address < start + size)
        return raw + address - start;
    }
    throw new RangeError("no section holds the address");
  };
  const cli = file.readUInt32LE(directories + cliDirectory * 8);
  if (cli === 0) return undefined;
  const root = offsetOf(file.readUInt32LE(offsetOf(cli) + 8));
  return file.toString("latin1", root, root + 4) === "BSJB" ? file.subarray(root) : undefined;
}

function streamOf(metadata: Buffer, wanted: string): Buffer | undefined {
  let at = 16 + metadata.readUInt32LE(12);
  const count = metadata.readUInt16LE(at + 2);
  at += 4;
  for (let stream = 0; stream < count; stream++) {
    const end = metadata.indexOf(0, at + 8);
    const name = metadata.toString("latin1", at + 8, end);
    if (name === wanted) {
      const start = metadata.readUInt32LE(at);
      return metadata.subarray(start, start + metadata.readUInt32LE(at + 4));
    }
    at = at + 8 + (Math.floor(name.length / 4) + 1) * 4;
  }
  return undefined;
}

/** Public keys begin with the algorithms they are for: RSA signatures and SHA-1. */
function publicKeysIn(blobs: Buffer): Buffer[] {
  const start = Buffer.from("0024000004800000", "hex");
  const keys: Buffer[] = [];
  for (let at = blobs.indexOf(start); at >= 0; at = blobs.indexOf(start, at + 1)) {
    const length = 12 + blobs.readUInt32LE(at + 8);
    keys.push(blobs.subarray(at, at + length));
  }
  return keys;
}

const tokenOf = (publicKey: Buffer): string =>
  createHash("sha1").update(publicKey).digest().subarray(-8).reverse().toString("hex");
