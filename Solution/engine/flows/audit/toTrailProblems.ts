import type { TrailProblem } from "../../domain/audit/TrailProblem";
import type { VerifiedTrail } from "./verifyTrails";

/** The faults of a trail, with the record they belong to. */
export const toTrailProblems = ({ link, faults }: VerifiedTrail): readonly TrailProblem[] =>
  faults.map((fault) => ({ ...fault, linkId: link.id, record: link.record?.name ?? "" }));
