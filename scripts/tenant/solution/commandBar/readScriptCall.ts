import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElements } from "../elements";
import { platformParameters, type ScriptCall, type ScriptParameter } from "./CommandBar";

const webResource = "$webresource:";

/** Name of the web resource that an attribute of a command bar refers to; undefined where it refers to none. */
export const webResourceIn = (reference: string | undefined): string | undefined =>
  reference?.toLowerCase().startsWith(webResource) ? reference.slice(webResource.length) : undefined;

function readParameter(parameter: Element, refuse: (reason: string) => void): ScriptParameter {
  const value = attributeOf(parameter, "Value") ?? "";
  switch (parameter.nodeName) {
    case "BoolParameter":
      return { kind: "literal", value: value === "true" };
    case "IntParameter":
    case "DecimalParameter":
      return { kind: "literal", value: Number(value) };
    case "StringParameter":
      return { kind: "literal", value };
    default: {
      const name = platformParameters.find((known) => known === value);
      if (name === undefined) refuse(`the parameter ${value} is not supported by the local tenant`);
      return name === undefined ? { kind: "literal", value } : { kind: "platform", name };
    }
  }
}

/** A `<JavaScriptFunction>` or `<CustomRule>`. Libraries of the platform itself are not here. */
export function readScriptCall(element: Element, refuse: (reason: string) => void): ScriptCall {
  const library = attributeOf(element, "Library") ?? "";
  if (library.startsWith("/")) refuse(`the platform's own script ${library} is not in the local tenant`);
  return {
    functionName: attributeOf(element, "FunctionName") ?? "",
    library: webResourceIn(library) ?? library,
    parameters: childElements(element).map((parameter) => readParameter(parameter, refuse)),
  };
}
