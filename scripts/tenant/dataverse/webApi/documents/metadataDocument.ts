import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { TableMetadata } from "../../metadata";
import { textResponse } from "../http/responses";
import { edmTypeOf } from "../query/literalText";
import { propertyOf } from "../query/properties";
import type { Route } from "../routes/Route";

const namespace = "mscrm";

function element(name: string, attributes: Record<string, string>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return children.length === 0
    ? `<${name}${written.join("")} />`
    : `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

function entityType(catalogue: MetadataCatalogue, { logicalName, primaryId, columns }: TableMetadata): string {
  const single = catalogue
    .lookupsOf(logicalName)
    .map(({ referencingNavigation, referencedTable }) =>
      element("NavigationProperty", { Name: referencingNavigation, Type: `${namespace}.${referencedTable}` }),
    );
  const collections = catalogue.childrenOf(logicalName).map(({ referencedNavigation, referencingTable }) =>
    element("NavigationProperty", {
      Name: referencedNavigation,
      Type: `Collection(${namespace}.${referencingTable})`,
    }),
  );
  return element("EntityType", { Name: logicalName }, [
    element("Key", {}, [element("PropertyRef", { Name: primaryId })]),
    ...columns.map((column) => element("Property", { Name: propertyOf(column), Type: edmTypeOf(column) })),
    ...single,
    ...collections,
  ]);
}

/** The tables as CSDL: types, properties and navigation properties. Operations are not described. */
export const metadataDocument: Route<"metadata"> = async ({ catalogue }) => {
  const tables = catalogue.tables();
  const sets = tables.map(({ entitySetName, logicalName }) =>
    element("EntitySet", { Name: entitySetName, EntityType: `Microsoft.Dynamics.CRM.${logicalName}` }),
  );
  const schema = element(
    "Schema",
    { Namespace: "Microsoft.Dynamics.CRM", Alias: namespace, xmlns: "http://docs.oasis-open.org/odata/ns/edm" },
    [...tables.map((table) => entityType(catalogue, table)), element("EntityContainer", { Name: "System" }, sets)],
  );
  const edmx = element("edmx:Edmx", { Version: "4.0", "xmlns:edmx": "http://docs.oasis-open.org/odata/ns/edmx" }, [
    element("edmx:DataServices", {}, [schema]),
  ]);
  return textResponse(`<?xml version="1.0" encoding="utf-8"?>${edmx}`, "application/xml");
};
