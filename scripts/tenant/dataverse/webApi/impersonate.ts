import { DataverseError, type Caller } from "../OrganizationService";
import { parseGuid } from "../guid";
import { refusals } from "../refusals";
import type { EntityValue } from "../values";
import { protocolRefusals } from "./protocolRefusals";
import { conditionOf } from "./query/FilterBuilder";
import { printRowQuery } from "./query/printRowQuery";
import { requireProperty } from "./query/properties";
import type { WebApiParts } from "./WebApiContext";

/** Headers that name another user to act for, and the column of users they name one by. */
const columns = { callerobjectid: "azureactivedirectoryobjectid", mscrmcallerid: "systemuserid" } as const;

/**
 * The caller a request is answered for: its sender, or the user it names, where the sender may act for others. What that user
 * may do counts then. Source: "Impersonate another user using the Web API" in Microsoft's Dataverse documentation.
 */
export async function impersonate(
  parts: WebApiParts,
  sender: Caller,
  headers: ReadonlyMap<string, string>,
): Promise<Caller> {
  const [header, second] = Object.keys(columns)
    .filter(isHeader)
    .filter((name) => headers.has(name));
  if (header === undefined) return sender;
  const named = headers.get(header) ?? "";
  if (second !== undefined) throw protocolRefusals.headerUnknown(second, headers.get(second) ?? "");
  const id = parseGuid(named);
  if (id === undefined) throw protocolRefusals.headerUnknown(header, named);
  if (sender.userId === null || !(await parts.mayActForOthers?.(sender.userId))) throw cannotActForOthers();
  const user = await findUser(parts, sender, columns[header], id);
  if (user?.id === undefined) throw refusals.rowMissing("systemuser", id);
  if (user.attributes.isdisabled === true) throw userDisabled(user.id);
  return { ...sender, userId: user.id, initiatingUserId: user.id, actualUserId: sender.userId };
}

const isHeader = (name: string): name is keyof typeof columns => name in columns;

async function findUser(
  { catalogue, service }: WebApiParts,
  sender: Caller,
  columnName: string,
  value: string,
): Promise<EntityValue | undefined> {
  const column = requireProperty(catalogue, "systemuser", columnName);
  const query = printRowQuery("systemuser", [conditionOf({ column }, "eq", [value])], "all");
  return (await service.fetch(query, { ...sender, userId: null })).rows[0];
}

const cannotActForOthers = () =>
  new DataverseError("0x8004a110", "User does not have the privilege to act on behalf another user.", 403);

const userDisabled = (id: string) =>
  new DataverseError("0x80040225", `The specified user(Id = ${id}) is disabled. Consider enabling this user.`, 403);
