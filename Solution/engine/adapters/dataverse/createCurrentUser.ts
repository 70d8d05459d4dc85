import type { CurrentUser } from "../../ports/CurrentUser";
import type { Host } from "../host/Host";
import { createRowReader, type DataverseRow } from "./DataverseRow";

const nameless = "A seller";

/** The user of the request; a name that nobody may read is no reason to refuse what the person asked for. */
export const createCurrentUser = (host: Host, userId: string): CurrentUser => ({
  name: async () => {
    const answer = await host.call<DataverseRow>("org.retrieve", {
      table: "systemuser",
      id: userId,
      columns: ["fullname"],
      as: "user",
    });
    return (answer.ok ? createRowReader(answer.value).text("fullname") : "") || nameless;
  },
});
