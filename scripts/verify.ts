import { readFileSync } from "node:fs";
import { ruleCount, verifyPackage } from "./verify/verifyPackage";

const zips = process.argv.slice(2);
if (zips.length === 0) {
  console.error("Say which package to verify: npm run verify -- out/CoSellConnector_managed.zip");
  process.exit(2);
}
let broken = 0;
for (const zip of zips) {
  const findings = verifyPackage(readFileSync(zip));
  broken += findings.length;
  for (const { rule, file, words } of findings) console.error(`${zip}: ${file}\n  broken rule: ${rule}\n  ${words}`);
  if (findings.length === 0) console.log(`${zip}: keeps all ${ruleCount} rules.`);
}
process.exit(broken === 0 ? 0 : 1);
