import type { Rule } from "./Rule";

const names = ["Qualify", "Develop", "Propose", "Close"];

export const salesStage: Rule = ({ content }, { switches }) => {
  const stage = content.salesStage;
  if (stage === undefined) return null;
  const { salesStageFormat } = switches;
  const isName = salesStageFormat !== "percent" && names.includes(stage);
  const isPercent = salesStageFormat !== "names" && /^(100|\d{1,2})$/.test(stage);
  if (isName || isPercent) return null;
  return { innerCode: "salesStageInvalid", message: `'${stage}' is not a sales stage.`, target: "/salesStage" };
};
