import { plain, textOf } from "../dataverse/values";
import type { Law } from "./Law";

const halves: Readonly<Record<string, string>> = {
  "/details/dealValue": "currency",
  "/details/currency": "deal value",
};

/** While one half of an amount is open between two, the other half is not taken over from there. */
export const wholeAmounts: Law = {
  name: "whole amounts",
  findBreaks: ({ dataverse, history }) =>
    [...dataverse.store.rows("cosell_conflict")].flatMap(({ id, attributes }) => {
      const other = halves[textOf(attributes["cosell_field"])];
      const deal = textOf(attributes["cosell_opportunityid"]);
      if (other === undefined || plain(attributes["cosell_state"]) !== 731500000) return [];
      const found = history.rows.find(({ after }) => after?.id === id);
      const begunMs = found?.atMs ?? Infinity;
      return history
        .changesOf(`opportunity ${deal}`, other)
        .filter(({ by, atMs }) => by.kind === "engine" && (atMs > begunMs || by.name === found?.by.name))
        .map(({ value }) => `${other} “${value}” of ${deal} was taken over while the other half of the amount is open`);
    }),
};
