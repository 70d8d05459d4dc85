import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { day } from "./mirroredFields";
import { isToldMisfit, isToldWithoutCurrency } from "./misfits";
import { wasMoved } from "./moves";
import { linkOf, messagesOf, statusOf } from "./pairs";

const amountText = (value: unknown): string => (value === null || value === undefined ? "" : String(Number(value)));

const fields: readonly {
  name: string;
  place: string;
  here: (lead: Row, world: World) => string;
  there: (content: StoredReferral["content"]) => string;
}[] = [
  {
    name: "notes",
    place: "notes",
    here: ({ attributes }) => textOf(attributes["description"]).trim(),
    there: ({ details }) => (details?.notes ?? "").trim(),
  },
  {
    name: "budget",
    place: "dealValue",
    here: ({ attributes }) => amountText(plain(attributes["budgetamount"])),
    there: ({ details }) => amountText(details?.dealValue),
  },
  {
    name: "close date",
    place: "closingDateTime",
    here: ({ attributes }) => textOf(attributes["estimatedclosedate"]).slice(0, 10),
    there: ({ details }) => day(details?.closingDateTime ?? ""),
  },
];

const told: readonly string[] = ["blocked", "needsAttention"];

const isInConflict = ({ dataverse }: World, lead: Row, place: string): boolean =>
  [...dataverse.store.rows("cosell_conflict")].some(
    ({ attributes }) =>
      textOf(attributes["cosell_leadid"]) === lead.id &&
      plain(attributes["cosell_state"]) === 731500000 &&
      (textOf(attributes["cosell_field"]).includes(place) || textOf(attributes["cosell_field"]).includes("currency")),
  );

const unequal = (world: World, lead: Row, referral: StoredReferral): string[] =>
  told.includes(statusOf(lead)) || referral.content.status !== "Active"
    ? []
    : fields.flatMap(({ name, place, here, there }) => {
        const [left, right] = [here(lead, world), there(referral.content)];
        if (left === right || isInConflict(world, lead, place)) return [];
        if (isToldMisfit(world, lead, place, left, right) || isToldWithoutCurrency(world, lead, place, referral))
          return [];
        return [
          `${name} of lead ${lead.id} is “${left}” here and “${right}” there, and the status is ${statusOf(lead)}`,
        ];
      });

const unclear = (world: World, lead: Row, referral: StoredReferral): string[] => {
  const link = linkOf(world, lead);
  if (link === undefined) return [`lead ${lead.id} of ${referral.id} has no link`];
  const status = statusOf(lead);
  const waiting = messagesOf(world, lead);
  // What keeps the last values out is told until somebody has mended it, after the end, too.
  const isTold = told.includes(status) && waiting.length > 0;
  return [
    ...(statusOf(link) === status ? [] : [`lead ${lead.id} says ${status}, its link ${statusOf(link)}`]),
    ...(["sending", "ready", "changedHere"].includes(status) ? [`lead ${lead.id} still says ${status}`] : []),
    ...(status === "inSync" && waiting.length > 0 ? [`lead ${lead.id} says inSync while a message waits`] : []),
    ...(referral.content.status === "Closed" && status !== "closed" && !isTold
      ? [`lead ${lead.id} says ${status}, its referral is ${referral.content.substatus}`]
      : []),
  ];
};

/** What became of a lead goes on with its referral. */
const notMoved = (world: World, lead: Row, id: string): string[] => {
  const deal = world.dataverse.store.read("opportunity", textOf(lead.attributes["qualifyingopportunityid"]), null);
  const isKnown = !wasMoved(world, id) && world.sandbox.state.referrals.get(id)?.content.status === "Active";
  if (deal === undefined || !isKnown || textOf(deal.attributes["cosell_referralidentifier"]).toLowerCase() === id)
    return [];
  return [`opportunity ${deal.id} was made of the lead of ${id}, and does not go on with it: ${statusOf(deal)}`];
};

/** A lead and its referral hold the same at rest, and the lead says where it stands. */
export const leads: Law = {
  name: "leads at rest",
  findBreaks: (world) =>
    [...world.dataverse.store.rows("lead")].flatMap((lead) => {
      const id = textOf(lead.attributes["cosell_referralidentifier"]).toLowerCase();
      const referral = world.sandbox.state.referrals.get(id);
      const isOn = plain(lead.attributes["cosell_syncwithpartnercenter"]) === true;
      if (referral !== undefined && isOn && plain(lead.attributes["statecode"]) === 1) return notMoved(world, lead, id);
      if (referral === undefined || !isOn || plain(lead.attributes["statecode"]) !== 0) return [];
      return [...unequal(world, lead, referral), ...unclear(world, lead, referral)];
    }),
};
