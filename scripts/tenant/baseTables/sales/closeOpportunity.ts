import { refusals } from "../../dataverse/refusals";
import { requireEntity } from "../../dataverse/messages/readParameters";
import type { Caller } from "../../dataverse/OrganizationService";
import type { EntityValue, Value } from "../../dataverse/values";
import { optionOf, referenceOf } from "./readValue";
import type { SalesMessage, SalesParameters, SalesParts } from "./SalesMessage";
import { salesRefusals } from "./salesRefusals";

const open = 0;
const completed: Record<string, Value> = { statecode: { $t: "opt", v: 1 }, statuscode: { $t: "opt", v: 2 } };
const closings = { Win: { state: 1, label: "Won" }, Lose: { state: 2, label: "Lost" } } as const;

/** The status reason that was asked for; -1 leaves the choice to the server. */
function statusFor(
  parts: SalesParts,
  parameters: SalesParameters,
  { state, label }: (typeof closings)["Win" | "Lose"],
) {
  const asked = optionOf(parameters.Status);
  if (asked === undefined) throw refusals.argument("Required parameter 'Status' of type OptionSetValue is missing.");
  const fitting = (parts.catalogue.column("opportunity", "statuscode")?.options ?? []).filter(
    (option) => option.state === state,
  );
  const status = asked === -1 ? fitting[0]?.value : asked;
  if (status === undefined || !fitting.some(({ value }) => value === status))
    throw refusals.statusNotOfState("opportunity", asked, label);
  return status;
}

function opportunityOf({ table, attributes }: EntityValue): string {
  if (table !== "opportunityclose")
    throw refusals.argument(`An OpportunityClose is a row of opportunityclose, not of ${table}.`);
  const opportunity = referenceOf(attributes.opportunityid);
  if (!opportunity) throw refusals.valueMissing("opportunityid");
  return opportunity.id;
}

async function run(
  parts: SalesParts,
  parameters: SalesParameters,
  caller: Caller,
  closing: (typeof closings)["Win" | "Lose"],
): Promise<Record<string, Value>> {
  const activity = requireEntity({ ...parameters }, "OpportunityClose");
  const id = opportunityOf(activity);
  const before = await parts.service.retrieve(
    "opportunity",
    id,
    ["name", "statecode", "transactioncurrencyid"],
    caller,
  );
  if (optionOf(before.attributes.statecode) !== open) throw salesRefusals.opportunityClosed();
  const status: Value = { $t: "opt", v: statusFor(parts, parameters, closing) };

  const actualend = activity.attributes.actualend ?? { $t: "dt", v: parts.clock().toISOString() };
  const { transactioncurrencyid = null } = before.attributes;
  const given = { transactioncurrencyid, ...activity.attributes, actualend };
  await parts.service.create(
    { ...activity, attributes: { ...given, opportunitystatuscode: status, ...completed } },
    caller,
  );
  const revenue = activity.attributes.actualrevenue ?? null;
  const attributes: Record<string, Value> = {
    statecode: { $t: "opt", v: closing.state },
    statuscode: status,
    actualclosedate: actualend,
    ...(revenue === null ? {} : { actualvalue: revenue }),
  };
  await parts.close({ $t: "entity", table: "opportunity", id, attributes }, caller);
  return {};
}

const closeAs = (message: "Win" | "Lose"): SalesMessage => ({
  message,
  table: "opportunity",
  run: (parts, parameters, caller) => run(parts, parameters, caller, closings[message]),
});

/** Closes an open opportunity as won: the closing activity, then state, status reason, close date and revenue. */
export const winOpportunity = closeAs("Win");

/** Closes an open opportunity as lost. */
export const loseOpportunity = closeAs("Lose");
