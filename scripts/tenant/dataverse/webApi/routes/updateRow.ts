import { refusals } from "../../refusals";
import type { EntityValue } from "../../values";
import { readPrecondition } from "../http/conditions";
import { createDeep } from "../json/createDeep";
import type { JsonObject } from "../json/JsonObject";
import { requireBody } from "../json/parseBody";
import { readPayload } from "../json/readPayload";
import { protocolRefusals } from "../protocolRefusals";
import { readOptions } from "../query/readOptions";
import { keyValues, resolveRowId } from "../resource/resolveRow";
import type { RowAddress } from "../resource/Resource";
import type { WebApiContext } from "../WebApiContext";
import { answerWrite } from "./answerWrite";
import type { Route } from "./Route";

async function toUpdate(context: WebApiContext, { table, key }: RowAddress, json: JsonObject): Promise<EntityValue> {
  const { attributes, parents, children } = await readPayload(context, table, json);
  if (parents.length + children.length > 0) {
    throw protocolRefusals.payload(
      table.entitySetName,
      "Microsoft.Crm.CrmException: Related rows cannot be created or bound by an update; only single-valued properties can be bound.",
    );
  }
  const named = "id" in key ? { id: key.id } : { keys: keyValues(context, table, key.keys) };
  return { $t: "entity", table: table.logicalName, attributes, ...named };
}

async function createOnly(context: WebApiContext, row: RowAddress, json: JsonObject): Promise<string> {
  const { table, key } = row;
  const identity = "id" in key ? { id: key.id } : { keys: keyValues(context, table, key.keys) };
  try {
    return await createDeep(context, table, json, identity);
  } catch (error) {
    const taken = [refusals.idTaken().code, refusals.keyViolated("", []).code];
    throw taken.includes((error as { code?: string }).code ?? "") ? protocolRefusals.keyExists() : error;
  }
}

/** Updates the row, or creates it: a PATCH without conditions is an upsert. */
export const updateRow: Route<"row"> = async (context, { request, resource: { row }, options }) => {
  const { table } = row;
  const { service, caller } = context;
  const query = readOptions(options, ["$select", "$expand"], `PATCH ${table.entitySetName}(…)`);
  const precondition = readPrecondition(request.headers);
  const json = requireBody(request);
  switch (precondition.kind) {
    case "mustNotExist":
      return answerWrite(context, table, await createOnly(context, row, json), query, "created");
    case "mustExist":
    case "mustMatch": {
      const id = await resolveRowId(context, row);
      const { attributes } = await toUpdate(context, row, json);
      const options = precondition.kind === "mustMatch" ? { ifMatch: precondition.rowVersion } : {};
      await service.update({ $t: "entity", table: table.logicalName, id, attributes }, caller, options);
      return answerWrite(context, table, id, query, "updated");
    }
    case "none": {
      const target = await toUpdate(context, row, json);
      const { RecordCreated, Target } = await service.execute("Upsert", { Target: target }, caller);
      if (typeof Target !== "object" || Target?.$t !== "ref") throw new Error("Upsert did not answer with its row.");
      return answerWrite(context, table, Target.id, query, RecordCreated === true ? "created" : "updated");
    }
  }
};
