import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const connectionReference = defineTable({
  schemaName: "connectionreference",
  entitySetName: "connectionreferences",
  displayName: "Connection Reference",
  collectionName: "Connection References",
  ownership: "user",
  primaryName: "connectionreferencedisplayname",
  states: activeAndInactive,
  columns: [
    column.text("ConnectionReferenceLogicalName", "Logical Name", 100, { required: "required" }),
    column.text("ConnectionReferenceDisplayName", "Display Name", 100),
    column.text("ConnectorId", "Connector", 450),
    /** None until somebody who may chooses a connection. */
    column.text("ConnectionId", "Connection Id", 1000),
    ...solutionColumns(),
  ],
  keys: [{ name: "connectionreference_logicalname", columns: ["connectionreferencelogicalname"] }],
});
