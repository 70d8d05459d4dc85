import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import { switchNames, switchTable } from "../../scripts/tenant/partnerCenter/switches/switches";
import { switchesPlayed } from "../simulation/scenario/Scenario";
import { areas, type Assumption, type FidelityEntry } from "./FidelityEntry";

const switchId = /^partnerCenter\.switch\./;
const risks = { high: "High risk", medium: "Medium risk", low: "Low risk" } as const;

/** The document that tells users what was never tried in a real environment, the greatest risk first. */
export async function renderAssumptions(manifest: readonly FidelityEntry[]): Promise<string> {
  const assumed = manifest.flatMap(({ id, area, what, source }) =>
    source.kind === "assumed" && !switchId.test(id) ? [{ area, what, source }] : [],
  );
  const sections = Object.entries(risks).flatMap(([risk, title]) => {
    const all = assumed.filter(({ source }) => source.risk === risk);
    return all.length === 0 ? [] : [`## ${title}`, ...all.map((each) => describe(each))];
  });
  const share = (100 * manifest.filter(({ source }) => source.kind === "assumed").length) / manifest.length;
  const text = [
    "# What was never tried in a real environment",
    introduction(manifest.length, share),
    ...sections,
    "## Where Partner Center's documentation is silent",
    silence,
    ["| Open question | Taken as | Also possible |", "| --- | --- | --- |", ...switchRows()].join("\n"),
  ].join("\n\n");
  return format(text, { parser: "markdown", plugins: [markdown], printWidth: 120 });
}

const introduction = (count: number, share: number): string =>
  `The connector is built and tested against stand-ins for Microsoft's services. Of more than ${Math.floor(count / 100) * 100} behaviours that it relies on, about ${Math.round(share)} % are assumed: no page of Microsoft's, and nothing that a real service made, confirms them. They are listed here, the greatest risk first, each with the command that tells.

Run this against a test environment before and after the import; the first form only reads, the second makes rows of its own and takes them away:

\`\`\`
npm run fidelity -- --url https://contoso.crm.dynamics.com
npm run fidelity -- --url https://contoso.crm.dynamics.com --write
\`\`\``;

function describe({ area, what, source }: { area: FidelityEntry["area"]; what: string; source: Assumption }): string {
  return `**${what.replace(/\.$/, "")}.** (${areas[area]})

- Why we believe it: ${source.because}
- If it is wrong: ${source.ifWrong}
- What tells: ${/^npm run \S+/.test(source.tells) ? source.tells.replace(/^npm run \S+( -- --url [^\s,]+)?/, (command) => `\`${command}\``) : source.tells}`;
}

const silence = `The sandbox takes a side on each of these, and can be switched to the other. The connector was written to live with every value; random play (\`npm run simulate\`) turns those marked with a star. If one is taken wrongly, a call may be refused, and the deal then says **Needs attention** with Partner Center's own words, or a value arrives later. [Your first co-sell](../README.md#your-first-co-sell) in staging tells.`;

function switchRows(): readonly string[] {
  return switchNames.map((name) => {
    const { values, default: taken, unknown } = switchTable[name];
    const others = (values as readonly string[]).filter((value) => value !== taken);
    const star = Object.hasOwn(switchesPlayed, name) ? " *" : "";
    return `| ${unknown.replaceAll("|", "\\|")}${star} | \`${taken}\` | ${others.map((value) => `\`${value}\``).join(", ")} |`;
  });
}
