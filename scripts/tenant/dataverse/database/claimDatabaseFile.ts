import { existsSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Makes this process the only user of a database file and returns how to give it back. The WebAssembly build of SQLite
 * locks with a folder beside the file, which a killed process leaves behind; the owner's process id tells a stale one.
 */
export function claimDatabaseFile(file: string): () => void {
  const ownerFile = `${file}.owner`;
  const lockFolder = `${file}.lock`;
  const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new Error(
      `${file} is in use by process ${owner}. Stop that tenant first, or start this one with another folder.`,
    );
  }
  if (existsSync(lockFolder)) rmdirSync(lockFolder);
  writeFileSync(ownerFile, String(process.pid));
  return () => rmSync(ownerFile, { force: true });
}
