import { formatMessage, type WordDetails } from "../values/formatMessage";
import { mappingProblemKinds, type MappingProblemCode, type MappingProblemKind } from "./mappingProblemKinds";

/** Something about one row of the map that an administrator should know. */
export interface MappingProblem {
  /** Key of the row. */
  key: string;
  code: MappingProblemCode;
  severity: MappingProblemKind["severity"];
  words: string;
  fix: string;
}

export const toMappingProblem = (key: string, code: MappingProblemCode, details: WordDetails = {}): MappingProblem => {
  const { severity, words, fix }: MappingProblemKind = mappingProblemKinds[code];
  return { key, code, severity, words: formatMessage(words, details), fix: formatMessage(fix, details) };
};
