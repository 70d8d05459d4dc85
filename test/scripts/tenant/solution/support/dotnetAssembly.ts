import { createHash } from "node:crypto";

/** An RSA public key as assemblies carry it; no private one belongs to it. */
const publicKey = Buffer.concat([Buffer.from("00240000048000009400000006020000", "hex"), Buffer.alloc(144, 7)]);

export const publicKeyToken = createHash("sha1").update(publicKey).digest().subarray(-8).reverse().toString("hex");

const padded = (text: string): Buffer => Buffer.from(text.padEnd((Math.floor(text.length / 4) + 1) * 4, "\0"));

/** The least that passes for a signed .NET assembly: headers, and metadata with these names. */
export function dotnetAssembly(...names: readonly string[]): Uint8Array {
  const strings = Buffer.from(`\0${names.join("\0")}\0`);
  const streams = [
    { name: "#Strings", bytes: strings },
    { name: "#Blob", bytes: Buffer.concat([Buffer.from([0, 0x80, publicKey.length]), publicKey]) },
  ];
  const version = padded("v4.0.30319");
  const headers = streams.map(({ name }) => 8 + padded(name).length).reduce((sum, size) => sum + size, 0);
  let at = 16 + version.length + 4 + headers;
  const root = Buffer.alloc(16);
  root.write("BSJB");
  root.writeUInt32LE(version.length, 12);
  const table = streams.map(({ name, bytes }) => {
    const header = Buffer.alloc(8);
    header.writeUInt32LE(at, 0);
    header.writeUInt32LE(bytes.length, 4);
    at += bytes.length;
    return Buffer.concat([header, padded(name)]);
  });
  const count = Buffer.from([0, 0, streams.length, 0]);
  return portableExecutable(Buffer.concat([root, version, count, ...table, ...streams.map(({ bytes }) => bytes)]));
}

/** One section that holds the CLI header and, behind it, the metadata. */
function portableExecutable(metadata: Buffer): Uint8Array {
  const [pe, section, sectionRva, cliSize] = [0x80, 0x400, 0x2000, 72];
  const file = Buffer.alloc(section + cliSize + metadata.length);
  file.write("MZ");
  file.writeUInt32LE(pe, 0x3c);
  file.write("PE\0\0", pe);
  file.writeUInt16LE(1, pe + 6);
  file.writeUInt16LE(224, pe + 20);
  file.writeUInt16LE(0x10b, pe + 24);
  file.writeUInt32LE(sectionRva, pe + 24 + 96 + 14 * 8);
  const header = pe + 24 + 224;
  for (const [offset, value] of [cliSize + metadata.length, sectionRva, cliSize + metadata.length, section].entries())
    file.writeUInt32LE(value, header + 8 + offset * 4);
  file.writeUInt32LE(sectionRva + cliSize, section + 8);
  metadata.copy(file, section + cliSize);
  return file;
}
