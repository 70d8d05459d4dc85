import type { ImportLogEntry } from "../ImportLog";
import type { Check, CheckedImport } from "./Check";
import { checkChoices } from "./checkChoices";
import { checkCustomApis } from "./checkCustomApis";
import { checkEnvironmentVariables } from "./checkEnvironmentVariables";
import { checkFlows } from "./checkFlows";
import { checkForms } from "./checkForms";
import { checkMissingDependencies } from "./checkMissingDependencies";
import { checkPayloads } from "./checkPayloads";
import { checkPlugins } from "./checkPlugins";
import { checkPublisher } from "./checkPublisher";
import { checkRelationships } from "./checkRelationships";
import { checkRootComponents } from "./checkRootComponents";
import { checkSecurity } from "./checkSecurity";
import { checkTables } from "./checkTables";
import { checkVersion } from "./checkVersion";
import { checkViews } from "./checkViews";

const checks: readonly Check[] = [
  checkVersion,
  checkPublisher,
  checkMissingDependencies,
  checkRootComponents,
  checkPayloads,
  checkChoices,
  checkTables,
  checkRelationships,
  checkForms,
  checkViews,
  checkPlugins,
  checkCustomApis,
  checkFlows,
  checkEnvironmentVariables,
  checkSecurity,
];

/** Judges a package as the server does before and while it applies one; `failed` entries refuse it. */
export const checkPackage = (subject: CheckedImport): ImportLogEntry[] => checks.flatMap((check) => check(subject));
