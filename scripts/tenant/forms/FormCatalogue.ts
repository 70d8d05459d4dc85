import type { RelationshipMetadata, TableMetadata } from "../dataverse/metadata";

/** What the form host needs to know of the tables; read anew on every request, as an import may change it. */
export interface FormCatalogue {
  tables(): readonly TableMetadata[];
  relationships(): readonly RelationshipMetadata[];
}
