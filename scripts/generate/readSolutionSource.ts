import { readdirSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";
import { readXml, textOf } from "../pack/xml";
import { readChoices } from "./readChoices";
import { readSettings } from "./readSettings";
import { readTables } from "./readTables";
import type { ConnectionReferenceSource, FlowSource, SolutionSource } from "./SolutionSource";

/** Reads an unpacked solution; `source` is the path of Solution/src. */
export function readSolutionSource(source: string): SolutionSource {
  return {
    tables: readTables(source),
    choices: readChoices(source),
    settings: readSettings(source),
    customApis: readdirSync(join(source, "customapis")).sort(),
    webResources: readWebResources(join(source, "WebResources")),
    roles: readdirSync(join(source, "Roles"))
      .map((file) => readXml(join(source, "Roles", file)).getAttribute("name") ?? "")
      .sort(),
    flows: readFlows(join(source, "Workflows")),
    connectionReferences: readConnectionReferences(join(source, "Other", "Customizations.xml")),
  };
}

function readFlows(folder: string): FlowSource[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith(".data.xml"))
    .map((file) => readXml(join(folder, file)))
    .map((flow) => ({
      id: (flow.getAttribute("WorkflowId") ?? "").replace(/[{}]/g, "").toLowerCase(),
      name: flow.getAttribute("Name") ?? "",
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function readConnectionReferences(file: string): ConnectionReferenceSource[] {
  return [...readXml(file).getElementsByTagName("connectionreference")].map((reference) => ({
    logicalName: reference.getAttribute("connectionreferencelogicalname") ?? "",
    displayName: textOf(reference, "connectionreferencedisplayname") ?? "",
  }));
}

function readWebResources(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith(".data.xml"))
    .map((file) => textOf(readXml(join(folder, file)), "Name") ?? "")
    .sort();
}
