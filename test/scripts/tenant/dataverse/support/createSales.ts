import type { Caller } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import { openDataverse, type Dataverse } from "../../../../../scripts/tenant/dataverse/openDataverse";
import type { EntityValue, Value } from "../../../../../scripts/tenant/dataverse/values";
import { salesRelationships, salesTables } from "./salesTables";

export const adaId = "a0000000-0000-4000-8000-000000000001";
export const benId = "a0000000-0000-4000-8000-000000000002";
export const euroId = "c0000000-0000-4000-8000-000000000001";
const unitId = "b0000000-0000-4000-8000-000000000001";

/** Saturday. */
export const startOfTests = new Date("2026-03-14T09:26:53.589Z");

export const callerOf = (userId: string | null): Caller => ({
  userId,
  initiatingUserId: userId ?? adaId,
  depth: 1,
  correlationId: "00000000-0000-4000-8000-00000000c0de",
});

export const ada = callerOf(adaId);
export const system = callerOf(null);

export const entity = (table: string, attributes: Record<string, Value>, id?: string): EntityValue => ({
  $t: "entity",
  table,
  attributes,
  ...(id !== undefined && { id }),
});

export const reference = (table: string, id: string): Value => ({ $t: "ref", table, id });
export const option = (v: number): Value => ({ $t: "opt", v });
export const amount = (v: string): Value => ({ $t: "money", v });

export interface Sales extends Dataverse {
  /** Moves the clock of the environment. */
  setClock(moment: Date): void;
}

/** An environment in memory with the tables of `salesTables`, two users and the euro at 0.8 to the base currency. */
export async function createSales(file = ":memory:"): Promise<Sales> {
  let now = startOfTests;
  const dataverse = openDataverse({ file, clock: () => now });
  const { catalogue, transactions, service } = dataverse;
  await transactions.inTransaction(async () => {
    for (const table of salesTables) catalogue.saveTable(table);
    for (const relationship of salesRelationships) catalogue.saveRelationship(relationship);
    await service.create(entity("businessunit", { name: "Contoso" }, unitId), system);
    const people = [
      { id: adaId, firstname: "Ada", lastname: "Lovelace" },
      { id: benId, firstname: "Ben", lastname: "Bitdiddle" },
    ];
    for (const { id, ...names } of people) {
      await service.create(
        entity("systemuser", { ...names, businessunitid: reference("businessunit", unitId) }, id),
        system,
      );
    }
    const euro = { currencyname: "Euro", currencysymbol: "€", exchangerate: { $t: "dec", v: "0.8" } } as const;
    await service.create(entity("transactioncurrency", euro, euroId), system);
  });
  return {
    ...dataverse,
    setClock: (moment) => {
      now = moment;
    },
  };
}
