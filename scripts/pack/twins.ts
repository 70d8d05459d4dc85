import { type MissingManaged, PackError, type PackageType } from "./PackageType";
import type { SolutionFolder } from "./SolutionFolder";

/** How twins are chosen: for which package, and what to do where it has none. */
export interface TwinChoice {
  packageType: PackageType;
  missingManaged: MissingManaged;
}

const isTwin = (file: string) => /_managed\.xml$/i.test(file);
const plainOf = (file: string) => file.replace(/_managed\.xml$/i, ".xml");
const twinOf = (file: string) => file.replace(/\.xml$/i, "_managed.xml");

/**
 * Chooses between `X.xml` and its twin `X_managed.xml` among the files below `folder`: paths relative to it. A twin alone travels
 * in the managed package only: it is a diff of what somebody else owns, or belongs to that package.
 */
export function chooseTwins(
  solution: SolutionFolder,
  folder: string,
  { packageType, missingManaged }: TwinChoice,
): string[] {
  const files = solution.filesBelow(folder);
  if (packageType === "unmanaged") return files.filter((file) => !isTwin(file));
  const single = files.filter((file) => !isTwin(file) && !solution.has(`${folder}/${twinOf(file)}`));
  const [first] = single;
  if (first !== undefined && missingManaged === "refuse")
    throw new PackError(`${folder}/${first} has no managed twin: add ${twinOf(first)} beside it.`);
  return files.filter((file) => isTwin(file) || (missingManaged === "useUnmanaged" && single.includes(file)));
}

/** Paths of the forms, relative to Entities, that this choice leaves to the other package alone. */
export function formsOfTheOtherPackage(solution: SolutionFolder, choice: TwinChoice): string[] {
  const forms = solution.filesBelow("Entities").filter((file) => /\/formxml\//i.test(file));
  const has = (file: string) => solution.has(`Entities/${file}`);
  if (choice.packageType === "unmanaged") return forms.filter((file) => isTwin(file) && !has(plainOf(file)));
  return choice.missingManaged === "leaveOut" ? forms.filter((file) => !isTwin(file) && !has(twinOf(file))) : [];
}

/** Whether a file that nobody read is in the package after all, as `X_managed.xml` is for `X.xml`, or the other way round. */
export const travelsAsItsTwin = (solution: SolutionFolder, file: string, unread: readonly string[]): boolean => {
  const other = isTwin(file) ? plainOf(file) : twinOf(file);
  return file.toLowerCase().endsWith(".xml") && solution.has(other) && !unread.includes(other);
};

/**
 * A folder unpacked from an unmanaged package alone holds no twin at all: leaving out what has none would leave out every form,
 * site map and app. Throws `PackError` for such a managed package.
 */
export function refuseWithoutTwins(solution: SolutionFolder, { packageType, missingManaged }: TwinChoice): void {
  if (packageType === "unmanaged" || missingManaged !== "leaveOut") return;
  const candidates = ["Entities", "AppModules", "AppModuleSiteMaps"].flatMap((folder) =>
    solution
      .filesBelow(folder)
      .filter((file) => folder !== "Entities" || /\/formxml\//i.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const [first] = candidates;
  if (first === undefined || candidates.some(isTwin)) return;
  throw new PackError(
    `The folder was unpacked from an unmanaged package alone: ${first} and what else has managed twins elsewhere have none, ` +
      "and would all be missing. Unpack both packages as type Both, or take the unmanaged files with " +
      "--use-unmanaged-for-missing-managed.",
  );
}
