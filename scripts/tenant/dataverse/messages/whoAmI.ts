import { actingUser } from "../operations/actingUser";
import { findRow } from "../operations/findRow";
import type { Store } from "../Store";
import type { Value } from "../values";
import { quoteName } from "../database/SqlDatabase";
import type { MessageHandler } from "./MessageHandler";

const emptyId = "00000000-0000-0000-0000-000000000000";
const guid = (id: unknown): Value => ({ $t: "guid", v: typeof id === "string" ? id : emptyId });

function organizationId({ catalogue, database }: Store): unknown {
  const table = catalogue.table("organization");
  if (!table) return undefined;
  const [row] = database.all(`SELECT ${quoteName(table.primaryId)} AS id FROM organization LIMIT 1`);
  return row?.id;
}

export const whoAmI: MessageHandler = ({ store, transactions }, _parameters, caller) =>
  transactions.reading(() => {
    const users = store.catalogue.table("systemuser");
    const user = users && findRow(store, users, actingUser(caller));
    return {
      BusinessUnitId: guid(user?.businessunitid),
      UserId: guid(actingUser(caller)),
      OrganizationId: guid(organizationId(store)),
    };
  });
