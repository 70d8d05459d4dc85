import { DOMParser, type Element } from "@xmldom/xmldom";

/** The root of an XML text; `refuse` makes the error to throw for one that is not well formed. */
export function parseXml(xml: string, refuse: (detail: string) => Error): Element {
  let detail = "There is no element in it.";
  const onError = (_level: string, message: string): never => {
    detail = message;
    throw new Error(message);
  };
  try {
    const root = new DOMParser({ onError }).parseFromString(xml, "text/xml").documentElement;
    if (root) return root;
  } catch {
    throw refuse(detail);
  }
  throw refuse(detail);
}
