import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { ImportLogEntry } from "../ImportLog";
import type { SolutionPackage } from "../SolutionPackage";
import type { SolutionContents } from "../contents/SolutionContents";
import type { ComponentMetadata } from "../layers/ComponentMetadata";
import type { ComponentRows } from "../layers/ComponentRows";
import type { SystemRows } from "../rows/SystemRows";
import type { ImportSettings } from "./applySettings";

/** A component this import put in place, as the rows of solutioncomponent name it. */
export interface AppliedComponent {
  type: number;
  objectId: string;
}

/** One import on its way, inside its transaction. */
export interface ImportRun {
  package: SolutionPackage;
  contents: SolutionContents;
  catalogue: MetadataCatalogue;
  rows: SystemRows;
  /** Rows of components, which somebody in the environment may have changed. */
  components: ComponentRows;
  metadata: ComponentMetadata;
  solutionId: string;
  /** Unique name it is installed under: its own, or that of a holding solution. */
  installedName: string;
  /** Moment of the import, ISO 8601 UTC. */
  now: string;
  settings: ImportSettings;
  /** Whether flows are turned on whose connection references have connections. */
  publishWorkflows: boolean;
  applied: AppliedComponent[];
  log: ImportLogEntry[];
}

/** Notes a component as put in place. */
export function succeed(run: ImportRun, component: string, type: number, objectId: string, message: string): void {
  run.applied.push({ type, objectId });
  run.log.push({ component, file: "customizations.xml", result: "succeeded", message });
}

/** What every row of the solution carries. */
export function solutionValues(run: ImportRun): { solutionid: string; ismanaged: boolean; introducedversion: string } {
  const { managed, version } = run.package.manifest;
  return { solutionid: run.solutionId, ismanaged: managed, introducedversion: version };
}
