import type { Row } from "../dataverse/Store";
import { dt, money, opt, plain, ref, textOf, type Attributes } from "../dataverse/values";
import { accounts, contacts, currencies, people, solutionIds } from "../world/installRows";
import type { World } from "../world/World";
import type { Chance } from "../time/Chance";
import type { Action } from "./Action";

export const choice = {
  visible: 731500001,
  private: 731500000,
  help: [731500001, 731500003, 731500006],
  intent: 731500001,
} as const;
const dayMs = 86_400_000;

/** Numbers each value, so that none is typed twice. */
const next = (world: World): number => world.numbers.next();

const isOpen = ({ attributes }: Row): boolean => plain(attributes["statecode"]) === 0;

/** An opportunity to work on. */
export const pickDeal = (world: World, chance: Chance, fits: (row: Row) => boolean = isOpen): Row | null => {
  const deals = [...world.dataverse.store.rows("opportunity")].filter(fits);
  return deals.length === 0 ? null : chance.pick(deals);
};

/** What the form does after a save: it asks for a sync and shows the answer. */
export const callSync = (world: World, opportunityId: string, delayMs: number): void =>
  world.time.after(delayMs, () =>
    world.platform.call("cosell_SyncOpportunity", { OpportunityId: { $t: "guid", v: opportunityId } }, people.seller),
  );

/** Saves columns of a deal; from the form, which then asks for a sync, or from anywhere else. */
export const save = (world: World, chance: Chance, deal: Row, attributes: Attributes): void => {
  const isForm = chance.happens(0.5);
  const name = isForm ? "a seller, on the form" : "a seller, elsewhere";
  world.story.tell(() => `${name} saves opportunity ${deal.id} ${JSON.stringify(attributes)}`);
  world.write(
    name,
    (transaction) => {
      // Whoever waited for a lock may find it deleted.
      if (world.dataverse.store.read("opportunity", deal.id, transaction) !== undefined)
        world.dataverse.update({ $t: "entity", table: "opportunity", id: deal.id, attributes }, undefined, transaction);
    },
    () => {
      if (isForm) callSync(world, deal.id, chance.between(20, 400));
    },
  );
};

const edit =
  (toAttributes: (world: World, chance: Chance, deal: Row) => Attributes): Action =>
  (world, chance) => {
    const deal = pickDeal(world, chance);
    if (deal !== null) save(world, chance, deal, toAttributes(world, chance, deal));
  };

export const futureDay = (world: World, number: number): string =>
  `${new Date(world.time.nowMs + (60 + number) * dayMs).toISOString().slice(0, 10)}T00:00:00.000Z`;

const newDeal = (world: World, chance: Chance): Attributes => {
  const number = next(world);
  return {
    name: `Deal ${number}`,
    description: `begun ${number}`,
    estimatedvalue: money(1000 + number),
    estimatedclosedate: dt(futureDay(world, number)),
    transactioncurrencyid: ref("transactioncurrency", chance.pick(Object.values(currencies))),
    parentaccountid: ref("account", chance.pick(accounts)),
    parentcontactid: ref("contact", chance.pick(contacts)),
    ownerid: ref("systemuser", people.seller),
    cosell_syncwithpartnercenter: chance.happens(0.85),
    cosell_customerconsent: chance.happens(0.9),
    cosell_referralvisibility: opt(chance.happens(0.3) ? choice.visible : choice.private),
    cosell_customermarketplaceintent: opt(choice.intent),
  };
};

const addSolution = (world: World, chance: Chance, deal: Row, solutionId: string): void => {
  world.story.tell(() => `a seller adds solution ${solutionId} to ${deal.id}`);
  const attributes = {
    cosell_name: solutionId,
    cosell_solutionid: solutionId,
    cosell_opportunityid: ref("opportunity", deal.id),
  };
  const id = chance.guid();
  world.write("a seller", (transaction) => {
    const known = world.dataverse.store.byKey(
      "cosell_partnercentersolution",
      ["cosell_opportunityid", "cosell_solutionid"],
      attributes,
      transaction,
    );
    if (known === undefined)
      world.dataverse.create({ $t: "entity", table: "cosell_partnercentersolution", id, attributes }, transaction);
  });
};

/** Begins an opportunity, with what sharing needs or nearly so. */
export const beginOpportunity: Action = (world, chance) => {
  const id = chance.guid();
  const attributes = newDeal(world, chance);
  if (chance.happens(0.25))
    Object.assign(attributes, {
      cosell_howcanmicrosofthelp: opt(choice.help[0]),
      cosell_referralvisibility: opt(choice.visible),
    });
  world.story.tell(() => `a seller begins opportunity ${id} ${JSON.stringify(attributes)}`);
  world.write(
    "a seller",
    (transaction) => void world.dataverse.create({ $t: "entity", table: "opportunity", id, attributes }, transaction),
    () => {
      const deal = world.dataverse.store.read("opportunity", id, null);
      if (deal !== undefined && chance.happens(0.95)) addSolution(world, chance, deal, chance.pick(solutionIds));
      if (chance.happens(0.5)) callSync(world, id, chance.between(20, 400));
    },
  );
};

const changeSolutions: Action = (world, chance) => {
  const deal = pickDeal(world, chance);
  if (deal === null) return;
  const rows = [...world.dataverse.store.rows("cosell_partnercentersolution")].filter(
    ({ attributes }) => textOf(attributes["cosell_opportunityid"]) === deal.id,
  );
  const names = rows.map(({ attributes }) => textOf(attributes["cosell_solutionid"]));
  const absent = solutionIds.filter((solutionId) => !names.includes(solutionId));
  if (rows.length > 1 && chance.happens(0.5)) {
    const gone = chance.pick(rows);
    world.story.tell(() => `a seller removes solution ${textOf(gone.attributes["cosell_solutionid"])} of ${deal.id}`);
    world.write("a seller", (transaction) => {
      if (world.dataverse.store.read(gone.table, gone.id, transaction) !== undefined)
        world.dataverse.delete(gone.table, gone.id, transaction);
    });
  } else if (absent.length > 0) addSolution(world, chance, deal, chance.pick(absent));
};

