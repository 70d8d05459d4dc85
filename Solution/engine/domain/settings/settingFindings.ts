import { environmentVariables } from "../schema";
import type { SyncSettings } from "../sync/SyncSettings";
import { toFinding, type Finding } from "../validation/Finding";
import { describeSettingProblems } from "../sync/SettingProblem";

const { outboundEnabled, inboundEnabled, conflictPolicy, dailyCallBudget, writeCheckMarkIntoName } =
  environmentVariables;

/** Variables that decide what becomes of a record that is shared. */
const ofRecords: readonly string[] = [
  outboundEnabled,
  inboundEnabled,
  conflictPolicy,
  dailyCallBudget,
  writeCheckMarkIntoName,
].map(({ displayName }) => displayName);

/** What a seller should know of the company's settings. */
export const settingFindings = (
  settings: Pick<SyncSettings, "outboundEnabled" | "settingProblems">,
): readonly Finding[] => {
  const problems = settings.settingProblems.filter(({ variable }) => ofRecords.includes(variable));
  const details = describeSettingProblems(problems);
  return [
    ...(settings.outboundEnabled ? [] : [toFinding("outboundPaused")]),
    ...(details === "" ? [] : [toFinding("settingsWrong", { details })]),
  ];
};
