import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "./ImportLog";
import type { RequiredComponent, RootComponent, SolutionManifest } from "./SolutionPackage";
import { attributeOf, childElement, childElements, childText, guidOf, labelIn } from "./elements";

const file = "solution.xml";

function readRootComponents(manifest: Element): RootComponent[] {
  return childElements(childElement(manifest, "RootComponents"), "RootComponent").map((row) => {
    const schemaName = attributeOf(row, "schemaName");
    const id = guidOf(attributeOf(row, "id"));
    return {
      type: Number(attributeOf(row, "type")),
      behavior: Number(attributeOf(row, "behavior") ?? "0"),
      ...(schemaName !== undefined && { schemaName }),
      ...(id !== undefined && { id }),
    };
  });
}

function readMissingDependencies(manifest: Element): RequiredComponent[] {
  return childElements(childElement(manifest, "MissingDependencies"), "MissingDependency").map((row) => {
    const required = childElement(row, "Required");
    const schemaName = attributeOf(required, "schemaName");
    const displayName = attributeOf(required, "displayName");
    const parentDisplayName = attributeOf(required, "parentDisplayName");
    const parentSchemaName = attributeOf(required, "parentSchemaName");
    const id = guidOf(attributeOf(required, "id"));
    const solution = attributeOf(required, "solution");
    return {
      type: attributeOf(required, "type") ?? "",
      ...(schemaName !== undefined && { schemaName }),
      ...(displayName !== undefined && { displayName }),
      ...(parentDisplayName !== undefined && { parentDisplayName }),
      ...(parentSchemaName !== undefined && { parentSchemaName }),
      ...(id !== undefined && { id }),
      ...(solution !== undefined && { solution }),
    };
  });
}

/** Reads solution.xml; what it cannot do without and does not find is a finding. */
export function readManifest(root: Element): SolutionManifest | ImportLogEntry[] {
  const findings: ImportLogEntry[] = [];
  const manifest = childElement(root, "SolutionManifest");
  const publisher = childElement(manifest, "Publisher");
  const need = (parent: Element | undefined, name: string): string => {
    const text = childText(parent, name);
    if (text === undefined) {
      findings.push(
        failed("Solution manifest", file, "solution.xml names the solution and its publisher", `${name} is missing.`),
      );
    }
    return text ?? "";
  };
  const uniqueName = need(manifest, "UniqueName");
  const version = need(manifest, "Version");
  const managed = need(manifest, "Managed");
  const publisherName = need(publisher, "UniqueName");
  const prefix = need(publisher, "CustomizationPrefix");
  const optionValuePrefix = Number(need(publisher, "CustomizationOptionValuePrefix"));
  if (managed !== "" && managed !== "0" && managed !== "1") {
    const message = `Managed is "${managed}"; a zip is 0 (unmanaged) or 1 (managed). 2 stands in unpacked sources only: pack the solution first.`;
    findings.push(failed("Solution manifest", file, "a zip is managed or unmanaged", message));
  }
  if (findings.length > 0 || !manifest) return findings;
  const description = labelIn(manifest, "Descriptions");
  return {
    uniqueName,
    displayName: labelIn(manifest, "LocalizedNames") ?? uniqueName,
    ...(description !== undefined && { description }),
    version,
    managed: managed === "1",
    publisher: {
      uniqueName: publisherName,
      displayName: labelIn(publisher, "LocalizedNames") ?? publisherName,
      prefix,
      optionValuePrefix,
    },
    rootComponents: readRootComponents(manifest),
    missingDependencies: readMissingDependencies(manifest),
  };
}
