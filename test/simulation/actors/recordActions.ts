import type { Row } from "../dataverse/Store";
import { dt, money, opt, plain, ref, textOf, type Attributes } from "../dataverse/values";
import type { Chance } from "../time/Chance";
import { accounts, contacts, people } from "../world/installRows";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { beginDealOf } from "./partnerCenterActions";
import { choice, pickDeal, save } from "./crmActions";

const helpOptions = [731500001, 731500002, 731500003, 731500004, 731500005, 731500006] as const;
const intents = [731500000, 731500001, 731500002] as const;

const saveDeal =
  (name: string, toAttributes: (world: World, chance: Chance, deal: Row) => Attributes | null): Action =>
  (world, chance) => {
    const deal = pickDeal(world, chance);
    const attributes = deal === null ? null : toAttributes(world, chance, deal);
    if (deal === null || attributes === null) return;
    world.reach(name, deal);
    save(world, chance, deal, attributes);
  };

/** Values that earlier worlds never typed. */
export const valueActions: readonly (readonly [number, Action])[] = [
  [3, saveDeal("seller renames", (world) => ({ name: `Renamed ${world.numbers.next()}` }))],
  [
    1,
    saveDeal("seller empties a value", (_world, chance) => ({
      [chance.pick(["description", "estimatedvalue"])]: null,
    })),
  ],
  [
    3,
    saveDeal("seller asks for help", (_world, chance) => ({
      cosell_howcanmicrosofthelp: opt(chance.pick(helpOptions)),
      cosell_referralvisibility: opt(choice.visible),
    })),
  ],
  [
    1,
    saveDeal("seller changes intent", (_world, chance) => ({
      cosell_customermarketplaceintent: opt(chance.pick(intents)),
    })),
  ],
  [
    1,
    saveDeal("seller changes customer", (_world, chance) => ({
      parentaccountid: ref("account", chance.pick(accounts)),
    })),
  ],
  [1, saveDeal("seller removes currency", () => ({ transactioncurrencyid: null }))],
  [1, saveDeal("seller types a number in words", (world) => ({ description: `${world.numbers.next()}` }))],
];

const columnsOf: Readonly<Record<string, (value: string) => Attributes>> = {
  notes: (value) => ({ description: value }),
  "deal value": (value) => ({ estimatedvalue: value === "" ? null : money(value) }),
  "close date": (value) => ({ estimatedclosedate: value === "" ? null : dt(`${value}T00:00:00.000Z`) }),
};

/** A → B → A: somebody types again what stood there before, on either side. */
const retype: Action = (world, chance) => {
  const deal = pickDeal(world, chance);
  if (deal === null) return;
  const field = chance.pick(Object.keys(columnsOf));
  const changes = world.history.changesOf(`opportunity ${deal.id}`, field);
  if (changes.length < 2) return;
  const before = changes[chance.happens(0.7) ? changes.length - 2 : 0];
  const attributes = before === undefined ? undefined : columnsOf[field]?.(before.value);
  if (attributes === undefined) return;
  world.reach("seller types a value again", deal);
  save(world, chance, deal, attributes);
};

/** Two saves a moment apart, the second back to what was there. */
const waver: Action = (world, chance) => {
  const deal = pickDeal(world, chance);
  const before = deal?.attributes["description"];
  if (deal === null || before === undefined) return;
  world.reach("seller types a value and takes it back", deal);
  save(world, chance, deal, { description: `wavers ${world.numbers.next()}` });
  world.time.after(chance.between(50, 8000), () => {
    const now = world.dataverse.store.read("opportunity", deal.id, null);
    if (now !== undefined && plain(now.attributes["statecode"]) === 0)
      save(world, chance, now, { description: before });
  });
};

export const retypingActions: readonly (readonly [number, Action])[] = [
  [2, retype],
  [1, waver],
];

const update = (world: World, name: string, table: string, id: string, attributes: Attributes): void => {
  world.story.tell(() => `${name} saves ${table} ${id} ${JSON.stringify(attributes)}`);
  world.write(name, (transaction) => {
    if (world.dataverse.store.read(table, id, transaction) !== undefined)
      world.dataverse.update({ $t: "entity", table, id, attributes }, undefined, transaction);
  });
};

