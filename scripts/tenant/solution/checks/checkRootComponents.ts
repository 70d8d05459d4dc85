import { failed } from "../ImportLog";
import { type Check, customizationsFile } from "./Check";
import { isReadType, keyOfRow, rootKeys, typeNames } from "./rootKeys";

const file = "solution.xml";
const rule = "root components and components name each other";

/** Types from here on number the tables of one environment and mean something else in the next. */
const firstEnvironmentType = 10000;

/** Every root row must have its component in the zip, and every component its root row. */
export const checkRootComponents: Check = ({ package: { manifest }, contents }) => {
  const components = rootKeys(contents);
  const brought = new Set(components.map(({ type, key }) => `${type}|${key}`));
  const declared = new Set(manifest.rootComponents.map((row) => `${row.type}|${keyOfRow(row)}`));

  const required = new Set(
    manifest.missingDependencies.map(({ id, schemaName }) => (schemaName ?? id ?? "").toLowerCase()),
  );

  const withoutComponent = manifest.rootComponents.flatMap((row) => {
    const key = keyOfRow(row);
    const component = `${typeNames[row.type] ?? `Component of type ${row.type}`} ${key}`;
    if (row.type >= firstEnvironmentType) {
      return [
        failed(
          component,
          file,
          "no environment-specific root types",
          `Type ${row.type} has a meaning in one environment only: remove the row.`,
        ),
      ];
    }
    // Parts of others that are listed as required may be listed as parts too.
    if (brought.has(`${row.type}|${key}`) || !isReadType(row.type) || required.has(key)) return [];
    return [
      failed(
        component,
        file,
        rule,
        "solution.xml declares it as a root component, but customizations.xml does not define it.",
      ),
    ];
  });

  const withoutRow = components
    .filter(({ type, key, needsRow }) => needsRow && !declared.has(`${type}|${key}`))
    .map(({ component }) =>
      failed(
        component,
        customizationsFile,
        rule,
        "customizations.xml defines it, but solution.xml does not declare it as a root component.",
      ),
    );

  return [...withoutComponent, ...withoutRow];
};
