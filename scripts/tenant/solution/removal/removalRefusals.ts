import { DataverseError } from "../../dataverse/OrganizationService";
import { type Dependency, printDependencies } from "./Dependency";

/** Refusals of uninstalling and promoting, with the codes of Dataverse's list of web service errors. */
export const removalRefusals = {
  dependenciesExist: (dependencies: readonly Dependency[]) =>
    new DataverseError("0x8004f01d", printDependencies(dependencies), 400),
  solutionMissing: (uniqueName: string) =>
    new DataverseError("0x80040217", `solution With UniqueName = ${uniqueName} Does Not Exist`, 404),
  holdingExists: (uniqueName: string) =>
    new DataverseError(
      "0x80048539",
      `Holding solution ${uniqueName} already exists. An administrator applies the upgrade first, or removes ${uniqueName}.`,
      400,
    ),
  // What its rows held before it was staged is kept nowhere here.
  holdingStays: (uniqueName: string) =>
    new DataverseError(
      "0x80060888",
      `The local tenant cannot take the holding solution ${uniqueName} away again. Apply the upgrade, or start from empty data.`,
      501,
    ),
  partOfPlatform: (uniqueName: string) =>
    new DataverseError(
      "0x80040203",
      `The solution ${uniqueName} belongs to the platform and cannot be removed here.`,
      400,
    ),
};
