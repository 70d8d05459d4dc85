import { editReferral } from "../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { acceptReferral } from "../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { closeReferral } from "../../../scripts/tenant/partnerCenter/sellers/closeReferral";
import { changeSide } from "../../../scripts/tenant/partnerCenter/sellers/SellerAction";
import type { Wide } from "../scenario/Wide";
import type { Row } from "../dataverse/Store";
import { money, opt, plain, ref, textOf } from "../dataverse/values";
import { currencies, people, solutionIds } from "../world/installRows";
import type { Chance } from "../time/Chance";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { pickDeal, save } from "./crmActions";
import { kindActions } from "./kindActions";
import { leadActions } from "./leadActions";
import { moveActions } from "./moveActions";
import { oddActions } from "./oddActions";
import { act, beginDealOf, pickReferral } from "./partnerCenterActions";
import { customerActions, deletionActions, peopleActions, retypingActions, valueActions } from "./recordActions";

type Weighed = readonly (readonly [number, Action])[];

const addMember: Action = (world, chance) => {
  const number = world.numbers.next();
  const member = {
    firstName: "Tia",
    lastName: `Member ${number}`,
    email: `tia${number}@partner.example`,
    phoneNumber: "+47 5",
  };
  act(world, chance, chance.pick(["partner", "partner", "microsoft"] as const), "Active", editReferral, member);
};

const acceptThere: Action = (world, chance) => act(world, chance, "microsoft", "New", acceptReferral, {});

const endThere: Action = (world, chance) =>
  act(world, chance, chance.pick(["microsoft", "partner"] as const), "Active", closeReferral, {
    ...chance.pick([{ outcome: "Won" }, { outcome: "Lost", reason: "NotACustomer" }]),
  });

const pairOf = (world: World, chance: Chance): { deal: Row; referralId: string } | null => {
  const deal = pickDeal(world, chance, ({ attributes }) => {
    const referral = world.sandbox.state.referrals.get(textOf(attributes["cosell_referralidentifier"]).toLowerCase());
    return plain(attributes["statecode"]) === 0 && referral?.content.status === "Active";
  });
  return deal === null
    ? null
    : { deal, referralId: textOf(deal.attributes["cosell_referralidentifier"]).toLowerCase() };
};

const editThere = (world: World, referralId: string, fields: Readonly<Record<string, unknown>>): void => {
  const name = "a seller in Partner Center";
  world.story.tell(() => `${name} edits ${referralId}: ${JSON.stringify(fields)}`);
  world.as({ kind: "person", name }, () => editReferral(world.sandbox.state, "partner", referralId, fields));
  world.wakeSandbox();
};

/** Both sellers correct the amount in the same moment, each in a currency of their own. */
const clashOfAmounts: Action = (world, chance) => {
  const pair = pairOf(world, chance);
  if (pair === null) return;
  world.reach("both sides edit the amount", pair.deal);
  const currency = chance.pick(["NOK", "EUR", "USD"]);
  const [here, there] = [world.numbers.next(), world.numbers.next()];
  editThere(world, pair.referralId, chance.happens(0.5) ? { currency, dealValue: 1000 + there } : { currency });
  save(world, chance, pair.deal, {
    transactioncurrencyid: ref("transactioncurrency", chance.pick(Object.values(currencies))),
    ...(chance.happens(0.3) ? { estimatedvalue: money(1000 + here) } : {}),
  });
};

/** A deal gets a member there, and another owner here. */
const memberAndOwner: Action = (world, chance) => {
  const pair = pairOf(world, chance);
  if (pair === null) return;
  const number = world.numbers.next();
  world.reach("a member joins, and the owner changes", pair.deal);
  editThere(world, pair.referralId, {
    firstName: "Tom",
    lastName: `Member ${number}`,
    email: `tom${number}@partner.example`,
    phoneNumber: "+47 6",
  });
  const owner = textOf(pair.deal.attributes["ownerid"]) === people.seller ? people.colleague : people.seller;
  world.time.after(chance.between(1000, 60_000), () => {
    const deal = world.dataverse.store.read("opportunity", pair.deal.id, null);
    if (deal !== undefined && plain(deal.attributes["statecode"]) === 0)
      save(world, chance, deal, { ownerid: ref("systemuser", owner), description: `handed over ${number}` });
  });
};

