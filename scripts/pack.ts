import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { strFromU8 } from "fflate";
import { parseCommandLine } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { type PackedSolution, packSolution } from "./pack/packSolution";
import { zipEntries } from "./pack/zipEntries";

const packArguments = {
  folder: { type: "string" },
  type: { type: "string" },
  out: { type: "string" },
  ignore: { type: "string", multiple: true },
  "use-unmanaged-for-missing-managed": { type: "boolean", default: false },
} as const;

/** Files left out in one folder that are named; of more, their number is said. */
const namedFiles = 5;

async function pack(): Promise<CommandEnd> {
  const parsed = parseCommandLine("pack", process.argv.slice(2), packArguments);
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  const { folder, type, out, ignore = [], ...values } = parsed.values;
  if (folder === undefined)
    return {
      exitCode: 2,
      refusal: "Say which folder to pack: --folder FOLDER, the one that holds Other/Solution.xml.",
    };
  if (type !== "managed" && type !== "unmanaged")
    return { exitCode: 2, refusal: "Say which package to make: --type managed or --type unmanaged." };

  const missingManaged = values["use-unmanaged-for-missing-managed"] ? "useUnmanaged" : "leaveOut";
  const packed = packSolution(resolve(folder), type, { missingManaged, ignore });
  const zip = zipEntries(packed.entries);
  const file = resolve(out ?? `out/${uniqueName(packed)}_${type}.zip`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  console.log(`${file}: ${packed.entries.length} files, ${(zip.length / 1024).toFixed(1)} KB.`);
  for (const line of leftOutLines(packed.leftOut)) console.log(line);
  return { exitCode: 0 };
}

function uniqueName({ entries }: PackedSolution): string {
  const manifest = strFromU8(entries.find(({ name }) => name === "solution.xml")?.bytes ?? new Uint8Array());
  return /<UniqueName>\s*([\w.-]+)\s*<\/UniqueName>/.exec(manifest)?.[1] ?? "solution";
}

function leftOutLines(leftOut: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const file of leftOut) {
    const folder = /^canvasapps\/src\//i.test(file)
      ? file.split("/").slice(0, 2).join("/")
      : (file.split("/")[0] ?? "");
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].flatMap(([folder, files]) =>
    files.length > namedFiles
      ? [`No part of this package: ${files.length} files in ${folder}`]
      : files.map((file) => `No part of this package: ${file}`),
  );
}

void runCommand(pack);
