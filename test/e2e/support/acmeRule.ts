import type { RunningTenant } from "../../../scripts/start/startTenant";
import type { EntityValue } from "../../../scripts/tenant/dataverse/values";
import type { PluginInvocation, PluginOutcome, PluginRunner } from "../../../scripts/tenant/sandboxWorker/PluginRunner";

const typeName = "Acme.Rules.NoForbiddenWords";

/** What the rule of this company does not let into a description. */
export const forbidden = "forbidden at Acme";

/** What the rule refuses at the moment. */
export const acme = { refusesDeals: true, refusesMessages: false };

const judge = ({ inputParameters }: PluginInvocation): PluginOutcome => {
  const { table, attributes } = inputParameters["Target"] as EntityValue;
  const { description } = attributes;
  const isForbidden =
    table === "opportunity"
      ? acme.refusesDeals && typeof description === "string" && description.includes(forbidden)
      : acme.refusesMessages;
  const message = "Acme does not allow this description.";
  return isForbidden
    ? { kind: "faulted", code: "0x80040265", message, retry: false, trace: [] }
    : { kind: "completed", outputParameters: {}, trace: [] };
};

/** A runner that knows the customer's own plug-in beside what it runs already. */
export const withAcmeRule = (runner: PluginRunner): PluginRunner => ({
  description: runner.description,
  execute: (invocation, service) =>
    invocation.typeName === typeName ? Promise.resolve(judge(invocation)) : runner.execute(invocation, service),
  stop: () => runner.stop(),
});

/** Registers the plug-in: synchronous, inside the transaction of whoever creates or updates such a row. */
export const registerAcmeRule = async (
  { core: { rows, service } }: RunningTenant,
  tables: readonly string[] = ["opportunity"],
): Promise<void> => {
  const caller = { userId: null, initiatingUserId: "", depth: 1, correlationId: "" };
  const add = (table: string, attributes: EntityValue["attributes"]): Promise<string> =>
    service.create({ $t: "entity", table, attributes }, caller);
  const assembly = await add("pluginassembly", { name: "Acme.Rules", content: "" });
  const type = await add("plugintype", {
    name: typeName,
    typename: typeName,
    pluginassemblyid: { $t: "ref", table: "pluginassembly", id: assembly },
  });
  for (const table of tables)
    for (const name of ["Create", "Update"]) {
      const [message] = await rows.read("sdkmessage", ["sdkmessageid"], { name });
      await add("sdkmessageprocessingstep", {
        name: `Acme: ${name} of ${table}`,
        sdkmessageid: { $t: "ref", table: "sdkmessage", id: String(message?.["sdkmessageid"]) },
        plugintypeid: { $t: "ref", table: "plugintype", id: type },
        primaryobjecttypecode: table,
        stage: { $t: "opt", v: 20 },
        mode: { $t: "opt", v: 0 },
        rank: 1,
      });
    }
};
