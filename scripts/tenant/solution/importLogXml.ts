import type { ImportLogEntry, ImportResult } from "./ImportLog";

/** What an import log says about the import as a whole. */
export interface LoggedImport {
  result: ImportResult;
  displayName: string;
  startedOn: Date;
  completedOn: Date;
}

/**
 * The content of `importjob.data`: an element a component, each with a `result`. Source: Microsoft's sample "Work with
 * solutions". Which sections there are beside those of the sample is not documented; here components without one of theirs are nodes.
 */
export function importLogXml({ result, displayName, startedOn, completedOn }: LoggedImport): string {
  const { solution, log } = result;
  const manifests = solution
    ? `<solutionManifest languagecode="1033" ${named(solution.uniqueName, displayName)}>` +
      `<UniqueName>${escape(solution.uniqueName)}</UniqueName><Version>${escape(solution.version)}</Version>` +
      `<Managed>${solution.managed ? 1 : 0}</Managed>` +
      outcomes(
        log.filter(({ component }) => component.startsWith("Solution ")),
        completedOn,
      ) +
      "</solutionManifest>"
    : "";
  const others = log.filter(({ component }) => !component.startsWith("Solution ") || !solution);
  const parts = Object.values(sections).map(({ section, element, prefix }) => {
    const entries = others.filter((entry) => sectionOf(entry).prefix === prefix);
    const children = entries.map(
      (entry) =>
        `<${element} ${named(entry.component, entry.component.slice(prefix.length))}>${outcome(entry, completedOn)}</${element}>`,
    );
    return `<${section}>${children.join("")}</${section}>`;
  });
  return (
    `<importexportxml start="${ticks(startedOn)}" stop="${ticks(completedOn)}" progress="100" processed="true">` +
    `<solutionManifests>${manifests}</solutionManifests>${parts.join("")}</importexportxml>`
  );
}

/** Names of sections and of their elements, by how the log calls their components. */
const sections = {
  tables: { prefix: "Table ", section: "entities", element: "entity" },
  choices: { prefix: "Choice ", section: "optionSets", element: "optionSet" },
  webResources: { prefix: "Web resource ", section: "webResources", element: "webResource" },
  roles: { prefix: "Security role ", section: "securityroles", element: "securityrole" },
  processes: { prefix: "Process ", section: "workflows", element: "workflow" },
  assemblies: { prefix: "Plug-in assembly ", section: "SolutionPluginAssemblies", element: "SolutionPluginAssembly" },
  steps: { prefix: "Plug-in step ", section: "SdkMessageProcessingSteps", element: "SdkMessageProcessingStep" },
  others: { prefix: "", section: "nodes", element: "node" },
} as const;

const sectionOf = ({ component }: ImportLogEntry) =>
  Object.values(sections).find(({ prefix }) => prefix !== "" && component.startsWith(prefix)) ?? sections.others;

const named = (id: string, name: string): string =>
  `id="${escape(id)}" LocalizedName="${escape(name)}" processed="true"`;

/** A solution without a line of its own went in well. */
function outcomes(entries: readonly ImportLogEntry[], at: Date): string {
  if (entries.length > 0) return entries.map((entry) => outcome(entry, at)).join("");
  return outcome({ component: "", file: "", result: "succeeded", message: "" }, at);
}

const results = { succeeded: "success", "kept, not run": "success", warning: "warning", failed: "failure" } as const;

/** "An error occurred while importing a solution", the code of failures that have none of their own. */
const importFailed = "0x80048036";

function outcome({ result, message, rule, file }: ImportLogEntry, at: Date): string {
  const isProblem = result === "failed" || result === "warning";
  const place = rule === undefined ? file : `${file}, rule "${rule}"`;
  const text = isProblem ? escape(`${message} (${place})`) : "";
  const code = result === "failed" ? importFailed : "0";
  const time = at.toISOString().slice(11, 22);
  return `<result result="${results[result]}" errorcode="${code}" errortext="${text}" datetime="${time}" datetimeticks="${ticks(at)}" />`;
}

const ticksAtEpoch = 621_355_968_000_000_000n;

/** Tenths of microseconds since the year 1, as .NET counts them. */
const ticks = (at: Date): string => String(ticksAtEpoch + BigInt(at.getTime()) * 10_000n);

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
