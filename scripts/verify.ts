import { readFileSync } from "node:fs";
import { type Finding, errorsIn, verifyPackage } from "./verify/verifyPackage";

const help = `npm run verify -- <package.zip> [<package.zip> ...]

Holds solution packages against what Dataverse asks of them, with the checks of the local tenant's import but without an
environment: what other solutions bring is taken to be there.

  error    Dataverse would refuse the package, or something in it would not work
  advice   it imports, and could be better

Ends with 0 when no package has an error, with 1 when one has, with 2 when it can't be run.`;

const print = (zip: string, { level, component, file, rule, message }: Finding): void =>
  (level === "error" ? console.error : console.log)(
    `${zip}: ${level}: ${component} (${file})\n  rule: ${rule}\n  ${message}`,
  );

function verify(zip: string): number {
  const findings = verifyPackage(readFileSync(zip));
  const errors = errorsIn(findings).length;
  for (const finding of findings) print(zip, finding);
  console.log(
    `${zip}: ${errors === 0 ? "no errors" : `${errors} errors`}, ${findings.length - errors} pieces of advice.`,
  );
  return errors;
}

function run(zips: readonly string[]): number {
  if (zips.some((zip) => zip === "--help" || zip === "-h")) {
    console.log(help);
    return 0;
  }
  if (zips.length === 0) {
    console.error("Say which package to verify: npm run verify -- out/CoSellConnector_managed.zip");
    return 2;
  }
  try {
    return zips.map(verify).some((errors) => errors > 0) ? 1 : 0;
  } catch (error) {
    console.error(`It can't be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

process.exit(run(process.argv.slice(2)));
