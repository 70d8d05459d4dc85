import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { Body, Sides } from "./Sides";

const { state } = columns.message;

/** A machine that does other work beside this takes its time. */
const withinMs = 60_000;

/** The message that fits a condition of OData, once a person has to look. */
export const parkedMessage = (sides: Sides, condition: string): Promise<Body> => {
  const filter = `${condition} and ${state} eq ${choices.messageState.parked}`;
  const find = async (): Promise<Body | undefined> =>
    (await sides.rows(`${tables.message.entitySetName}?$filter=${filter}`))[0];
  return sides.until(`The parked message, ${condition},`, find, withinMs);
};
