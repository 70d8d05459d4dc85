import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const pluginType = defineTable({
  schemaName: "PluginType",
  entitySetName: "plugintypes",
  displayName: "Plug-in Type",
  collectionName: "Plug-in Types",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 256, { required: "required" }),
    column.text("TypeName", "Type Name", 256, { required: "required" }),
    column.text("FriendlyName", "Display Name", 256),
    column.text("AssemblyName", "Assembly Name", 256),
    column.text("PluginTypeExportKey", "Export Key", 128),
    column.lookup("PluginAssemblyId", "Plug-in Assembly", "pluginassembly", "pluginassembly_plugintype", {
      onDelete: "cascade",
    }),
    ...solutionColumns(),
  ],
});
