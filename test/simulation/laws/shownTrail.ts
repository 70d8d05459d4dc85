import { renderTrail } from "../../../Solution/engine/domain/audit/renderTrail";
import { plain, textOf } from "../dataverse/values";
import type { Law } from "./Law";

/** Once all is at rest, the Audit column of a record shows what the entries of its link tell, and nothing else. */
export const shownTrail: Law = {
  name: "shown trail",
  findBreaks: ({ dataverse: { store } }) =>
    [...store.rows("cosell_link")].flatMap((link) => {
      const table = textOf(link.attributes["cosell_opportunityid"]) === "" ? "lead" : "opportunity";
      const record = store.read(table, textOf(link.attributes[`cosell_${table}id`]), null);
      if (record === undefined || textOf(link.attributes["cosell_leaseowner"]) !== "") return [];
      const told = Number(plain(link.attributes["cosell_auditsequence"]) ?? 0);
      const numberOf = (attributes: typeof link.attributes): number => Number(plain(attributes["cosell_sequence"]));
      const entries = [...store.rows("cosell_auditentry")]
        .filter(({ attributes }) => textOf(attributes["cosell_linkid"]) === link.id)
        .sort((left, right) => numberOf(left.attributes) - numberOf(right.attributes));
      if (entries.length !== told) return [];
      const shown = textOf(record.attributes["cosell_audit"]).trim();
      const rendered = renderTrail(
        entries.map(({ attributes }) => ({
          linkId: link.id,
          sequence: numberOf(attributes),
          name: "",
          factName: "",
          detail: textOf(attributes["cosell_detail"]),
          occurredOn: textOf(attributes["cosell_occurredon"]),
          previousHash: "",
          hash: "",
        })),
      ).trim();
      return shown === rendered
        ? []
        : [
            `${table} ${record.id} shows ${JSON.stringify(shown.slice(0, 300))}, and its entries tell ${JSON.stringify(rendered.slice(0, 300))}`,
          ];
    }),
};
