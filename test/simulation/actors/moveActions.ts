import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { Chance } from "../time/Chance";
import { people } from "../world/installRows";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { beginOpportunity, pickDeal } from "./crmActions";

const decided = 731500001;

const rowsOf = (world: World, table: string, fits: (row: Row) => boolean): Row[] =>
  [...world.dataverse.store.rows(table)].filter(fits);

const pickLink = (world: World, chance: Chance, fits: (link: Row) => boolean): Row | null => {
  const links = rowsOf(
    world,
    "cosell_link",
    (link) => textOf(link.attributes["cosell_referralidentifier"]) !== "" && fits(link),
  );
  return links.length === 0 ? null : chance.pick(links);
};

const recordOf = ({ attributes }: Row): string => textOf(attributes["cosell_opportunityid"]);

const isNobodys = (link: Row): boolean => recordOf(link) === "" && textOf(link.attributes["cosell_leadid"]) === "";

/** A person says whose referral a link is: another deal's, or nobody's. */
const ask = (world: World, chance: Chance, link: Row, opportunityId: string): void => {
  const referralId = textOf(link.attributes["cosell_referralidentifier"]).toLowerCase();
  const to = opportunityId === "" ? {} : { OpportunityId: { $t: "guid", v: opportunityId } };
  world.story.tell(() => `a seller gives referral ${referralId} to ${opportunityId === "" ? "nobody" : opportunityId}`);
  const parameters = { LinkId: { $t: "guid", v: link.id }, ...to };
  world.platform.call("cosell_MoveReferral", parameters, chance.pick([people.seller, people.administrator]));
};

/** Another deal gets the referral: one that is there, or one that is begun for it. */
const give = (world: World, chance: Chance, link: Row): void => {
  const isOther = ({ id, attributes }: Row): boolean => id !== recordOf(link) && plain(attributes["statecode"]) === 0;
  const isUnshared = (row: Row): boolean => textOf(row.attributes["cosell_referralidentifier"]) === "";
  const to =
    pickDeal(world, chance, (row) => isOther(row) && isUnshared(row)) ??
    (chance.happens(0.1) ? pickDeal(world, chance, isOther) : null);
  if (to === null) return;
  world.reach(isNobodys(link) ? "a referral taken off is given to a deal" : "a referral is given to another deal", to);
  ask(world, chance, link, to.id);
};

const moveReferral: Action = (world, chance) => {
  const link = pickLink(world, chance, (one) => recordOf(one) !== "");
  if (link !== null) give(world, chance, link);
};

const giveAnew: Action = (world, chance) => {
  const link = pickLink(world, chance, isNobodys);
  if (link !== null) give(world, chance, link);
};

const takeOff: Action = (world, chance) => {
  const link = pickLink(world, chance, (one) => recordOf(one) !== "");
  if (link === null) return;
  world.reach("a referral is taken off its deal", null);
  ask(world, chance, link, "");
};

const undo: Action = (world, chance) => {
  const conflicts = rowsOf(world, "cosell_conflict", ({ attributes }) => plain(attributes["cosell_state"]) === decided);
  if (conflicts.length === 0) return;
  const { id } = chance.pick(conflicts);
  world.story.tell(() => `a seller takes back the decision of conflict ${id}`);
  world.reach("a decision is taken back", null);
  world.platform.call("cosell_ResolveConflict", { ConflictId: { $t: "guid", v: id }, Decision: "undo" }, people.seller);
};

/** What people do when a referral stands at the wrong deal, or a decision was wrong. */
export const moveActions: readonly (readonly [number, Action])[] = [
  [12, moveReferral],
  [5, takeOff],
  [8, giveAnew],
  [3, beginOpportunity],
  [3, undo],
];
