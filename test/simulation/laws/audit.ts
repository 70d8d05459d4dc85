import { createHash } from "node:crypto";
import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import { hasRecord } from "./pairs";
import type { World } from "../world/World";
import type { Law } from "./Law";

const hashOf = ({ attributes }: Row): string => {
  const parts = ["cosell_previoushash", "cosell_sequence", "cosell_occurredon", "cosell_fact", "cosell_detail"];
  return createHash("sha256")
    .update(parts.map((column) => textOf(attributes[column])).join("\n"))
    .digest("hex");
};

/** `mayStop`: a run may have ended between its entries and its link; the next one writes over them. */
const chainBreaks = (link: Row, entries: readonly Row[], mayStop: boolean): string[] => {
  const breaks: string[] = [];
  let previous = "";
  entries.forEach((entry, at) => {
    const { attributes } = entry;
    if (Number(plain(attributes["cosell_sequence"])) !== at + 1)
      breaks.push(`entry ${at + 1} of link ${link.id} has number ${textOf(attributes["cosell_sequence"])}`);
    if (textOf(attributes["cosell_previoushash"]) !== previous)
      breaks.push(`entry ${at + 1} of link ${link.id} does not follow the one before`);
    previous = textOf(attributes["cosell_hash"]);
    if (previous !== hashOf(entry)) breaks.push(`the hash of entry ${at + 1} of link ${link.id} is wrong`);
  });
  const told = Number(plain(link.attributes["cosell_auditsequence"]) ?? 0);
  const hash = textOf(entries[told - 1]?.attributes["cosell_hash"]);
  if (textOf(link.attributes["cosell_audithash"]) !== hash || (entries.length > told && !mayStop))
    breaks.push(`link ${link.id} has ${entries.length} entries and says ${told}`);
  return breaks.slice(0, 1);
};

/** Identifiers that the facts told last, in their order. */
const replay = (entries: readonly Row[]): Partial<Record<string, string>> =>
  entries.reduce<Partial<Record<string, string>>>((known, { attributes }) => {
    const detail = JSON.parse(textOf(attributes["cosell_detail"]) || "{}") as Record<string, unknown>;
    const { referralId, microsoftReferralId } = detail;
    return {
      ...known,
      ...(typeof referralId === "string" ? { referralId } : {}),
      ...(typeof microsoftReferralId === "string" ? { microsoftReferralId } : {}),
    };
  }, {});

const replayBreaks = (link: Row, entries: readonly Row[]): string[] => {
  const rebuilt = replay(entries);
  const pairs = [
    ["referralId", "cosell_referralidentifier"],
    ["microsoftReferralId", "cosell_microsoftreferralidentifier"],
  ] as const;
  return pairs.flatMap(([name, column]) => {
    const [told, stored] = [rebuilt[name] ?? "", textOf(link.attributes[column])];
    return told === stored ? [] : [`the facts of link ${link.id} tell ${name} “${told}”, the link holds “${stored}”`];
  });
};

/** The trail of every link is whole, and tells how the link came to be what it is. */
export const audit: Law = {
  name: "audit trail",
  findBreaks: ({ dataverse: { store }, scenario: { hazards } }: World) =>
    [...store.rows("cosell_link")].filter(hasRecord).flatMap((link) => {
      const entries = [...store.rows("cosell_auditentry")]
        .filter(({ attributes }) => textOf(attributes["cosell_linkid"]) === link.id)
        .sort(
          (left, right) =>
            Number(plain(left.attributes["cosell_sequence"])) - Number(plain(right.attributes["cosell_sequence"])),
        );
      const told = entries.slice(0, Number(plain(link.attributes["cosell_auditsequence"]) ?? 0));
      return [...chainBreaks(link, entries, hazards.death + hazards.busy > 0), ...replayBreaks(link, told)];
    }),
};
