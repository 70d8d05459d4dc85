import type { Row } from "../dataverse/Store";
import { plain, textOf, type Json } from "../dataverse/values";
import type { World } from "../world/World";
import { isCertain } from "./conflicts";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { lastMovedMs } from "./moves";

type Values = Readonly<Record<string, unknown>>;

interface Told {
  sequence: number;
  fact: string;
  values: Values;
  /** What a difference ended with because both sides hold it. */
  met: Values;
}

const read = ({ attributes }: Row): Told => {
  const detail = JSON.parse(textOf(attributes["cosell_detail"]) || "{}") as {
    values?: Values;
    path?: string;
    here?: unknown;
    decision?: { kind?: string };
    differences?: Values;
  };
  const isMet = detail.path !== undefined && detail.decision?.kind === "bothSidesBecameEqual";
  // Where both sides differ, or somebody decided, the last value to go over says nothing any more.
  const decided = detail.path === undefined ? (detail.differences ?? {}) : { [detail.path]: undefined };
  return {
    sequence: Number(plain(attributes["cosell_sequence"])),
    fact: textOf(attributes["cosell_fact"]),
    values: detail.values ?? decided,
    met: isMet ? { [detail.path ?? ""]: detail.here } : {},
  };
};

/**
 * What both sides agree on; what Microsoft's referral holds: taken from there, a value still waits to be sent to the own one; and
 * what stands as a difference: sent on from Microsoft's and then refused by Dynamics 365, or taken from there while somebody
 * changed the own referral.
 */
const heldOf = ({ attributes }: Row): { agreed: Values; microsofts: Values; there: Values; here: Values } => {
  const memory = JSON.parse(textOf(attributes["cosell_lastagreedvalues"]) || "{}") as {
    values?: Values;
    microsoftValues?: Values;
    differences?: Readonly<Record<string, { there?: unknown; here?: unknown }>>;
  };
  const open = Object.entries(memory.differences ?? {});
  return {
    agreed: memory.values ?? {},
    microsofts: memory.microsoftValues ?? {},
    there: Object.fromEntries(open.map(([path, { there }]) => [path, there])),
    here: Object.fromEntries(open.map(([path, { here }]) => [path, here])),
  };
};

const moves: readonly string[] = ["ReferralUpdated", "ValuesTaken", "ValuesMet"];

/** Whether it was a person who gave the field of the link's opportunity the value that it holds. */
const wasTypedSince = ({ history }: World, { attributes }: Row, path: string): boolean =>
  mirroredFields.some(
    ({ name, place }) =>
      path.includes(place) &&
      history.changesOf(`opportunity ${textOf(attributes["cosell_opportunityid"])}`, name).at(-1)?.by.kind === "person",
  );

/** Values that went over to a side last, as the trail tells it, beside what both sides agree on. */
const retold = (world: World, link: Row, trail: readonly Told[]): string[] => {
  const { agreed, microsofts, there, here } = heldOf(link);
  const last = new Map<string, Told>();
  for (const told of trail) {
    // Another record took the referral: what is equal on both sides counts as agreed, whoever typed it.
    if (told.fact === "ReferralMoved") last.clear();
    for (const path of Object.keys(told.values)) last.set(path, told);
  }
  return [...last].flatMap(([path, { fact, values }]) => {
    if (!moves.includes(fact)) return [];
    const [told, holds] = [JSON.stringify(values[path] ?? null), JSON.stringify(agreed[path] ?? null)];
    const isMicrosofts = fact === "ValuesTaken" && told === JSON.stringify(microsofts[path] ?? null);
    // Typed back before it was sent on, a value of Microsoft's goes nowhere.
    const isTypedBack = fact === "ValuesTaken" && wasTypedSince(world, link, path);
    const differing = { ReferralUpdated: there, ValuesTaken: here }[fact] ?? {};
    const isDiffering = told === JSON.stringify(differing[path] ?? null);
    return told === holds || isMicrosofts || isDiffering || isTypedBack
      ? []
      : [`link ${link.id} tells ${path} ${told} last (${fact}), and holds ${holds}`];
  });
};

/** Writes to a referral that came to their end and stand nowhere in the trail. */
const untold = (world: World, link: Row, trail: readonly Told[]): string[] => {
  const id = textOf(link.attributes["cosell_referralidentifier"]).toLowerCase();
  return world.network.calls.flatMap(({ by, method, path, status, body, changed, answeredMs }) => {
    // What an answer that was lost left behind is recognized later, as nobody's edit.
    if (answeredMs === Infinity || method !== "PATCH" || status >= 300 || !changed || !path.toLowerCase().endsWith(id))
      return [];
    if (id === "" || world.platform.endOf(by) !== "kept") return [];
    const patched = (JSON.parse(body) as { path: string; value: unknown }[]).filter(({ path: one }) =>
      one.startsWith("/details/notes"),
    );
    return patched
      .filter(
        (one) =>
          !trail.some(
            ({ fact, values }) =>
              // Of a run that could store neither trail nor link, the next one tells that both sides hold the same.
              ["ReferralUpdated", "ValuesMet"].includes(fact) &&
              JSON.stringify(values[one.path]) === JSON.stringify(one.value),
          ),
      )
      .map(
        (one) => `${by} sent ${one.path} ${JSON.stringify(one.value)} for link ${link.id}, and the trail does not tell`,
      );
  });
};

/** Notes that came in by a run that ended, and stand nowhere in the trail. */
const untaken = (world: World, link: Row, trail: readonly Told[]): string[] => {
  const id = textOf(link.attributes["cosell_opportunityid"]);
  const movedMs = lastMovedMs(world, id);
  return world.history.changesOf(`opportunity ${id}`, "notes").flatMap(({ by, value, atMs }, at) => {
    // Before, it may have had another referral, or none.
    if (at === 0 || atMs < movedMs || by.kind !== "engine" || world.platform.endOf(by.name) !== "kept") return [];
    // Where Dynamics 365 stored a value, refused the rest and could not be read, the next run finds both sides equal.
    const isTold = trail.some(({ fact, values, met }) =>
      [...(fact === "ValuesTaken" ? [values] : []), met].some(
        (each) => textOf((each["/details/notes"] ?? null) as Json).trim() === value,
      ),
    );
    return isTold ? [] : [`${by.name} took “${value}” over for link ${link.id}, and the trail does not tell`];
  });
};

/** The trail tells every value that moved, so that the state can be rebuilt from it. */
export const told: Law = {
  name: "audit replay",
  findBreaks: (world) =>
    [...world.dataverse.store.rows("cosell_link")].flatMap((link) => {
      const sequence = Number(plain(link.attributes["cosell_auditsequence"]) ?? 0);
      const trail = [...world.dataverse.store.rows("cosell_auditentry")]
        .filter(({ attributes }) => textOf(attributes["cosell_linkid"]) === link.id)
        .map(read)
        .filter((one) => one.sequence <= sequence)
        .sort((left, right) => left.sequence - right.sequence);
      return [
        ...(isCertain(world) ? retold(world, link, trail) : []),
        ...untold(world, link, trail),
        ...untaken(world, link, trail),
      ];
    }),
};
