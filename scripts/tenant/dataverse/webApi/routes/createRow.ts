import { createDeep } from "../json/createDeep";
import { requireBody } from "../json/parseBody";
import { readOptions } from "../query/readOptions";
import { answerWrite } from "./answerWrite";
import type { Route } from "./Route";

export const createRow: Route<"rows"> = async (context, { request, resource: { table }, options }) => {
  const query = readOptions(options, ["$select", "$expand"], `POST ${table.entitySetName}`);
  const id = await createDeep(context, table, requireBody(request));
  return answerWrite(context, table, id, query, "created");
};
