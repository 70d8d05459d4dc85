import type { TableMetadata } from "../../../dataverse/metadata";
import type { WebApiClient, WebApiRow } from "../webApi/WebApiClient";

/** All columns of one row: code components may be bound to columns the form does not show. */
export const readRecord = (api: WebApiClient, { entitySetName }: TableMetadata, id: string): Promise<WebApiRow> =>
  api.read(`${entitySetName}(${id})`);
