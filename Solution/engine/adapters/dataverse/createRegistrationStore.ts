import { done } from "../../domain/failure/Outcome";
import type { RegistrationState } from "../../domain/registration/RegistrationCheck";
import { choices, columns, tables } from "../../domain/schema";
import type { RegistrationStore } from "../../ports/RegistrationStore";
import type { Host } from "../host/Host";
import { readConnection } from "./connectionRow";
import { tagged, toRow } from "./DataverseRow";
import { toDataverseFailure } from "./toDataverseFailure";

const { connection } = columns;

const states: Readonly<Record<RegistrationState, number>> = choices.webhookState;

/** The registration's columns of the connection, over the bridge. Nobody can register before somebody has signed in. */
export const createRegistrationStore = (host: Host): RegistrationStore => ({
  read: async () => {
    const row = await readConnection(host, [connection.webhookEndpoint, connection.webhookEvents]);
    if (row.kind === "failed") return row;
    const endpoint = row.value?.text(connection.webhookEndpoint) ?? "";
    const events = (row.value?.text(connection.webhookEvents) ?? "").split(", ").filter((event) => event !== "");
    return done(endpoint === "" ? null : { endpoint, events });
  },

  save: async (state, checkedOn, registration) => {
    const row = await readConnection(host, []);
    if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row.failure : null;
    const attributes = {
      [connection.webhookState]: tagged.choice(states[state]),
      [connection.webhookCheckedOn]: tagged.instant(checkedOn),
      ...(registration === undefined
        ? {}
        : {
            [connection.webhookEndpoint]: registration.endpoint,
            [connection.webhookEvents]: registration.events.join(", "),
          }),
    };
    const entity = toRow(tables.connection.logicalName, attributes, row.value.text(tables.connection.primaryId));
    const answer = await host.call("org.update", { entity, as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },
});