const turnSync: Action = (world, chance) => {
  const deal = pickDeal(world, chance);
  if (deal === null) return;
  save(world, chance, deal, {
    cosell_syncwithpartnercenter: plain(deal.attributes["cosell_syncwithpartnercenter"]) !== true,
  });
};

const end =
  (message: "Win" | "Lose"): Action =>
  (world, chance) => {
    const deal = pickDeal(world, chance);
    if (deal === null) return;
    world.story.tell(() => `a seller closes opportunity ${deal.id}: ${message}`);
    world.write("a seller", (transaction) => {
      if (!isOpen(world.dataverse.store.read("opportunity", deal.id, transaction) ?? deal)) return;
      const closing = {
        $t: "entity",
        table: "opportunityclose",
        attributes: { opportunityid: ref("opportunity", deal.id), subject: message },
      };
      world.dataverse.execute(
        message,
        { OpportunityClose: closing, Status: opt(message === "Win" ? 3 : 4) },
        transaction,
      );
    });
  };

const reopen: Action = (world, chance) => {
  const deal = pickDeal(world, chance, (row) => !isOpen(row));
  if (deal !== null) save(world, chance, deal, { statecode: opt(0), statuscode: opt(1) });
};

const askForSync: Action = (world, chance) => {
  const deal = pickDeal(world, chance, () => true);
  if (deal === null) return;
  world.story.tell(() => `a seller asks for a sync of ${deal.id}`);
  callSync(world, deal.id, 0);
};

const preview: Action = (world, chance) => {
  const deal = pickDeal(world, chance, () => true);
  if (deal !== null)
    world.platform.call("cosell_PreviewSync", { OpportunityId: { $t: "guid", v: deal.id } }, people.seller);
};

const answer: Action = (world, chance) => {
  if (!world.supports("cosell_RespondToReferral")) return;
  const deal = pickDeal(world, chance, (row) => textOf(row.attributes["cosell_referralidentifier"]) !== "");
  if (deal === null) return;
  const isYes = chance.happens(0.7);
  world.story.tell(() => `a seller ${isYes ? "accepts" : "declines"} ${deal.id}`);
  const parameters = {
    OpportunityId: { $t: "guid", v: deal.id },
    Answer: isYes ? "accept" : "decline",
    Reason: isYes ? "" : "NotACustomer",
  };
  world.platform.call("cosell_RespondToReferral", parameters, people.seller);
};

const close: Action = (world, chance) => {
  if (!world.supports("cosell_CloseReferral")) return;
  const deal = pickDeal(world, chance, (row) => textOf(row.attributes["cosell_referralidentifier"]) !== "");
  if (deal === null) return;
  const outcome = chance.happens(0.5) ? "won" : "lost";
  world.story.tell(() => `a seller closes the referral of ${deal.id}: ${outcome}`);
  const parameters = {
    OpportunityId: { $t: "guid", v: deal.id },
    Outcome: outcome,
    Reason: outcome === "won" ? "" : "NotACustomer",
  };
  world.platform.call("cosell_CloseReferral", parameters, people.seller);
};

const decide: Action = (world, chance) => {
  if (!world.supports("cosell_ResolveConflict")) return;
  const open = [...world.dataverse.store.rows("cosell_conflict")].filter(
    ({ attributes }) => plain(attributes["cosell_state"]) === 731500000,
  );
  if (open.length === 0) return;
  const conflict = chance.pick(open);
  const decision = chance.pick(["dynamics365", "partnerCenter"] as const);
  world.story.tell(() => `a seller decides conflict ${conflict.id}: ${decision}`);
  world.platform.call(
    "cosell_ResolveConflict",
    { ConflictId: { $t: "guid", v: conflict.id }, Decision: decision },
    people.seller,
  );
};

/** What sellers do in Dynamics 365, by how often. */
export const crmActions: readonly (readonly [number, Action])[] = [
  [6, edit((world) => ({ description: `note ${next(world)}` }))],
  [6, edit((world) => ({ estimatedvalue: money(1000 + next(world)) }))],
  [3, edit((world) => ({ estimatedclosedate: dt(futureDay(world, next(world))) }))],
  [
    2,
    edit((_world, chance) => ({
      transactioncurrencyid: ref("transactioncurrency", chance.pick(Object.values(currencies))),
    })),
  ],
  [2, edit((_world, chance) => ({ parentcontactid: ref("contact", chance.pick(contacts)) }))],
  [2, edit((world) => ({ description: `both ${next(world)}`, estimatedvalue: money(1000 + next(world)) }))],
  [1, edit(() => ({ cosell_referralvisibility: opt(choice.visible) }))],
  [0.5, edit(() => ({ cosell_referralvisibility: opt(choice.private) }))],
  [
    2,
    edit((_world, chance) => ({
      cosell_howcanmicrosofthelp: opt(chance.pick(choice.help)),
      cosell_referralvisibility: opt(choice.visible),
    })),
  ],
  [1, edit((_world, chance) => ({ cosell_customerconsent: chance.happens(0.8) }))],
  [3, changeSolutions],
  [1, turnSync],
  [0.7, end("Win")],
  [0.7, end("Lose")],
  [0.4, reopen],
  [2, askForSync],
  [0.5, preview],
  [1.5, answer],
  [0.5, close],
  [2, decide],
];
