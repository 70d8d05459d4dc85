import type { Rule } from "./Rule";

const target = "/details/requirements/solutions";

/** At least one solution, and each one known. */
export const solutions: Rule = ({ purpose, content }, { switches, catalogue }) => {
  const named = content.details?.requirements?.solutions ?? [];
  if (named.length === 0 && purpose !== "inbound")
    return { innerCode: "solutionRequired", message: "Solution ID is required: name at least one solution.", target };
  if (switches.unknownSolutions === "accepted") return null;
  const index = named.findIndex((solution) => solution.id === undefined || !catalogue.has(solution.id.toLowerCase()));
  if (index < 0) return null;
  return {
    innerCode: "solutionUnknown",
    message: `Solution '${named[index]?.id ?? ""}' is not in the catalogue.`,
    target: `${target}/${index}/id`,
  };
};
