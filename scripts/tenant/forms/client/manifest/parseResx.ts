import { childrenOf, parseXml, textOf } from "../xml/readXml";

/** Strings of a resx file by key. */
export const parseResx = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(parseXml(xml, "The string table"), "data").map((data) => [
      data.getAttribute("name") ?? "",
      textOf(data, "value"),
    ]),
  );
