import type { SolutionContents } from "../../tenant/solution/contents/SolutionContents";

/**
 * What the data and settings of those who have installed a release hang on: if it goes or becomes something else, an upgrade
 * loses them or is refused.
 */
export interface Surface {
  /** Kind of each column by `table.column`. */
  columns: Record<string, string>;
  /** Values of each choice. */
  choices: Record<string, number[]>;
  /** Type number of each environment variable. */
  settings: Record<string, number>;
  /** Names by the ids under which people give roles, and turn flows on. */
  roles: Record<string, string>;
  flows: Record<string, string>;
  profiles: Record<string, string>;
  /** The id ledger: names by ids of each type of component. An upgrade knows a component by its id. */
  ids: Record<string, Record<string, string>>;
}

const sorted = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const named = (components: readonly { id: string; name: string }[]): Record<string, string> =>
  sorted(components.map(({ id, name }) => [id, name]));

export const surfaceOf = (contents: SolutionContents): Surface => ({
  columns: sorted(
    contents.tables.flatMap(({ logicalName, columns }) =>
      columns.map((column) => [`${logicalName}.${column.logicalName}`, column.type] as const),
    ),
  ),
  choices: sorted(contents.choices.map(({ name, options }) => [name, options.map(({ value }) => value)])),
  settings: sorted(contents.environmentVariables.map(({ schemaName, type }) => [schemaName, type])),
  roles: named(contents.roles),
  flows: named(contents.workflows),
  profiles: named(contents.columnSecurityProfiles),
  ids: idLedger(contents),
});

function idLedger({ tables, dashboards, steps, assemblies, ...contents }: SolutionContents): Surface["ids"] {
  const forms = [...tables.flatMap((table) => table.forms), ...dashboards];
  const charts = tables.flatMap((table) => table.charts);
  const views = tables.flatMap((table) => table.views);
  return {
    form: named(forms.map(({ id, table, type, name }) => ({ id, name: `${table}/${type}/${name}` }))),
    view: named(views.map(({ id, table, name }) => ({ id, name: `${table}/${name}` }))),
    chart: named(charts.map(({ id, table, name }) => ({ id, name: `${table}/${name}` }))),
    "web resource": named(contents.webResources),
    "plug-in assembly": named(assemblies.map(({ id, fullName }) => ({ id, name: fullName }))),
    "plug-in type": named(assemblies.flatMap(({ types }) => types.map(({ id, typeName }) => ({ id, name: typeName })))),
    step: named(steps),
    "step image": named(
      steps.flatMap((step) => step.images.map(({ id, name }) => ({ id, name: `${step.name}/${name}` }))),
    ),
    "security role": named(contents.roles),
    "column security profile": named(contents.columnSecurityProfiles),
    "cloud flow": named(contents.workflows),
  };
}

/** What an upgrade from one surface to the other does to those who have the first, in words; nothing where it does no harm. */
export function harmOf(before: Surface, next: Surface): string[] {
  return [
    ...changed("column", before.columns, next.columns, "Dataverse refuses the upgrade"),
    ...changed("environment variable", before.settings, next.settings, "values that people gave no longer fit"),
    ...Object.entries(before.choices).flatMap(([name, values]) =>
      values
        .filter((value) => !next.choices[name]?.includes(value))
        .map((value) => `Option ${value} of the choice ${name} is gone: rows that have it show a number.`),
    ),
    ...gone("security role", before.roles, next.roles, "who had it has it no more"),
    ...gone("cloud flow", before.flows, next.flows, "it no longer runs, even where it was on"),
    ...gone("column security profile", before.profiles, next.profiles, "its members lose it"),
    ...moved(before, next),
  ];
}

/** Components that are there under another id, without those that are told of as gone. */
function moved(before: Surface, next: Surface): string[] {
  const told = { ...before.roles, ...before.flows, ...before.profiles };
  return Object.entries(before.ids).flatMap(([type, names]) => {
    const news = Object.entries(next.ids[type] ?? {}).filter(([id]) => !(id in names));
    return Object.entries(names).flatMap(([was, name]) => {
      const [is] = news.find(([, newName]) => newName === name) ?? [];
      if (is === undefined || was in (next.ids[type] ?? {}) || was in told) return [];
      return [`The ${type} ${name} had the id ${was} and has ${is}: what refers to it no longer finds it.`];
    });
  });
}

function changed(
  kind: string,
  before: Record<string, string | number>,
  next: Record<string, string | number>,
  effect: string,
): string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = next[name];
    if (is === undefined) return [`The ${kind} ${name} is gone: an upgrade takes it away with its data.`];
    return is === was ? [] : [`The ${kind} ${name} was ${was} and is ${is}: ${effect}.`];
  });
}

const gone = (kind: string, before: Record<string, string>, next: Record<string, string>, effect: string): string[] =>
  Object.entries(before)
    .filter(([id]) => !(id in next))
    .map(([, name]) => `The ${kind} ${name} is gone: ${effect}.`);
