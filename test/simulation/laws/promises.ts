import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import { isOfDeal, isReferralWrite } from "./noEcho";
import type { Law } from "./Law";

const isHarmless = (message: string, parameters: Readonly<Record<string, unknown>>): boolean =>
  message === "cosell_PreviewSync" || (message === "cosell_Backfill" && parameters["DryRun"] === true);

/** Questions that changed something. */
const writingQuestions = ({ platform, history, network }: World): string[] =>
  platform.asked
    .filter(({ message, parameters }) => isHarmless(message, parameters))
    .filter(
      ({ run }) =>
        history.rows.some(({ by, key }) => by.name === run && isOfDeal(key)) ||
        network.calls.some(({ by, method, path }) => by === run && isReferralWrite(method, path)),
    )
    .map(({ run }) => `${run} was a question, and it changed something`);

const isDone = (end: World["platform"]["asked"][number]["end"]): boolean =>
  end?.kind === "answered" && !("error" in end.answer);

/** The answer says why the conflict is open still: nothing is synced, or Dynamics 365 has no place for the other side's value. */
const isRefused = ({ end, parameters }: World["platform"]["asked"][number]): boolean => {
  const response = end?.kind === "answered" && "outputParameters" in end.answer ? end.answer.outputParameters : {};
  const told = textOf(response["Response"]);
  return (
    told.includes('"conflict.syncIsOff"') ||
    (told.includes('"conflict.notTaken"') && parameters["Decision"] === "partnerCenter")
  );
};

/** Decisions that were taken and came to nothing. */
const idleDecisions = ({ platform, dataverse }: World): string[] =>
  platform.asked.flatMap((one) => {
    const { message, parameters, end, run } = one;
    if (message !== "cosell_ResolveConflict" || !isDone(end) || isRefused(one)) return [];
    // What was said to a proposal is open again.
    if (parameters["Decision"] === "undo") return [];
    const id = (parameters["ConflictId"] as { v?: string } | undefined)?.v ?? "";
    const row = dataverse.store.read("cosell_conflict", id, null);
    return row !== undefined && plain(row.attributes["cosell_state"]) === 731500000
      ? [`${run} was decided, and conflict ${id} is still open`]
      : [];
  });

const lookups = ["opportunity", "lead"];

/** Records that came back after a person had deleted them. */
const risen = ({ history }: World): string[] => {
  const deleted = history.rows.flatMap(({ by, before, after, atMs }) =>
    by.kind === "person" && after === null && before !== undefined && lookups.includes(before.table)
      ? [{ atMs, referral: textOf(before.attributes["cosell_referralidentifier"]) }]
      : [],
  );
  return history.rows.flatMap(({ by, before, after, atMs }) => {
    if (by.kind !== "engine" || before !== undefined || after === null || !lookups.includes(after.table)) return [];
    const referral = textOf(after.attributes["cosell_referralidentifier"]);
    return referral !== "" && deleted.some((one) => one.referral === referral && one.atMs < atMs)
      ? [`${by.name} made ${after.table} ${after.id} again, which somebody had deleted`]
      : [];
  });
};

/** The seller was told that there is no offer to decline: whatever ended the deal was not this answer. */
const isNotOffered = ({ end }: World["platform"]["asked"][number]): boolean =>
  end?.kind === "answered" && JSON.stringify(end.answer).includes("answer.notOffered");

/** Reasons that a seller gave and Partner Center did not get. */
const lostReasons = ({ platform, history }: World): string[] =>
  history.referrals.flatMap(({ by, before, after }) => {
    const { status, substatus, statusReason } = after.content;
    const isEnded = before !== undefined && before.content.status !== "Closed" && status === "Closed";
    if (by.kind !== "engine" || !isEnded || substatus === "Won") return [];
    const isAsked = platform.asked.some(
      (one) => one.run === by.name && one.parameters["Reason"] === "NotACustomer" && !isNotOffered(one),
    );
    return isAsked && !/customer/i.test(statusReason ?? "")
      ? [`${by.name} was given the reason NotACustomer, and ${after.id} has “${statusReason ?? ""}”`]
      : [];
  });

/** A question changes nothing, a decision does what it says, what was deleted stays so, a reason arrives. */
export const promises: Law = {
  name: "promises to people",
  findBreaks: (world) => [
    ...world.untrue,
    ...writingQuestions(world),
    ...idleDecisions(world),
    ...risen(world),
    ...lostReasons(world),
  ],
};
