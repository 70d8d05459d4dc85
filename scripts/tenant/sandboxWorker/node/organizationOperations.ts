import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import type { BridgeArguments } from "./BridgeArguments";
import { invalidArguments } from "./BridgeRefusal";
import { carryEntity, carryMembers, guid } from "./marshalValue";
import { demandSystemAccess, toMessage, toQuery, toRead, toWrite, type SystemAccess } from "./systemAccess";

type Operation = (args: BridgeArguments) => Promise<object>;

/** The `org.*` operations, as the user the plug-in runs for or, for the tables of the solution, as SYSTEM. */
export function organizationOperations(
  service: OrganizationService,
  user: Caller,
  system: Caller,
): Record<string, Operation> {
  const callerOf = callerChoice(user, system);
  return {
    "org.create": async (args) => {
      const entity = carryEntity(args.object("entity"));
      return {
        id: await service.create(
          entity,
          callerOf(args, () => toWrite(entity.table)),
        ),
      };
    },
    "org.retrieve": async (args) => {
      const table = args.text("table");
      const columns = args.is("columns", "all") ? "all" : args.texts("columns");
      const caller = callerOf(args, () => toRead(table));
      return carryEntity({ ...(await service.retrieve(table, guid(args.text("id")), columns, caller)) });
    },
    "org.update": async (args) => {
      const entity = carryEntity(args.object("entity"));
      const ifMatch = args.optionalText("ifMatch");
      const caller = callerOf(args, () => toWrite(entity.table));
      await service.update(entity, caller, ifMatch === undefined ? {} : { ifMatch });
      return {};
    },
    "org.delete": async (args) => {
      const table = args.text("table");
      await service.delete(
        table,
        guid(args.text("id")),
        callerOf(args, () => toWrite(table)),
      );
      return {};
    },
    "org.fetch": async (args) => {
      const fetchXml = args.text("fetchXml");
      const found = await service.fetch(
        fetchXml,
        callerOf(args, () => toQuery(fetchXml)),
      );
      return {
        rows: found.rows.map((row) => carryEntity({ ...row })),
        moreRecords: found.moreRecords,
        ...(found.pagingCookie === undefined ? {} : { pagingCookie: found.pagingCookie }),
      };
    },
    "org.execute": async (args) => {
      const parameters = carryMembers(args.object("parameters"));
      const caller = callerOf(args, () => toMessage(args.text("message"), parameters));
      return { results: carryMembers(await service.execute(args.text("message"), parameters, caller)) };
    },
  };
}

const callerChoice =
  (user: Caller, system: Caller) =>
  (args: BridgeArguments, access: () => SystemAccess): Caller => {
    if (args.is("as", "user")) return user;
    if (!args.is("as", "system")) throw invalidArguments(`"as" is "${args.text("as")}", neither "user" nor "system"`);
    demandSystemAccess(access());
    return system;
  };
