import type { ImportLogEntry } from "../ImportLog";
import type { Check, CheckedImport } from "./Check";
import { checkChoices } from "./checkChoices";
import { checkCharts } from "./checkCharts";
import { checkCustomApis } from "./checkCustomApis";
import { checkApps } from "./checkApps";
import { checkCommandBars } from "./checkCommandBars";
import { checkDashboards } from "./checkDashboards";
import { checkWebResources } from "./checkWebResources";
import { checkAssemblies } from "./checkAssemblies";
import { checkControls } from "./checkControls";
import { checkColumns } from "./checkColumns";
import { checkIdentifiers } from "./checkIdentifiers";
import { checkNames } from "./checkNames";
import { checkElements } from "./checkElements";
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
  checkElements,
  checkIdentifiers,
  checkNames,
  checkMissingDependencies,
  checkRootComponents,
  checkPayloads,
  checkChoices,
  checkTables,
  checkColumns,
  checkRelationships,
  checkForms,
  checkViews,
  checkCharts,
  checkDashboards,
  checkCommandBars,
  checkWebResources,
  checkControls,
  checkAssemblies,
  checkPlugins,
  checkCustomApis,
  checkFlows,
  checkApps,
  checkEnvironmentVariables,
  checkSecurity,
];

/** Judges a package as the server does before and while it applies one; `failed` entries refuse it. */
export const checkPackage = (subject: CheckedImport): ImportLogEntry[] => checks.flatMap((check) => check(subject));
