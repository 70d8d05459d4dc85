import { childOf, childrenOf, elementsAt, isTrue, toGuid } from "../xml/readXml";
import type { CustomControlModel, CustomControlParameter } from "./FormModel";

/** By the `uniqueid` of the control they replace. */
export type CustomControls = ReadonlyMap<string, CustomControlModel>;

/** Form factor of a browser on a computer. */
const web = "0";

const isDataSet = ({ nodeName }: Element): boolean => nodeName === "data-set";

function parseParameter(parameter: Element): CustomControlParameter {
  const bound = childOf(parameter, "BindAttribute") ?? parameter;
  return {
    property: parameter.nodeName,
    type: parameter.getAttribute("type"),
    value: bound.textContent.trim(),
    isStatic: isTrue(parameter, "static", false),
  };
}

/** Code components of a form, as they are meant for the web. */
export function parseControlDescriptions(form: Element): CustomControls {
  const found = new Map<string, CustomControlModel>();
  for (const description of elementsAt(form, "controlDescriptions/controlDescription")) {
    const control = childrenOf(description, "customControl").find((each) => each.getAttribute("formFactor") === web);
    const name = control?.getAttribute("name");
    if (!control || !name) continue;
    const given = elementsAt(control, "parameters").flatMap((each) => childrenOf(each));
    const [dataSets, parameters] = [given.filter(isDataSet), given.filter((each) => !isDataSet(each))];
    found.set(toGuid(description.getAttribute("forControl") ?? ""), {
      name,
      parameters: parameters.map(parseParameter),
      dataSets: dataSets.map((each) => each.getAttribute("name") ?? ""),
    });
  }
  return found;
}
