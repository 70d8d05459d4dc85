/** How a command ended: what to say on its error output, and its exit code. */
export interface CommandEnd {
  exitCode: 0 | 1 | 2;
  /** Why it did not work, in words. */
  refusal?: string;
}

/** Runs a command and ends the process as it says; a failure that it throws is told in its words. */
export async function runCommand(command: () => Promise<CommandEnd>): Promise<void> {
  const end = await command().catch((error: unknown): CommandEnd => ({
    exitCode: 1,
    refusal: error instanceof Error ? error.message : String(error),
  }));
  if (end.refusal !== undefined) console.error(end.refusal);
  process.exitCode = end.exitCode;
}
