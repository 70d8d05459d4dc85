import type { Element } from "@xmldom/xmldom";

/** A `RootComponent` row of solution.xml. */
export interface RootComponent {
  /** Component type, such as 1 table, 61 web resource, 91 plug-in assembly. */
  type: number;
  schemaName?: string;
  id?: string;
  /** For tables: 0 the whole table, 1 its properties and chosen parts, 2 chosen parts only. */
  behavior: number;
}

export interface RequiredComponent {
  type: string;
  schemaName?: string;
  displayName?: string;
  /** Table of a column, view or form. */
  parentDisplayName?: string;
  /** Logical name of that table. */
  parentSchemaName?: string;
  /** Id of a component that has no name of its own, such as a form or a view. */
  id?: string;
  /** Unique name and version of the solution that owns it, such as `msdynce_Sales (9.0.4.0076)`. */
  solution?: string;
}

export interface SolutionManifest {
  uniqueName: string;
  displayName: string;
  description?: string;
  version: string;
  managed: boolean;
  publisher: { uniqueName: string; displayName: string; prefix: string; optionValuePrefix: number };
  rootComponents: RootComponent[];
  missingDependencies: RequiredComponent[];
}

/** A solution zip, read and parsed but not yet judged. */
export interface SolutionPackage {
  manifest: SolutionManifest;
  customizations: Element;
  /** Root element of solution.xml. */
  solution: Element;
  /** Every entry by its name in the zip. */
  files: ReadonlyMap<string, Uint8Array>;
}
