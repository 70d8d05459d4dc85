import { textOf } from "../dataverse/values";
import type { RowChange } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";

/** Runs by which people say whose a referral is; to decide that two records are the same deal, or to undo that, is such a run, too. */
const movers: readonly string[] = ["cosell_MoveReferral", "cosell_ResolveConflict"];

/** A referral that somebody gave to another opportunity, or took off the one that had it. */
export interface Move {
  run: string;
  beganMs: number;
  endedMs: number;
  linkId: string;
  referralId: string;
  /** Empty where none had it. */
  fromId: string;
  /** Empty where none gets it. */
  toId: string;
}

const holderIn = (row: RowChange["after"] | undefined): string => textOf(row?.attributes["cosell_opportunityid"]);

const find = ({ platform, history }: World): readonly Move[] =>
  platform.asked
    .filter(({ message, run }) => movers.includes(message) && platform.endOf(run) === "kept")
    .flatMap(({ run, atMs }) => {
      const own = history.rows.filter(({ by }) => by.name === run);
      return own.flatMap(({ before, after }) => {
        const [fromId, toId] = [holderIn(before), holderIn(after)];
        const linkId = before?.id ?? "";
        const referralId = textOf(before?.attributes["cosell_referralidentifier"]).toLowerCase();
        if (before?.table !== "cosell_link" || fromId === toId || referralId === "") return [];
        const endedMs = own.filter((change) => change.after?.id === linkId).at(-1)?.atMs ?? atMs;
        return [{ run, beganMs: atMs, endedMs, linkId, referralId, fromId, toId }];
      });
    });

const found = new WeakMap<World, readonly Move[]>();

/**
 * Moves that were done, oldest first. What was refused, undone or killed moved nothing. Laws are asked when a world is at rest, so they
 * are looked for once.
 */
export const movesOf = (world: World): readonly Move[] => {
  const moves = found.get(world) ?? find(world);
  found.set(world, moves);
  return moves;
};

/** Whether this run gave a referral to another record, or took it off one: a request about both of them. */
export const isMove = (world: World, run: string): boolean =>
  run.endsWith("(MoveReferral)") || movesOf(world).some((move) => move.run === run);

/** When the last move began that a referral or an opportunity took part in; never, where there was none. */
export const lastMovedMs = (world: World, id: string): number =>
  Math.max(
    -Infinity,
    ...movesOf(world)
      .filter(({ referralId, fromId, toId }) => [referralId, fromId, toId].includes(id))
      .map(({ beganMs }) => beganMs),
  );

/** Referrals that an opportunity had before or after a move. */
export const referralsOf = (world: World, opportunityId: string): readonly string[] =>
  movesOf(world).flatMap(({ referralId, fromId, toId }) =>
    [fromId, toId].includes(opportunityId) ? [referralId] : [],
  );

/** Opportunities that had a referral before or after a move. */
export const opportunitiesOf = (world: World, referralId: string): readonly string[] =>
  movesOf(world)
    .filter((move) => move.referralId === referralId)
    .flatMap(({ fromId, toId }) => [fromId, toId])
    .filter((id) => id !== "");

export const wasMoved = (world: World, id: string): boolean => lastMovedMs(world, id) > -Infinity;

/** The opportunity that a referral of the partner named as its own at a time. */
export const recordAt = ({ history }: World, referralId: string, atMs: number): string =>
  history.referrals
    .filter(({ after, ...version }) => after.id === referralId && version.atMs <= atMs)
    .at(-1)
    ?.after.content.externalReferenceId?.toLowerCase() ?? "";

/** When the link that a move gave away is moved again. */
const untilMs = (world: World, { linkId, endedMs }: Move): number =>
  Math.min(
    Infinity,
    ...movesOf(world)
      .filter((one) => one.linkId === linkId && one.beganMs >= endedMs)
      .map(({ beganMs }) => beganMs),
  );

