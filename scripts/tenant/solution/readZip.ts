import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";

/** The files of a zip by name, or what is wrong with the zip, with the entry where there is one. */
export type ZipReading =
  { ok: true; files: Map<string, Uint8Array> } | { ok: false; problems: { entry: string; problem: string }[] };

interface DirectoryEntry {
  name: string;
  crc: number;
  isEncrypted: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const zip = "the file itself";

/** Reads a zip and holds every entry against its checksum: the library that unpacks does not. */
export function readZip(bytes: Uint8Array): ZipReading {
  let unpacked: Record<string, Uint8Array>;
  let directory: DirectoryEntry[];
  try {
    unpacked = unzipSync(bytes);
    directory = readDirectory(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [{ entry: zip, problem: `It cannot be opened: ${reason}.` }] };
  }
  const names = directory.map(({ name }) => name.toLowerCase());
  const problems = directory.flatMap(({ name, crc, isEncrypted }, index) => [
    ...(isEncrypted ? [{ entry: name, problem: "It is encrypted." }] : []),
    ...(names.indexOf(name.toLowerCase()) === index ? [] : [{ entry: name, problem: "The zip holds it twice." }]),
    ...(crc32(unpacked[name] ?? new Uint8Array()) === crc
      ? []
      : [{ entry: name, problem: "Its bytes do not match its checksum: the zip was damaged after it was made." }]),
  ]);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, files: new Map(Object.entries(unpacked).filter(([name]) => !name.endsWith("/"))) };
}

/** The central directory at the end of a zip. */
function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end--;
  if (end < 0) throw new Error("it has no directory");
  const entries: DirectoryEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error("its directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      crc: view.getUint32(at + 16, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
