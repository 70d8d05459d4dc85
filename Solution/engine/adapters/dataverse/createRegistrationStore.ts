import { done } from "../../domain/failure/Outcome";
import type { RegistrationState } from "../../domain/registration/RegistrationCheck";
import { choices, columns } from "../../domain/schema";
import type { RegistrationStore } from "../../ports/RegistrationStore";
import type { Host } from "../host/Host";
import { readConnection, updateConnection } from "./connectionRow";
import { tagged } from "./DataverseRow";

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

  save: (state, checkedOn, registration) =>
    updateConnection(host, {
      [connection.webhookState]: tagged.choice(states[state]),
      [connection.webhookCheckedOn]: tagged.instant(checkedOn),
      ...(registration === undefined
        ? {}
        : {
            [connection.webhookEndpoint]: registration.endpoint,
            [connection.webhookEvents]: registration.events.join(", "),
          }),
    }),
});