/** Receiving is switched off for a moment, and just then Microsoft shares something. */
const offWhileTheyBegin: Action = (world, chance) => {
  if (world.scenario.hasAdmin) return;
  world.reach("Microsoft begins while receiving is off for a moment", null);
  world.turn("cosell_InboundEnabled", "no");
  beginDealOf(world, chance, {});
  world.time.after(chance.between(5000, 30_000), () => world.turn("cosell_InboundEnabled", "yes"));
};

/** Microsoft begins a deal of a person who is a contact already. */
const beginForAda: Action = (world, chance) => {
  world.reach("Microsoft begins a deal of a known person", null);
  beginDealOf(world, chance, {
    kind: "coSell",
    companyName: "Fabrikam",
    postalCode: "0150",
    firstName: "Ada",
    lastName: "Berg",
    email: "ada.berg@fabrikam.example",
  });
};

/** Solutions are edited on a page of their own, which the sandbox's pages leave out. */
const editSolutions: Action = (world, chance) => {
  const referral = pickReferral(
    world,
    chance,
    ({ content, organizationId }) => content.status === "Active" && organizationId !== "msft",
  );
  if (referral === null) return;
  const held = referral.content.details?.requirements?.solutions ?? [];
  const absent = solutionIds.filter((id) => !held.some((one) => one.id === id));
  const others = chance.happens(0.5) ? held.slice(1) : held;
  const solutions =
    absent.length === 0 ? held.slice(1) : [...others, { id: chance.pick(absent), type: "Name" as const, name: "One" }];
  const name = "a seller in Partner Center";
  world.story.tell(() => `${name} sets the solutions of ${referral.id}: ${solutions.map(({ id }) => id).join(" ")}`);
  world.reach("partner edits solutions", null);
  world.as({ kind: "person", name }, () =>
    changeSide(world.sandbox.state, "partner", referral.id, (content) => ({
      content: {
        ...content,
        details: {
          ...content.details,
          requirements: { ...content.details?.requirements, solutions },
        },
      },
    })),
  );
  world.wakeSandbox();
};

const foreignCurrency: Action = (world, chance) => {
  act(world, chance, chance.pick(["partner", "microsoft"] as const), "Active", editReferral, {
    currency: "SEK",
    dealValue: 1000 + world.numbers.next(),
  });
};

const retypeThere: Action = (world, chance) => {
  const referral = pickReferral(
    world,
    chance,
    ({ content, organizationId }) => content.status === "Active" && organizationId !== "msft",
  );
  if (referral === null) return;
  const changes = world.history.changesOf(`referral ${referral.id}`, "notes");
  const before = changes.at(-2);
  if (before === undefined) return;
  const name = "a seller in Partner Center";
  world.story.tell(() => `${name} types the notes of ${referral.id} again: ${before.value}`);
  world.reach("partner types a value again", null);
  world.as({ kind: "person", name }, () =>
    editReferral(world.sandbox.state, "partner", referral.id, {
      notes: before.value,
    }),
  );
  world.wakeSandbox();
};

const emptyThere: Action = (world, chance) => act(world, chance, "partner", "Active", editReferral, { notes: "" });

/** Somebody works through a list in Partner Center, and the event of the one deal that is ours is lost. */
const workThroughList: Action = (world, chance) => {
  if (world.crowd.isTidy) return;
  world.crowd.isTidy = true;
  world.story.tell(() => "somebody edits a hundred referrals of nobody");
  world.crowd.edit(chance.between(100, 150));
  world.hazard.loseNext();
  world.reach("a page is full before a deal", null);
  world.time.after(1000, () =>
    act(world, chance, "partner", "Active", editReferral, { notes: `behind the page ${world.numbers.next()}` }),
  );
};

const deleteReferral: Action = (world, chance) => {
  const referral = pickReferral(world, chance, ({ organizationId }) => organizationId !== "msft");
  if (referral === null) return;
  world.story.tell(() => `Partner Center no longer shows referral ${referral.id}`);
  world.reach("a referral is deleted", null);
  world.gone.set(referral.id, referral.engagementId);
  world.sandbox.state.referrals.delete(referral.id);
};

const replay: Action = (world, chance) => {
  const deal = pickDeal(world, chance, () => true);
  if (deal === null) return;
  world.story.tell(() => `an operator replays ${deal.id}`);
  world.reach("operator replays a deal", deal);
  world.platform.call("cosell_Replay", { OpportunityId: { $t: "guid", v: deal.id } }, people.administrator);
};

