import type { TableMetadata } from "../../../dataverse/metadata";
import { propertyOf } from "../webApi/readColumn";

/** Property of a Web API row that carries a view's cell; cells of linked tables are named `alias.column` on both sides. */
export function toWebApiColumn({ columns }: TableMetadata, cell: string): string {
  const column = columns.find(({ logicalName }) => logicalName === cell);
  return column ? propertyOf(column) : cell;
}
