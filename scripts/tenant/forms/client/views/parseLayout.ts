import { childrenOf, elementsAt, isTrue, parseXml } from "../xml/readXml";

export interface ViewCell {
  /** Logical name of the column, or `alias.column` of a linked table. */
  name: string;
  /** Pixels. */
  width: number;
  imageProvider: ImageProvider | null;
}

/** A script that puts an icon beside the values of a cell. */
export interface ImageProvider {
  functionName: string;
  webResource: string;
}

const webResourcePrefix = "$webresource:";
const defaultWidth = 125;

function parseImageProvider(cell: Element): ImageProvider | null {
  const functionName = cell.getAttribute("imageproviderfunctionname") ?? "";
  const webResource = cell.getAttribute("imageproviderwebresource") ?? "";
  if (functionName === "" || webResource === "") return null;
  return { functionName, webResource: webResource.replace(webResourcePrefix, "") };
}

/** Reads the visible cells of a `layoutxml`. */
export function parseLayout(layoutXml: string): ViewCell[] {
  const cells = elementsAt(parseXml(layoutXml, "The view's layout"), "row").flatMap((row) => childrenOf(row, "cell"));
  return cells
    .filter((cell) => !isTrue(cell, "ishidden", false))
    .map((cell) => ({
      name: cell.getAttribute("name") ?? "",
      width: Number(cell.getAttribute("width")) || defaultWidth,
      imageProvider: parseImageProvider(cell),
    }));
}
