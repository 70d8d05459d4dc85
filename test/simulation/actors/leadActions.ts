import { editReferral } from "../../../scripts/tenant/partnerCenter/sellers/editReferral";
import type { Row } from "../dataverse/Store";
import { money, opt, plain, ref, textOf, type Attributes } from "../dataverse/values";
import type { Chance } from "../time/Chance";
import { accounts, people } from "../world/installRows";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { beginDealOf } from "./partnerCenterActions";

const isOpen = ({ attributes }: Row): boolean => plain(attributes["statecode"]) === 0;

const pickLead = (world: World, chance: Chance, fits: (row: Row) => boolean = isOpen): Row | null => {
  const leads = [...world.dataverse.store.rows("lead")].filter(fits);
  return leads.length === 0 ? null : chance.pick(leads);
};

const isShared = ({ attributes }: Row): boolean => textOf(attributes["cosell_referralidentifier"]) !== "";

const callSync = (world: World, leadId: string, delayMs: number): void =>
  world.time.after(delayMs, () =>
    world.platform.call("cosell_SyncOpportunity", { LeadId: { $t: "guid", v: leadId } }, people.seller),
  );

const save = (world: World, chance: Chance, lead: Row, attributes: Attributes): void => {
  world.story.tell(() => `a seller saves lead ${lead.id} ${JSON.stringify(attributes)}`);
  world.reach("seller edits a lead", lead);
  world.write(
    "a seller",
    (transaction) => {
      if (world.dataverse.store.read("lead", lead.id, transaction) !== undefined)
        world.dataverse.update({ $t: "entity", table: "lead", id: lead.id, attributes }, undefined, transaction);
    },
    () => {
      if (chance.happens(0.5)) callSync(world, lead.id, chance.between(20, 400));
    },
  );
};

const edit: Action = (world, chance) => {
  const lead = pickLead(world, chance);
  if (lead === null) return;
  const number = world.numbers.next();
  save(
    world,
    chance,
    lead,
    chance.happens(0.5) ? { description: `lead note ${number}` } : { budgetamount: money(1000 + number) },
  );
};

const answer: Action = (world, chance) => {
  const lead = pickLead(world, chance, isShared);
  if (lead === null) return;
  const isYes = chance.happens(0.7);
  const parameters = {
    LeadId: { $t: "guid", v: lead.id },
    Answer: isYes ? "accept" : "decline",
    Reason: isYes ? "" : "NotACustomer",
  };
  world.story.tell(() => `a seller ${parameters.Answer}s lead ${lead.id}`);
  world.reach(`seller ${parameters.Answer}s a lead`, lead);
  world.platform.call("cosell_RespondToReferral", parameters, people.seller);
};

const close: Action = (world, chance) => {
  const lead = pickLead(world, chance, isShared);
  if (lead === null) return;
  const Outcome = chance.pick(["won", "lost"]);
  world.story.tell(() => `a seller closes the referral of lead ${lead.id}: ${Outcome}`);
  world.reach(`seller closes a lead’s referral`, lead);
  const Reason = Outcome === "won" ? "" : "NotACustomer";
  world.platform.call("cosell_CloseReferral", { LeadId: { $t: "guid", v: lead.id }, Outcome, Reason }, people.seller);
};

const disqualify: Action = (world, chance) => {
  const lead = pickLead(world, chance);
  if (lead === null) return;
  world.reach("seller disqualifies a lead", lead);
  save(world, chance, lead, { statecode: opt(2), statuscode: opt(4) });
};

const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

/** Dynamics 365 makes an opportunity of the lead, in one transaction. */
const qualify: Action = (world, chance) => {
  const lead = pickLead(world, chance);
  if (lead === null) return;
  const id = chance.guid();
  const takes = chance.happens(0.7);
  world.story.tell(() => `a seller qualifies lead ${lead.id}, which becomes opportunity ${id}`);
  world.reach("seller qualifies a lead", lead);
  world.write("a seller", (transaction) => {
    const { dataverse } = world;
    const row = dataverse.store.read("lead", lead.id, transaction) ?? lead;
    if (!isOpen(row)) return;
    const { subject, description, budgetamount, transactioncurrencyid, estimatedclosedate } = row.attributes;
    const attributes = present({
      name: subject ?? "A lead",
      // Which columns a lead gives to its opportunity is a company's own mapping.
      description: takes ? (description ?? null) : null,
      estimatedvalue: takes ? (budgetamount ?? null) : null,
      transactioncurrencyid: transactioncurrencyid ?? null,
      estimatedclosedate: takes ? (estimatedclosedate ?? null) : null,
      parentaccountid: ref("account", chance.pick(accounts)),
      originatingleadid: ref("lead", lead.id),
      ownerid: ref("systemuser", people.seller),
    });
    dataverse.create({ $t: "entity", table: "opportunity", id, attributes }, transaction);
    dataverse.update(
      {
        $t: "entity",
        table: "lead",
        id: lead.id,
        attributes: {
          statecode: opt(1),
          statuscode: opt(3),
          qualifyingopportunityid: ref("opportunity", id),
        },
      },
      undefined,
      transaction,
    );
  });
};

/** A lead is taken on, and both sides go on working on it; at the end it may become an opportunity. */
const workOn: Action = (world, chance) => {
  const lead = pickLead(world, chance, (row) => isOpen(row) && isShared(row));
  if (lead === null) return;
  const id = textOf(lead.attributes["cosell_referralidentifier"]).toLowerCase();
  const again = (): Row | undefined => world.dataverse.store.read("lead", lead.id, null);
  world.reach("a lead is worked on", lead);
  const parameters = { LeadId: { $t: "guid", v: lead.id }, Answer: "accept", Reason: "" };
  world.platform.call("cosell_RespondToReferral", parameters, people.seller);
  world.time.after(20_000, () => {
    const row = again();
    if (row !== undefined && isOpen(row))
      save(world, chance, row, { description: `lead note ${world.numbers.next()}` });
  });
  const endsThere = chance.happens(0.6);
  world.time.after(60_000, () => {
    if (!endsThere) return qualify(world, chance);
    world.as({ kind: "person", name: "a seller in Partner Center" }, () =>
      editReferral(world.sandbox.state, "partner", id, { notes: `lead note there ${world.numbers.next()}` }),
    );
    world.wakeSandbox();
  });
};

/** Microsoft hands a lead over. */
export const beginLead: Action = (world, chance) =>
  beginDealOf(world, chance, {
    kind: chance.pick(["qualifiedLead", "marketplaceLead"]),
  });

/** What sellers do with leads, by how often. */
export const leadActions: readonly (readonly [number, Action])[] = [
  [3, edit],
  [3, answer],
  [1, close],
  [1, disqualify],
  [2, qualify],
  [1, beginLead],
  [6, workOn],
];