/** The link goes where a move sent it, and stays there until the next one, or until its record is deleted. */
const astray = (world: World): string[] =>
  movesOf(world).flatMap((move) => {
    const { run, linkId, toId, endedMs } = move;
    const endMs = untilMs(world, move);
    const gone = world.history.rows.find(
      ({ after, atMs }) => after?.id === linkId && atMs > endedMs && atMs < endMs && holderIn(after) !== toId,
    );
    const isDeleted = world.history.rows.some(({ before, after }) => before?.id === toId && after === null);
    return gone === undefined || isDeleted
      ? []
      : [`${run} gave link ${linkId} to “${toId}”, and ${gone.by.name} gave it to “${holderIn(gone.after)}”`];
  });

/** The record that was left keeps what it held, and nothing of the referral; only whoever shares it anew begins again. */
const notLetGo = (world: World): string[] =>
  movesOf(world).flatMap(({ run, fromId, endedMs }) => {
    const { history, dataverse } = world;
    if (fromId === "") return [];
    const isLinked = ({ after, atMs }: RowChange): boolean =>
      after?.table === "cosell_link" && holderIn(after) === fromId && atMs > endedMs;
    const endMs = history.rows.find(isLinked)?.atMs ?? Infinity;
    const versions = history.rows.filter(({ after, atMs }) => after?.id === fromId && atMs >= endedMs && atMs < endMs);
    const [left] = versions;
    if (left === undefined || left.after === null) return [`${run} let nothing go of opportunity ${fromId}`];
    const kept = ["cosell_referralidentifier", "cosell_referrallink", "cosell_answerdueon"].filter(
      (column) => textOf(left.after?.attributes[column]) !== "",
    );
    const written = versions.filter(
      ({ by, before, after }) =>
        by.kind === "engine" &&
        before !== undefined &&
        after !== null &&
        mirroredFields.some(({ here }) => here(before, dataverse.store) !== here(after, dataverse.store)),
    );
    return [
      ...kept.map((column) => `${run} left ${column} at opportunity ${fromId}`),
      ...written.map(({ by }) => `${by.name} changed opportunity ${fromId}, whose referral ${run} had given away`),
    ];
  });

/** A referral that is nobody's is left alone on both sides. */
const notLeftAlone = (world: World): string[] => {
  const { history } = world;
  return movesOf(world)
    .filter(({ toId }) => toId === "")
    .flatMap((move) => {
      const { run, referralId, endedMs } = move;
      const endMs = untilMs(world, move);
      const isMeanwhile = (atMs: number): boolean => atMs > endedMs && atMs < endMs;
      // What a move that was undone had sent stays sent.
      const sent = history.referrals.filter(
        ({ by, after, atMs }) =>
          after.id === referralId && by.kind === "engine" && isMeanwhile(atMs) && !isMove(world, by.name),
      );
      const made = history.rows.filter(
        ({ by, before, after, atMs }) =>
          by.kind === "engine" &&
          before === undefined &&
          (after?.table === "opportunity" || after?.table === "lead") &&
          textOf(after.attributes["cosell_referralidentifier"]).toLowerCase() === referralId &&
          isMeanwhile(atMs),
      );
      return [...sent, ...made].map(
        ({ by }) => `${by.name} touched referral ${referralId}, which ${run} had taken off`,
      );
    });
};

/** Both records tell of the move. */
const untold = (world: World): string[] =>
  movesOf(world).flatMap(({ run, fromId, toId }) => {
    const told = world.history.rows.filter(({ by, after }) => by.name === run && after?.table === "cosell_auditentry");
    return [fromId, toId]
      .filter((id) => id !== "" && !told.some(({ after }) => holderIn(after) === id))
      .map((id) => `${run} does not tell opportunity ${id} of the move`);
  });

/** Who has a referral is a person's to say: it goes where they say, stays there, and both records tell of it. */
export const moves: Law = {
  name: "moves",
  findBreaks: (world) => [...astray(world), ...notLetGo(world), ...notLeftAlone(world), ...untold(world)],
};
