import type { CustomControlParameter } from "../formXml/FormModel";
import type { ManifestProperty } from "../manifest/ControlManifest";
import type { ColumnValue } from "../page/ColumnValue";
import type { PageColumn } from "../page/PageColumn";
import { attributeTypeOf } from "../xrm/attributeValue";
import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";
import { createDataSet } from "./dataSet";
import { formatColumn } from "./formatColumn";

const toRaw = (value: ColumnValue): unknown => (value instanceof Date ? new Date(value) : value);

function attributesOf({ metadata, requiredLevel }: PageColumn): object {
  const levels = { none: 0, required: 1, recommended: 3 } as const;
  return onlySupported(`context.parameters.attributes(${metadata.logicalName})`, {
    LogicalName: metadata.logicalName,
    DisplayName: metadata.displayName,
    Description: metadata.description ?? "",
    RequiredLevel: levels[requiredLevel],
    IsSecured: metadata.secured,
    SourceType: 0,
    Type: attributeTypeOf(metadata),
    Format: metadata.format,
    MaxLength: metadata.maxLength,
    MinValue: metadata.minValue,
    MaxValue: metadata.maxValue,
    Precision: metadata.precision,
    DefaultValue: metadata.defaultValue,
    Options: (metadata.options ?? []).map(({ value, label }) => ({ Value: value, Label: label })),
    ...(metadata.targets && { Targets: metadata.targets }),
  });
}

function boundProperty(property: ManifestProperty, column: PageColumn, site: ComponentSite): object {
  const messages = [...site.session.page.controls.values()]
    .filter(({ model }) => model.column === column.name)
    .flatMap(({ notifications }) => notifications.map(({ message }) => message));
  return onlySupported(`context.parameters.${property.name}`, {
    raw: toRaw(column.value),
    formatted: formatColumn(column),
    type: property.types[0] ?? "",
    attributes: attributesOf(column),
    security: { readable: true, editable: column.metadata.validForUpdate, secured: column.metadata.secured },
    error: messages.length > 0,
    errorMessage: messages[0] ?? "",
    ...(column.targets.length > 0 && {
      getTargetEntityType: () => column.targets[0]?.table ?? "",
      getViewId: () => "",
    }),
  });
}

const numberTypes = new Set(["Whole.None", "Decimal", "FP", "Currency", "OptionSet"]);

function literalProperty(property: ManifestProperty, text: string | null): object {
  const type = property.types[0] ?? "";
  const value =
    text !== null && numberTypes.has(type)
      ? Number(text)
      : type === "TwoOptions" && text !== null
        ? text === "true"
        : text;
  return onlySupported(`context.parameters.${property.name}`, {
    raw: value,
    formatted: text ?? "",
    type,
    attributes: undefined,
    security: { readable: true, editable: true, secured: false },
    error: false,
    errorMessage: "",
  });
}

function unboundProperty(property: ManifestProperty): object {
  return literalProperty(property, property.defaultValue);
}

/** Column a property is bound to; undefined for literals and properties the form leaves open. */
export function boundColumn(
  site: ComponentSite,
  parameter: CustomControlParameter | undefined,
): PageColumn | undefined {
  if (!parameter || parameter.isStatic) return undefined;
  const column = site.session.page.columns.get(parameter.value);
  if (column) return column;
  throw new Error(
    `The form binds "${parameter.property}" of ${site.loaded.name} to the column "${parameter.value}", which the table does not have.`,
  );
}

export const parameterOf = ({ control }: ComponentSite, property: string): CustomControlParameter | undefined =>
  control.model.custom?.parameters.find((parameter) => parameter.property === property);

/** `context.parameters`: one entry for each property of the manifest. */
export function createParameters(site: ComponentSite): object {
  const entries = site.loaded.manifest.properties.map((property): [string, object] => {
    const parameter = parameterOf(site, property.name);
    const column = boundColumn(site, parameter);
    if (column) return [property.name, boundProperty(property, column, site)];
    if (parameter) return [property.name, literalProperty(property, parameter.value)];
    if (property.isRequired && property.usage === "bound")
      throw new Error(`The form does not bind "${property.name}", which ${site.loaded.name} requires.`);
    return [property.name, unboundProperty(property)];
  });
  const dataSets = site.loaded.manifest.dataSets.map((name): [string, object] => [name, createDataSet(site, name)]);
  return onlySupported("context.parameters", Object.fromEntries([...entries, ...dataSets]));
}
