import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const pluginAssembly = defineTable({
  schemaName: "PluginAssembly",
  entitySetName: "pluginassemblies",
  displayName: "Plug-in Assembly",
  collectionName: "Plug-in Assemblies",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 256, { required: "required" }),
    column.text("Version", "Version", 48),
    column.text("Culture", "Culture", 32),
    column.text("PublicKeyToken", "Public Key Token", 32),
    column.choice("IsolationMode", "Isolation Mode", { None: 1, Sandbox: 2, External: 3 }),
    column.choice("SourceType", "Source Type", { Database: 0, Disk: 1, Normal: 2, AzureWebApp: 3, "File Store": 4 }),
    /** Base64 of the file. */
    column.memo("Content", "Content", 1073741823),
    ...solutionColumns(),
  ],
});
