import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";

/** Texts of a control in English, as its resx file holds them. */
export const readResx = (control: string): Map<string, string> => {
  const file = join(__dirname, `../../PcfControls/${control}/strings/${control}.1033.resx`);
  const document = new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml");
  const entries = Array.from(document.getElementsByTagName("data")).map((data): [string, string] => [
    data.getAttribute("name") ?? "",
    data.getElementsByTagName("value")[0]?.textContent ?? "",
  ]);
  return new Map(entries);
};

/** The platform's resources for a control: a missing key comes back as itself. */
export const toResources = (control: string): { getString: (key: string) => string } => {
  const texts = readResx(control);
  return { getString: (key) => texts.get(key) ?? key };
};
