import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const processingStepImage = defineTable({
  schemaName: "SdkMessageProcessingStepImage",
  entitySetName: "sdkmessageprocessingstepimages",
  displayName: "Sdk Message Processing Step Image",
  collectionName: "Sdk Message Processing Step Images",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 256),
    column.text("EntityAlias", "Entity Alias", 256),
    column.memo("Attributes", "Attributes", 100000),
    column.choice("ImageType", "Image Type", { PreImage: 0, PostImage: 1, Both: 2 }),
    column.text("MessagePropertyName", "Message Property Name", 256),
    column.lookup(
      "SdkMessageProcessingStepId",
      "SDK Message Processing Step",
      "sdkmessageprocessingstep",
      "sdkmessageprocessingstepid_sdkmessageprocessingstepimage",
      { onDelete: "cascade" },
    ),
    ...solutionColumns(),
  ],
});
