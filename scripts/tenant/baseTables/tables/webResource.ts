import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const webResource = defineTable({
  schemaName: "WebResource",
  entitySetName: "webresourceset",
  displayName: "Web Resource",
  collectionName: "Web Resources",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 256, { required: "required" }),
    column.text("DisplayName", "Display Name", 200),
    column.memo("Description", "Description", 2000),
    column.choice("WebResourceType", "Type", {
      "Webpage (HTML)": 1,
      "Style Sheet (CSS)": 2,
      "Script (JScript)": 3,
      "Data (XML)": 4,
      "PNG format": 5,
      "JPG format": 6,
      "GIF format": 7,
      "Silverlight (XAP)": 8,
      "Style Sheet (XSL)": 9,
      "ICO format": 10,
      "Vector format (SVG)": 11,
      "String (RESX)": 12,
    }),
    column.wholeNumber("LanguageCode", "Language"),
    /** Base64 of the file. */
    column.memo("Content", "Content", 1073741823),
    column.memo("DependencyXml", "DependencyXML", 5000),
    column.yesNo("IsHidden", "Hidden"),
    ...solutionColumns(),
  ],
  keys: [{ name: "webresource_name", columns: ["name"] }],
});
