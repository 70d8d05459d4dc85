import { defineTable } from "../defineTable";
import { column } from "../column";

/** What each solution says about a component that several solutions change; the form shown is the layers in order. */
export const componentLayer = defineTable({
  schemaName: "msdyn_componentlayer",
  entitySetName: "msdyn_componentlayers",
  displayName: "Component Layer",
  collectionName: "Component Layers",
  ownership: "organization",
  primaryName: "msdyn_name",
  columns: [
    column.text("msdyn_Name", "Name", 400),
    column.text("msdyn_ComponentId", "Component Id", 400),
    column.text("msdyn_SolutionComponentName", "Solution Component Name", 200),
    column.text("msdyn_SolutionName", "Solution Name", 200),
    column.wholeNumber("msdyn_Order", "Order"),
    column.memo("msdyn_ComponentJson", "Component JSON", 10485760),
  ],
});
