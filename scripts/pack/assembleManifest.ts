import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackError, type PackageType } from "./PackageType";
import { filesBelow } from "./sourceFiles";
import { elementOf, parseXml, readXml, rootOf, textOf } from "./xml";

/** Text of solution.xml for that type. The rows of forms that only the managed package changes stay out of the other one. */
export function assembleManifest(source: string, packageType: PackageType): string {
  const file = join(source, "Other/Solution.xml");
  const text = readFileSync(file, "utf8");
  rootOf(parseXml(text, file), file);
  const flag = /<Managed>[012]<\/Managed>/;
  if (!flag.test(text)) throw new PackError("Other/Solution.xml has no <Managed>: write <Managed>2</Managed>.");
  const marked = text.replace(flag, `<Managed>${packageType === "managed" ? 1 : 0}</Managed>`);
  return packageType === "managed" ? marked : managedOnlyForms(source).reduce(withoutForm, marked);
}

/**
 * Ids of forms that have a managed file and no plain one: diffs of forms that somebody else owns. An unmanaged package would
 * put the diff in place of the whole form, so nothing of them travels in it.
 */
function managedOnlyForms(source: string): string[] {
  const folder = join(source, "Entities");
  const files = filesBelow(folder).filter((file) => file.includes("/FormXml/"));
  return files
    .filter((file) => file.endsWith("_managed.xml") && !files.includes(file.replace(/_managed\.xml$/, ".xml")))
    .flatMap((file) => {
      const form = elementOf(readXml(join(folder, file)), "systemform");
      return (form && textOf(form, "formid")) ?? [];
    });
}

function withoutForm(manifest: string, formId: string): string {
  const rows = [
    `[ \\t]*<RootComponent type="60" id="${formId}"[^>]*/>\\r?\\n?`,
    `[ \\t]*<MissingDependency>(?:(?!</MissingDependency>)[\\s\\S])*<Dependent type="60"[^>]*id="${formId}"[^>]*/>\\s*</MissingDependency>\\r?\\n?`,
  ];
  return rows.reduce((text, row) => text.replace(new RegExp(row, "gi"), ""), manifest);
}
