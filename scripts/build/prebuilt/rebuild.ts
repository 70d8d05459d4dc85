import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashList, hashListName, type Prebuilt } from "./Prebuilt";

/** Makes the prebuilt from its sources, in a folder below out/, and returns that folder. */
export async function rebuild(root: string, prebuilt: Prebuilt, purpose: string): Promise<string> {
  const folder = join(root, "out/dotnet", purpose, prebuilt.name.replaceAll(" ", "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await prebuilt.make(root, join(folder, "result"), folder);
  return join(folder, "result");
}

/** Rebuilds and returns the names of the files that are not, byte for byte, those kept. */
export async function differingFiles(root: string, prebuilt: Prebuilt, purpose: string): Promise<string[]> {
  const rebuilt = await rebuild(root, prebuilt, purpose);
  return prebuilt.files.filter(
    (file) => !readFileSync(join(rebuilt, file)).equals(readFileSync(join(root, prebuilt.folder, file))),
  );
}

/** Rebuilds and keeps the result, with the hashes of what it was made from. */
export async function refresh(root: string, prebuilt: Prebuilt): Promise<void> {
  const rebuilt = await rebuild(root, prebuilt, "refresh");
  mkdirSync(join(root, prebuilt.folder), { recursive: true });
  for (const file of prebuilt.files)
    writeFileSync(join(root, prebuilt.folder, file), readFileSync(join(rebuilt, file)));
  writeFileSync(join(root, prebuilt.folder, hashListName), hashList(root, prebuilt));
}
