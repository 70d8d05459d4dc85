import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { Body, Sides } from "./Sides";

const { state } = columns.message;

/** Where Microsoft's referral of the deal is looked at in the same moment, the other waits for maintenance, and for a lease. */
const withinMs = 200_000;

/** The message that fits a condition of OData, once a person has to look. */
export const parkedMessage = (sides: Sides, condition: string): Promise<Body> => {
  const filter = `${condition} and ${state} eq ${choices.messageState.parked}`;
  const find = async (): Promise<Body | undefined> =>
    (await sides.rows(`${tables.message.entitySetName}?$filter=${filter}`))[0];
  return sides.until(`The parked message, ${condition},`, find, withinMs);
};
