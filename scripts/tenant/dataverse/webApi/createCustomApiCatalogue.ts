import type { MetadataCatalogue } from "../catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../OrganizationService";
import type { EntityValue, Value } from "../values";
import type { CustomApiCatalogue, CustomApiDefinition, CustomApiParameter, CustomApiType } from "./CustomApiCatalogue";

/** By the value of the `type` column. */
const types: readonly CustomApiType[] = [
  "Boolean",
  "DateTime",
  "Decimal",
  "Entity",
  "EntityCollection",
  "EntityReference",
  "Float",
  "Integer",
  "Money",
  "Picklist",
  "String",
  "StringArray",
  "Guid",
];

const nobody = "00000000-0000-0000-0000-000000000000";
const system: Caller = { userId: null, initiatingUserId: nobody, depth: 1, correlationId: nobody };

const option = (value: Value | undefined): number | undefined =>
  typeof value === "object" && value?.$t === "opt" ? value.v : undefined;
const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

function toParameter({ attributes }: EntityValue): CustomApiParameter {
  const type = types[option(attributes.type) ?? -1];
  const name = text(attributes.uniquename);
  if (type === undefined) throw new Error(`The custom API parameter ${name} has no type.`);
  return { name, type, isOptional: attributes.isoptional === true };
}

function bindingOf({ attributes }: EntityValue): Pick<CustomApiDefinition, "binding"> {
  const kinds = [undefined, "row", "rows"] as const;
  const kind = kinds[option(attributes.bindingtype) ?? 0];
  return kind ? { binding: { kind, table: text(attributes.boundentitylogicalname) } } : {};
}

const query = (table: string, columns: readonly string[], column: string, value: string): string =>
  `<fetch><entity name="${table}">${columns.map((name) => `<attribute name="${name}"/>`).join("")}
     <filter><condition attribute="${column}" operator="eq" value="${value}"/></filter></entity></fetch>`;

/** Finds custom APIs in the tables where an import puts them. */
export function createCustomApiCatalogue(
  service: OrganizationService,
  catalogue: MetadataCatalogue,
): CustomApiCatalogue {
  const fetch = async (...parts: Parameters<typeof query>) => (await service.fetch(query(...parts), system)).rows;
  return {
    find: async (name) => {
      if (!catalogue.table("customapi") || !/^\w+$/.test(name)) return undefined;
      const columns = ["uniquename", "isfunction", "bindingtype", "boundentitylogicalname"];
      const found = await fetch("customapi", columns, "uniquename", name);
      // Names of operations mind case; the database does not.
      const api = found.find(({ attributes }) => attributes.uniquename === name);
      if (api?.id === undefined) return undefined;
      const parts = [
        await fetch("customapirequestparameter", ["uniquename", "type", "isoptional"], "customapiid", api.id),
        await fetch("customapiresponseproperty", ["uniquename", "type"], "customapiid", api.id),
      ] as const;
      return {
        name,
        isFunction: api.attributes.isfunction === true,
        ...bindingOf(api),
        parameters: parts[0].map(toParameter),
        responses: parts[1].map(toParameter),
      };
    },
  };
}
