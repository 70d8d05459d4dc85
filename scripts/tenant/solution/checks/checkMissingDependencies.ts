import { type ImportLogEntry, failed } from "../ImportLog";
import type { RequiredComponent } from "../SolutionPackage";
import type { Check, CheckedImport } from "./Check";
import { typeNames } from "./rootKeys";
import { systemColumns } from "./systemColumns";
import { compareVersions } from "./compareVersions";

const file = "solution.xml";
const rule = "required components are installed";

const dependencyTypes: Readonly<Record<string, string>> = { ...typeNames, 2: "Column", 10: "Relationship", 26: "View" };

/** Tables, columns, views and forms: what the tenant would otherwise miss in the middle of an import. */
const hardTypes = new Set(["1", "2", "26", "60"]);

function describe({ type, displayName, schemaName, parentDisplayName }: RequiredComponent): string {
  const kind = (dependencyTypes[type] ?? "component").toLowerCase();
  const parent = parentDisplayName === undefined ? "" : ` of ${parentDisplayName}`;
  return `Required ${kind} ${displayName ?? schemaName ?? "without name"}${parent}`;
}

/** A component that the package needs and the environment lacks, with what that means for the import. */
interface UnmetDependency {
  required: RequiredComponent;
  finding: ImportLogEntry;
}

/**
 * The list a solution declares is a pre-check: what is missing from a base solution stops here with the name of the solution to
 * install, what only stored parts need is a warning.
 */
export const checkMissingDependencies: Check = (subject) => unmetDependencies(subject).map(({ finding }) => finding);

/** What of the declared list is missing. */
export function unmetDependencies({
  package: { manifest },
  environment,
}: Pick<CheckedImport, "package" | "environment">): UnmetDependency[] {
  const judge = (required: RequiredComponent): ImportLogEntry[] => {
    const [, owner = "", version = "0.0"] = /^(\S+)(?: \(([\d.]+)\))?$/.exec(required.solution?.trim() ?? "") ?? [];
    const component = describe(required);
    if (owner === "Active") {
      const message =
        "It is required from unmanaged changes of the author's own environment (solution Active), which no other environment has.";
      // Every table of its kind has these, so the requirement is met although its owner is not.
      return required.type === "2" && systemColumns.has(required.schemaName ?? "")
        ? [{ component, file, result: "warning", rule, message }]
        : [failed(component, file, rule, message)];
    }
    if (environment.presumes("solution", owner)) return [];
    const installed = environment.solutions.get(owner.toLowerCase());
    if (installed && compareVersions(installed.version, version) >= 0) return [];
    if (required.type === "1" && environment.table(required.schemaName?.toLowerCase() ?? "")) return [];
    const found = installed ? `version ${installed.version} is installed` : "it is not installed";
    const message = `It comes with the solution ${owner} of version ${version} or higher; ${found}. An administrator installs that first.`;
    return [
      hardTypes.has(required.type)
        ? failed(component, file, rule, message)
        : { component, file, result: "warning", message },
    ];
  };
  return manifest.missingDependencies.flatMap((required) => judge(required).map((finding) => ({ required, finding })));
}
