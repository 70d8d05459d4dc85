import { childOf, elementsAt, childrenOf, isTrue, parseXml } from "../xml/readXml";
import type { ControlManifest, ManifestProperty } from "./ControlManifest";

const namesOf = (elements: readonly Element[]): string[] =>
  elements.map((element) => element.getAttribute("name") ?? "");
const pathsOf = (elements: readonly Element[]): string[] =>
  elements.map((element) => element.getAttribute("path") ?? "");

function typesOf(property: Element, control: Element): string[] {
  const group = property.getAttribute("of-type-group");
  if (group === null) return [property.getAttribute("of-type") ?? ""];
  const found = childrenOf(control, "type-group").find((each) => each.getAttribute("name") === group);
  return found ? childrenOf(found, "type").map((type) => type.textContent.trim()) : [];
}

const parseProperty = (property: Element, control: Element): ManifestProperty => ({
  name: property.getAttribute("name") ?? "",
  types: typesOf(property, control),
  usage: (property.getAttribute("usage") ?? "bound") as ManifestProperty["usage"],
  isRequired: isTrue(property, "required", false),
  defaultValue: property.getAttribute("default-value"),
});

/** Reads a built ControlManifest.xml. Throws when it describes no control the tenant can host. */
export function parseManifest(xml: string): ControlManifest {
  const control = childOf(parseXml(xml, "The control manifest"), "control");
  if (!control) throw new Error("The control manifest holds no <control>.");
  const controlType = control.getAttribute("control-type") ?? "standard";
  if (controlType !== "standard" && controlType !== "virtual")
    throw new Error(`Controls of type "${controlType}" are not supported by the local tenant.`);
  const resources = childOf(control, "resources") ?? control;
  return {
    namespace: control.getAttribute("namespace") ?? "",
    constructorName: control.getAttribute("constructor") ?? "",
    version: control.getAttribute("version") ?? "",
    controlType,
    properties: childrenOf(control, "property").map((property) => parseProperty(property, control)),
    dataSets: namesOf(childrenOf(control, "data-set")),
    events: namesOf(childrenOf(control, "event")),
    code: childOf(resources, "code")?.getAttribute("path") ?? "bundle.js",
    styleSheets: pathsOf(childrenOf(resources, "css")),
    strings: pathsOf(childrenOf(resources, "resx")),
    platformLibraries: childrenOf(resources, "platform-library").map((library) => ({
      name: library.getAttribute("name") ?? "",
      version: library.getAttribute("version") ?? "",
    })),
    features: namesOf(elementsAt(control, "feature-usage/uses-feature")),
  };
}
