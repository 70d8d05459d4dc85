import { plain, textOf } from "../dataverse/values";
import type { Law } from "./Law";

const halves: Readonly<Record<string, string>> = {
  "/details/dealValue": "currency",
  "/details/currency": "deal value",
};

/**
 * While one half of an amount is open between two, the other half is not taken over from there. What a run takes before it finds the
 * conflict counts, too, unless somebody typed an amount after that: only then the two were at odds.
 */
export const wholeAmounts: Law = {
  name: "whole amounts",
  findBreaks: ({ dataverse, history }) =>
    [...dataverse.store.rows("cosell_conflict")].flatMap(({ id, attributes }) => {
      const other = halves[textOf(attributes["cosell_field"])];
      const deal = textOf(attributes["cosell_opportunityid"]);
      if (other === undefined || plain(attributes["cosell_state"]) !== 731500000) return [];
      const found = history.rows.find(({ after }) => after?.id === id);
      const begunMs = found?.atMs ?? Infinity;
      const typed = Object.values(halves)
        .flatMap((half) => history.changesOf(`opportunity ${deal}`, half))
        .filter(({ by, atMs }) => by.kind === "person" && atMs < begunMs)
        .map(({ atMs }) => atMs);
      const isBefore = (atMs: number): boolean => typed.some((typedMs) => typedMs >= atMs);
      return history
        .changesOf(`opportunity ${deal}`, other)
        .filter(
          ({ by, atMs }) => by.kind === "engine" && (atMs > begunMs || (by.name === found?.by.name && !isBefore(atMs))),
        )
        .map(({ value }) => `${other} “${value}” of ${deal} was taken over while the other half of the amount is open`);
    }),
};
