import type { ImportLogEntry } from "../ImportLog";
import type { SolutionPackage } from "../SolutionPackage";
import type { SolutionContents } from "../contents/SolutionContents";
import type { Environment } from "./Environment";
import type { SchemaAfterImport } from "./SchemaAfterImport";

export interface CheckedImport {
  package: SolutionPackage;
  contents: SolutionContents;
  environment: Environment;
  /** Tables and columns as they will be once this solution is in. */
  schema: SchemaAfterImport;
}

/** Judges one aspect of a package; what it finds wrong refuses the import unless it is a warning. */
export type Check = (subject: CheckedImport) => ImportLogEntry[];

export const customizationsFile = "customizations.xml";