const replayMessage: Action = (world, chance) => {
  const waiting = [...world.dataverse.store.rows("cosell_message")].filter(
    ({ attributes }) => plain(attributes["cosell_state"]) !== 731500002,
  );
  if (waiting.length === 0) return;
  const { id } = chance.pick(waiting);
  world.story.tell(() => `an operator replays message ${id}`);
  world.reach("operator replays a message", null);
  world.platform.call("cosell_Replay", { MessageId: { $t: "guid", v: id } }, people.administrator, (end) => {
    const isDone = end.kind === "answered" && !("error" in end.answer);
    const response = isDone && "outputParameters" in end.answer ? end.answer.outputParameters["Response"] : "";
    const saysDone = typeof response === "string" && response.includes('"result":"done"');
    const row = world.dataverse.store.read("cosell_message", id, null);
    if (saysDone && plain(row?.attributes["cosell_state"]) === 731500000)
      world.untrue.push(`a replay of message ${id} says done, and it waits`);
  });
};

const replayWindow: Action = (world) => {
  world.story.tell(() => "an operator replays all messages");
  world.reach("operator replays a window", null);
  world.platform.call("cosell_Replay", { From: { $t: "dt", v: "2026-11-01T00:00:00.000Z" } }, people.administrator);
};

const backfill: Action = (world, chance) => {
  const DryRun = chance.happens(0.3);
  world.story.tell(() => `an operator ${DryRun ? "tries" : "runs"} a backfill`);
  world.reach(DryRun ? "operator tries a backfill" : "operator runs a backfill", null);
  // The crowd is older than the connector: it stays out.
  const From = { $t: "dt", v: "2026-11-22T00:00:00.000Z" };
  world.platform.call("cosell_Backfill", { DryRun, From }, people.administrator);
};

/** Nobody heard of a deal, and an operator asks what a backfill would do. */
const tryBackfill: Action = (world, chance) => {
  world.hazard.loseNext();
  world.hazard.loseNext();
  beginDealOf(world, chance, {});
  world.reach("operator tries a backfill of something missed", null);
  world.time.after(5000, () =>
    world.platform.call(
      "cosell_Backfill",
      { DryRun: true, From: { $t: "dt", v: "2026-11-22T00:00:00.000Z" } },
      people.administrator,
    ),
  );
};

const mappedFields = ["/details/notes", "/details/dealValue", "/details/closingDateTime"] as const;
/** Direction and policy of a standard row, where an administrator sets one for a while. */
const mappingRow = (world: World, key: string) =>
  [...world.dataverse.store.rows("cosell_fieldmapping")].find(
    ({ attributes }) => textOf(attributes["cosell_mappingkey"]) === key,
  );

const policies = [731500000, 731500001, 731500002, 731500003, 731500004] as const;

const changeMapping: Action = (world, chance) => {
  const row = mappingRow(world, chance.pick(mappedFields));
  if (row === undefined) return;
  const attributes = { cosell_conflictpolicy: opt(chance.pick(policies)) };
  world.story.tell(
    () => `an administrator sets ${textOf(row.attributes["cosell_mappingkey"])} ${JSON.stringify(attributes)}`,
  );
  world.reach("the mapping changes", null);
  world.turned.push({ atMs: world.time.nowMs, name: "mapping", value: row.id });
  world.write("an administrator", (transaction) =>
    world.dataverse.update({ $t: "entity", table: row.table, id: row.id, attributes }, undefined, transaction),
  );
};

const groups: readonly (readonly [keyof Wide, Weighed])[] = [
  ["leads", leadActions],
  ["people", [...peopleActions, [2, addMember], [3, memberAndOwner]]],
  ["customers", customerActions],
  ["retyping", [...retypingActions, [1, retypeThere]]],
  [
    "values",
    [
      ...valueActions,
      [3, editSolutions],
      [1, beginForAda],
      [5, clashOfAmounts],
      [1, acceptThere],
      [0.7, endThere],
      [1.5, foreignCurrency],
      [0.7, emptyThere],
    ],
  ],
  ["deletions", [...deletionActions, [1, deleteReferral]]],
  ["mapping", [[1, changeMapping]]],
  [
    "operator",
    [
      [1, replay],
      [1, replayMessage],
      [0.5, replayWindow],
      [1, backfill],
      [2, offWhileTheyBegin],
      [1.5, tryBackfill],
    ],
  ],
  ["crowd", [[8, workThroughList]]],
  ["odd", oddActions],
  ["kinds", kindActions],
  ["moves", moveActions],
];

/** What people do in the worlds of the second generation; empty in the others. */
export const wideActions = ({ scenario }: World): Weighed =>
  groups.flatMap(([name, actions]) => (scenario.wide[name] > 0 ? actions : []));
