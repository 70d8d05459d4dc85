import { assembly, customApi, formDiff, opportunityParts, step, together, view, webResource } from "./parts";
import type { TestSolution } from "./solutionZip";

/** A solution with a column, a tab, a view, a web resource, a step and a custom API. */
export const wholeSolution: TestSolution = together(
  opportunityParts({ forms: formDiff(), views: view() }),
  webResource,
  assembly,
  step({ filteringAttributes: "name,acme_score" }),
  customApi({ parameters: { Id: [12, false] }, properties: { Score: 7 } }),
);
