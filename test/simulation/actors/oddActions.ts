import { editReferral } from "../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { dt, money, type Attributes } from "../dataverse/values";
import type { Chance } from "../time/Chance";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { pickDeal, save } from "./crmActions";
import { act, beginDealOf } from "./partnerCenterActions";

type Fields = Readonly<Record<string, unknown>>;

/** Texts that something on the way may cut, take for something else, or lose; each is told from the others by its number. */
const texts: readonly ((number: number) => string)[] = [
  // Of the last character one half fits into the column.
  (number) => `${number}${String(number).length % 2 === 0 ? "" : "."}.${"😀".repeat(1100)}`,
  (number) => `${number} ${"n".repeat(2000)}`,
  (number) => `“${number}” <b>&amp; ]]> \u2028 \u200f عربي`,
  (number) => `  ${number}\r\n\tand more  `,
  () => "",
];

/** Amounts at and beyond what a column holds, and some that are easily taken for none. A negative one is refused by Partner Center. */
const amounts: readonly number[] = [0, 0.01, 1, 1e12, 1e15, 1e17];

const days: readonly string[] = [
  "0001-01-01T00:00:00Z",
  "1752-12-31T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "2028-02-29T23:30:00-11:00",
];

const oddThere = (world: World, chance: Chance): Fields =>
  chance.weighed<Fields>([
    [3, { notes: chance.pick(texts)(world.numbers.next()) }],
    [3, { dealValue: chance.pick(amounts) }],
    [2, { closingDateTime: chance.pick(days) }],
    [1, { currency: chance.pick(["SEK", "XXX", "eur"]) }],
  ]);

const editOddly: Action = (world, chance) => {
  world.reach("somebody types an odd value in Partner Center", null);
  act(
    world,
    chance,
    chance.pick(["partner", "partner", "microsoft"] as const),
    "Active",
    editReferral,
    oddThere(world, chance),
  );
};

/** What a form lets people type. */
const oddHere = (world: World, chance: Chance): Attributes =>
  chance.weighed<Attributes>([
    [
      3,
      {
        description: chance
          .pick(texts)(world.numbers.next())
          .slice(0, 2000)
          .replace(/[\ud800-\udbff]$/, ""),
      },
    ],
    [2, { estimatedvalue: money(chance.pick([0, 0.01, 1e12])) }],
    [1, { estimatedclosedate: dt(chance.pick(["1753-01-01", "9999-12-30"]) + "T00:00:00.000Z") }],
    [1, { name: `${world.numbers.next()} ${"😀".repeat(140)}` }],
  ]);

const saveOddly: Action = (world, chance) => {
  const deal = pickDeal(world, chance);
  if (deal === null) return;
  world.reach("somebody types an odd value in Dynamics 365", deal);
  save(world, chance, deal, oddHere(world, chance));
};

const beginOddly: Action = (world, chance) => {
  const number = world.numbers.next();
  world.reach("Microsoft begins a deal with an odd value", null);
  beginDealOf(
    world,
    chance,
    chance.pick<Fields>([
      { name: `${number} ${"n".repeat(301)}` },
      { companyName: `Newcomer ${number} ${"n".repeat(161)}` },
      { firstName: "f".repeat(51), lastName: `${number}${"l".repeat(60)}` },
      { phoneNumber: "5".repeat(51) },
      { addressLine1: "a".repeat(251), city: "c".repeat(81), postalCode: "9".repeat(30) },
      { currency: "" },
      { notes: chance.pick(texts)(number) },
      { dealValue: chance.pick(amounts) },
      { closingDateTime: chance.pick(days) },
    ]),
  );
};

/** Ordinary people, and values that are not. */
export const oddActions: readonly (readonly [number, Action])[] = [
  [4, editOddly],
  [3, saveOddly],
  [2, beginOddly],
];
