import { existsSync, readdirSync } from "node:fs";
import { connectEnvironment } from "./environment/connectEnvironment";
import { connectionArguments, parseCommandLine, readConnection } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { exportRows } from "./export/exportRows";
import { readExport } from "./export/readExport";

async function exportAll(): Promise<CommandEnd> {
  const parsed = parseCommandLine("export", process.argv.slice(2), { ...connectionArguments, out: { type: "string" } });
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  const folder = parsed.values.out;
  if (folder === undefined)
    return { exitCode: 2, refusal: "Say where to: --out FOLDER, a folder that is empty or new." };
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return { exitCode: 2, refusal: `${folder} is not empty: name another folder, so that no earlier export is lost.` };
  const connection = readConnection(parsed.values, process.env, process.stdout.isTTY);
  if ("refusal" in connection) return { exitCode: 2, refusal: connection.refusal };
  const say = (line: string): void => console.log(line);
  await exportRows(await connectEnvironment({ ...connection, say }), { folder, now: new Date(), say });
  const count = [...readExport(folder).values()].reduce((sum, rows) => sum + rows.length, 0);
  say(`${folder}: ${count} rows, read back.`);
  return { exitCode: 0 };
}

void runCommand(exportAll);
