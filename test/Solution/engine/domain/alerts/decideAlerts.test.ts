import fc from "fast-check";
import type { Alert } from "../../../../../Solution/engine/domain/alerts/Alert";
import {
  calmMs,
  decideAlerts,
  settleMs,
  type AlertMemory,
} from "../../../../../Solution/engine/domain/alerts/decideAlerts";
import { addMs, msBetween, type Instant } from "../../../../../Solution/engine/domain/values/instant";

const start: Instant = "2026-11-23T08:00:00.000Z";
const lookMs = 5 * 60_000;
const causes = ["signIn", "calls", "parked token.expired"] as const;

type State = "ok" | "warning" | "problem";
/** What stands at one look, by cause. */
type Look = Readonly<Record<(typeof causes)[number], State>>;

const toAlert = (cause: string, state: State): Alert[] =>
  state === "ok" ? [] : [{ cause, title: cause, words: "", fix: "", isProblem: state === "problem" }];

interface Raised {
  cause: string;
  isProblem: boolean;
  at: Instant;
}

/** Everything that is told over these looks. */
const play = (looks: readonly Look[]): { raised: Raised[]; memory: AlertMemory } => {
  let memory: AlertMemory = {};
  const raised: Raised[] = [];
  looks.forEach((look, index) => {
    const at = addMs(start, index * lookMs);
    const decision = decideAlerts(
      memory,
      causes.flatMap((cause) => toAlert(cause, look[cause])),
      at,
    );
    raised.push(...decision.raised.map(({ cause, isProblem }) => ({ cause, isProblem, at })));
    memory = decision.memory;
  });
  return { raised, memory };
};

const atLook = (looks: readonly Look[], at: Instant, cause: string): State =>
  looks[msBetween(start, at) / lookMs]?.[cause as (typeof causes)[number]] ?? "ok";

const state = fc.constantFrom<State>("ok", "ok", "warning", "problem");
/** States last for a while, as they do. */
const states = fc
  .array(fc.tuple(state, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 12 })
  .map((runs) => runs.flatMap(([value, length]) => Array.from({ length }, () => value)));
const histories = fc.tuple(states, states, states).map(([signIn, calls, parked]): Look[] => {
  const length = Math.max(signIn.length, calls.length, parked.length);
  return Array.from({ length }, (_, index) => ({
    signIn: signIn[index] ?? "ok",
    calls: calls[index] ?? "ok",
    "parked token.expired": parked[index] ?? "ok",
  }));
});

test("nobody is told of what does not stand, nor of what has not stood for its time", () => {
  fc.assert(
    fc.property(histories, (looks) => {
      for (const { cause, at } of play(looks).raised)
        for (let backMs = 0; backMs <= settleMs; backMs += lookMs)
          expect(atLook(looks, addMs(at, -backMs), cause)).not.toBe("ok");
    }),
  );
});

test("a cause is told again only when it became worse, or was gone for its time", () => {
  fc.assert(
    fc.property(histories, (looks) => {
      const { raised } = play(looks);
      for (const cause of causes) {
        const told = raised.filter((one) => one.cause === cause);
        told.slice(1).forEach((again, index) => {
          const before = told[index];
          if (before === undefined || (again.isProblem && !before.isProblem)) return;
          const between = looks.slice(msBetween(start, before.at) / lookMs, msBetween(start, again.at) / lookMs);
          let goneMs = 0;
          const longest = Math.max(...between.map((look) => (goneMs = look[cause] === "ok" ? goneMs + lookMs : 0)));
          expect(longest).toBeGreaterThanOrEqual(calmMs);
        });
      }
    }),
  );
});

test("whatever stands for long is told, and nothing is remembered of a quiet time", () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...causes), (before, cause) => {
      const quiet: Look = { signIn: "ok", calls: "ok", "parked token.expired": "ok" };
      const calm = Array.from({ length: calmMs / lookMs + 2 }, () => quiet);
      const standing = Array.from({ length: Math.ceil(settleMs / lookMs) + 1 }, () => ({
        ...quiet,
        [cause]: "problem",
      }));
      expect(play([...before, ...calm]).memory).toEqual({});
      const { raised } = play([...before, ...calm, ...(standing as Look[])]);
      expect(raised.at(-1)).toMatchObject({ cause, isProblem: true });
    }),
  );
});