const changeContact: Action = (world, chance) => {
  const id = chance.pick(contacts);
  const number = world.numbers.next();
  const telephone1 = `+47${20_000_000 + number}`;
  world.reach("a contact’s phone changes", null);
  update(world, "a seller", "contact", id, chance.happens(0.7) ? { telephone1 } : { jobtitle: `Title ${number}` });
};

const disable: Action = (world) => {
  const user = world.dataverse.store.read("systemuser", people.colleague, null);
  world.reach("a user is disabled or enabled", null);
  const isdisabled = plain(user?.attributes["isdisabled"]) !== true;
  update(world, "an administrator", "systemuser", people.colleague, { isdisabled });
};

export const peopleActions: readonly (readonly [number, Action])[] = [
  [
    3,
    saveDeal("owner changes", (_world, _chance, { attributes }) => ({
      ownerid: ref("systemuser", textOf(attributes["ownerid"]) === people.seller ? people.colleague : people.seller),
    })),
  ],
  [2, changeContact],
  [1, disable],
];

/** A second account becomes part of the first; what belonged to it belongs to that one. */
const mergeAccounts: Action = (world, chance) => {
  const [master, subordinate] = chance.happens(0.5) ? accounts : [accounts[1], accounts[0]];
  const { store } = world.dataverse;
  const isActive = (id: string): boolean => plain(store.read("account", id, null)?.attributes["statecode"]) === 0;
  if (!isActive(master) || !isActive(subordinate)) return;
  world.story.tell(() => `an administrator merges account ${subordinate} into ${master}`);
  world.reach("accounts are merged", null);
  world.write("an administrator", (transaction) => {
    const move = (table: string, column: string): void => {
      const isTheirs = ({ attributes }: Row): boolean => textOf(attributes[column]) === subordinate;
      store.lockWhere(table, isTheirs, transaction);
      for (const { id } of [...store.rows(table, transaction)].filter(isTheirs))
        world.dataverse.update(
          { $t: "entity", table, id, attributes: { [column]: ref("account", master) } },
          undefined,
          transaction,
        );
    };
    move("opportunity", "parentaccountid");
    move("contact", "parentcustomerid");
    world.dataverse.update(
      { $t: "entity", table: "account", id: subordinate, attributes: { statecode: opt(1) } },
      undefined,
      transaction,
    );
  });
  const { name, address1_postalcode } = store.read("account", subordinate, null)?.attributes ?? {};
  if (world.scenario.isTwoWay && chance.happens(0.6))
    beginDealOf(world, chance, { kind: "coSell", companyName: textOf(name), postalCode: textOf(address1_postalcode) });
};

const addNamesake: Action = (world, chance) => {
  const id = chance.guid();
  const name = chance.pick(["Fabrikam", "Northwind"]);
  const attributes = { name, address1_postalcode: `9${world.numbers.next()}`, address1_country: "NO" };
  world.reach("another account of the same name", null);
  world.write("a seller", (transaction) => {
    world.dataverse.create({ $t: "entity", table: "account", id, attributes }, transaction);
  });
};

export const customerActions: readonly (readonly [number, Action])[] = [
  [1, mergeAccounts],
  [1, addNamesake],
];

/** Deletes a deal that nobody needs any more, shared or not. */
const deleteDeal: Action = (world, chance) => {
  const table = chance.pick(["opportunity", "opportunity", "lead"]);
  const rows = [...world.dataverse.store.rows(table)];
  if (rows.length === 0) return;
  const { id } = chance.pick(rows);
  world.story.tell(() => `a seller deletes ${table} ${id}`);
  world.reach(`seller deletes`, rows.find((row) => row.id === id) ?? null);
  world.write("a seller", (transaction) => {
    if (world.dataverse.store.read(table, id, transaction) !== undefined)
      world.dataverse.delete(table, id, transaction);
  });
};

export const deletionActions: readonly (readonly [number, Action])[] = [[1, deleteDeal]];
