import { createHash } from "node:crypto";
import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";

const hashOf = ({ attributes }: Row): string => {
  const parts = ["cosell_previoushash", "cosell_sequence", "cosell_occurredon", "cosell_fact", "cosell_detail"];
  return createHash("sha256")
    .update(parts.map((column) => textOf(attributes[column])).join("\n"))
    .digest("hex");
};

const chainBreaks = (link: Row, entries: readonly Row[]): string[] => {
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
  const last = entries.length;
  if (
    Number(plain(link.attributes["cosell_auditsequence"]) ?? 0) !== last ||
    textOf(link.attributes["cosell_audithash"]) !== previous
  )
    breaks.push(`link ${link.id} has ${last} entries and says ${textOf(link.attributes["cosell_auditsequence"])}`);
  return breaks.slice(0, 1);
};

/** Identifiers that the facts told last, in their order. */
const replay = (entries: readonly Row[]): Record<string, unknown> =>
  entries.reduce<Record<string, unknown>>((known, { attributes }) => {
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
    const [told, stored] = [String(rebuilt[name] ?? ""), textOf(link.attributes[column])];
    return told === stored ? [] : [`the facts of link ${link.id} tell ${name} “${told}”, the link holds “${stored}”`];
  });
};

/** The trail of every link is whole, and tells how the link came to be what it is. */
export const audit: Law = {
  name: "audit trail",
  findBreaks: ({ dataverse: { store } }: World) =>
    [...store.rows("cosell_link")].flatMap((link) => {
      const entries = [...store.rows("cosell_auditentry")]
        .filter(({ attributes }) => textOf(attributes["cosell_linkid"]) === link.id)
        .sort(
          (left, right) =>
            Number(plain(left.attributes["cosell_sequence"])) - Number(plain(right.attributes["cosell_sequence"])),
        );
      return [...chainBreaks(link, entries), ...replayBreaks(link, entries)];
    }),
};
