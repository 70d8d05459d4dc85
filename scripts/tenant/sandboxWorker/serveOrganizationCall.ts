import { DataverseError, type Caller, type OrganizationService } from "../dataverse/OrganizationService";
import type { PluginInvocation } from "./PluginRunner";
import type { CallAnswer, OrganizationCall } from "./WorkerMessage";

const unexpectedError = "0x80040216";

/** Answers a request that a plug-in made through its organization service. */
export async function serveOrganizationCall(
  call: OrganizationCall,
  invocation: PluginInvocation,
  service: OrganizationService,
): Promise<CallAnswer> {
  try {
    const value = await request(call, callerInside(invocation, call.args.userId), service);
    return { ok: true, value: value ?? null };
  } catch (error) {
    if (error instanceof DataverseError) return { ok: false, code: error.code, message: error.message };
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, code: unexpectedError, message: `An unexpected error occurred. (${reason})` };
  }
}

/** Requests from inside a plug-in are one level deeper than the one that started it. */
export const callerInside = (invocation: PluginInvocation, userId: string | null): Caller => ({
  userId,
  initiatingUserId: invocation.initiatingUserId,
  depth: invocation.depth + 1,
  correlationId: invocation.correlationId,
});

async function request({ op, args }: OrganizationCall, caller: Caller, service: OrganizationService): Promise<unknown> {
  switch (op) {
    case "create":
      return service.create(args.entity, caller);
    case "retrieve":
      return service.retrieve(args.table, args.id, args.columns, caller);
    case "update":
      return service.update(args.entity, caller, args.ifMatch === undefined ? {} : { ifMatch: args.ifMatch });
    case "delete":
      return service.delete(args.table, args.id, caller);
    case "fetch":
      return { $t: "entities", table: "", ...(await service.fetch(args.fetchXml, caller)) };
    case "execute":
      return service.execute(args.message, args.parameters, caller);
  }
}
