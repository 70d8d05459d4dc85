import { PackError, type PackageType } from "./PackageType";
import type { SolutionFolder } from "./SolutionFolder";
import { formsOfTheOtherPackage, type TwinChoice } from "./twins";
import { elementOf, parseXml, rootOf, textOf } from "./xml";

const file = "Other/Solution.xml";
const flag = /<Managed>\s*([012])\s*<\/Managed>/;

/**
 * Text of solution.xml for that package. The rows of forms that only the other package has stay out: an unmanaged package would
 * put a managed diff in place of the whole form.
 */
export function assembleManifest(solution: SolutionFolder, choice: TwinChoice): string {
  const text = solution.text(file);
  rootOf(parseXml(text, file), file);
  const unpackedFrom = flag.exec(text)?.[1];
  if (unpackedFrom === undefined) throw new PackError(`${file} has no <Managed>: write <Managed>2</Managed>.`);
  refuseConversion(unpackedFrom, choice.packageType);
  const marked = text.replace(flag, `<Managed>${choice.packageType === "managed" ? 1 : 0}</Managed>`);
  return formsOfTheOtherPackage(solution, choice)
    .flatMap((form) => {
      const systemform = elementOf(solution.xml(`Entities/${form}`), "systemform");
      return (systemform && textOf(systemform, "formid")) ?? [];
    })
    .reduce(withoutForm, marked);
}

/** A managed package holds diffs alone of what others own, so nothing unmanaged can be made of it. */
function refuseConversion(unpackedFrom: string, packageType: PackageType): void {
  if (unpackedFrom === "1" && packageType === "unmanaged")
    throw new PackError(
      `${file} says <Managed>1</Managed>: it was unpacked from a managed package, of which no unmanaged one can be made. ` +
        "Pack it with --type managed, or unpack the unmanaged package.",
    );
}

function withoutForm(manifest: string, formId: string): string {
  const rows = [
    `[ \\t]*<RootComponent type="60" id="${formId}"[^>]*/>\\r?\\n?`,
    `[ \\t]*<MissingDependency>(?:(?!</MissingDependency>)[\\s\\S])*<Dependent type="60"[^>]*id="${formId}"[^>]*/>\\s*</MissingDependency>\\r?\\n?`,
  ];
  return rows.reduce((text, row) => text.replace(new RegExp(row, "gi"), ""), manifest);
}
