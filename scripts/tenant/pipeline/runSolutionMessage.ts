import { type Caller, DataverseError } from "../dataverse/OrganizationService";
import { refusals } from "../dataverse/refusals";
import type { EntityValue, Value } from "../dataverse/values";
import type { ImportOptions } from "../solution/importSolution";
import type { SystemRows } from "../solution/rows/SystemRows";
import type { Dependency } from "../solution/removal/Dependency";
import type { Solutions } from "./createSolutions";

type Parameters = Readonly<Record<string, Value>>;
type SolutionMessage = (parameters: Parameters, solutions: Solutions) => Promise<Record<string, Value>>;

/** Messages about whole solutions, by name. */
export const solutionMessages: ReadonlyMap<string, SolutionMessage> = new Map(
  Object.entries<SolutionMessage>({
    ImportSolution: async (parameters, solutions) => {
      const mode = parameters.HoldingSolution === true ? "holding" : "update";
      await importOrRefuse(parameters, solutions, mode);
      return {};
    },
    StageAndUpgrade: async (parameters, solutions) => {
      await importOrRefuse(parameters, solutions, "upgrade");
      return {};
    },
    DeleteAndPromote: async (parameters, solutions) => {
      const { solutionId } = await solutions.promote(requireText(parameters, "UniqueName"));
      return { SolutionId: { $t: "guid", v: solutionId } };
    },
    RetrieveDependenciesForUninstall: async (parameters, solutions) => {
      const found = await solutions.dependenciesForUninstall(requireText(parameters, "SolutionUniqueName"));
      return { EntityCollection: { $t: "entities", table: "dependency", rows: found.map(toRow) } };
    },
  }),
);

export interface SolutionMessageParts {
  solutions: Solutions;
  rows: SystemRows;
  /** Whether a user's security roles give a privilege. */
  hasPrivilege: (userId: string, privilege: string) => Promise<boolean>;
}

/** Runs a message about solutions for a caller who may import some. */
export async function runSolutionMessage(
  run: SolutionMessage,
  parameters: Parameters,
  caller: Caller,
  parts: SolutionMessageParts,
): Promise<Record<string, Value>> {
  await requirePrivilege("prvCreateSolution", caller, parts);
  return run(parameters, parts.solutions);
}

/** Deleting the row of a solution uninstalls it. */
export async function removeSolution(id: string, caller: Caller, parts: SolutionMessageParts): Promise<void> {
  await requirePrivilege("prvDeleteSolution", caller, parts);
  const [solution] = await parts.rows.read("solution", ["uniquename"], { solutionid: id });
  if (!solution) throw refusals.rowMissing("solution", id);
  await parts.solutions.uninstall(String(solution.uniquename));
}

async function requirePrivilege(
  privilege: string,
  { userId }: Caller,
  { hasPrivilege }: SolutionMessageParts,
): Promise<void> {
  if (userId !== null && !(await hasPrivilege(userId, privilege))) throw refusals.privilegeMissing(privilege, userId);
}

function requireText(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== "string") throw refusals.argument(`Required parameter '${name}' of type String is missing.`);
  return value;
}

async function importOrRefuse(
  parameters: Parameters,
  solutions: Solutions,
  mode: ImportOptions["mode"] & string,
): Promise<void> {
  const zip = Buffer.from(requireText(parameters, "CustomizationFile"), "base64");
  const { ok, log } = await solutions.import(zip, { mode });
  const failures = log.filter(({ result }) => result === "failed");
  if (ok) return;
  const words = failures.map(({ component, message }) => `${component}: ${message}`).join(" ");
  throw new DataverseError(failures.find(({ code }) => code !== undefined)?.code ?? importError, words, 400);
}

/** ImportSolutionError: "An error occurred while importing a Solution." */
const importError = "0x80048033";

/** 2, published: something that people see needs it. */
const published = 2;

const toRow = ({ required, dependent }: Dependency): EntityValue => ({
  $t: "entity",
  table: "dependency",
  attributes: {
    dependencytype: { $t: "opt", v: published },
    requiredcomponentobjectid: { $t: "guid", v: required.objectId },
    requiredcomponenttype: required.type,
    dependentcomponentobjectid: { $t: "guid", v: dependent.objectId },
    dependentcomponenttype: dependent.type,
  },
});
