import type { RootComponent } from "../SolutionPackage";
import type { SolutionContents } from "../contents/SolutionContents";

/** A component of the zip and the key its root row has. */
export interface RootKey {
  type: number;
  key: string;
  /** What a person calls it. */
  component: string;
  /** False for parts that may also travel with their table. */
  needsRow: boolean;
}

export const typeNames: Readonly<Record<number, string>> = {
  1: "Table",
  9: "Choice",
  20: "Security role",
  26: "View",
  29: "Process",
  50: "Application ribbon",
  59: "Chart",
  60: "Form",
  61: "Web resource",
  62: "Site map",
  66: "Custom control",
  70: "Column security profile",
  80: "Model-driven app",
  91: "Plug-in assembly",
  92: "Plug-in step",
  300: "Canvas app",
};

/** Settings of images travel with their tables; not every export lists them. */
const imageSettings = new Set([431, 432]);

/** Kinds of root rows whose components are read from the zip; of others it cannot be said whether they are there. */
export const isReadType = (type: number): boolean => typeNames[type] !== undefined;

export const keyOfRow = (row: RootComponent): string => (row.schemaName ?? row.id ?? "").toLowerCase();

/** The root keys of everything a solution brings. */
export function rootKeys(contents: SolutionContents): RootKey[] {
  const key = (type: number, value: string, needsRow = true): RootKey => ({
    type,
    key: value.toLowerCase(),
    component: `${typeNames[type] ?? `Component of type ${type}`} ${value}`,
    needsRow,
  });
  return [
    ...contents.tables.map((table) => key(1, table.logicalName)),
    ...contents.choices.map((choice) => key(9, choice.name)),
    ...contents.roles.map((role) => key(20, role.id)),
    ...contents.workflows.map((workflow) => key(29, workflow.id)),
    ...contents.tables.flatMap((table) => table.forms.map((form) => key(60, form.id, false))),
    ...contents.tables.flatMap((table) => table.views.map((view) => key(26, view.id, false))),
    ...contents.tables.flatMap((table) => table.charts.map((chart) => key(59, chart.id, false))),
    ...contents.dashboards.map((dashboard) => ({ ...key(60, dashboard.id), component: `Dashboard ${dashboard.name}` })),
    ...contents.webResources.map((resource) => key(61, resource.name)),
    ...contents.controls.map((control) => key(66, control.name)),
    ...contents.columnSecurityProfiles.map((profile) => key(70, profile.id)),
    ...contents.assemblies.map((assembly) => key(91, assembly.fullName)),
    ...contents.steps.map((step) => key(92, step.id)),
    ...contents.kept.flatMap(({ kind, root }) =>
      root ? [{ ...key(root.type, root.key, !imageSettings.has(root.type)), component: `${kind} ${root.key}` }] : [],
    ),
  ];
}
