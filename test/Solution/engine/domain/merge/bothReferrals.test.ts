import { mergeReferral } from "../../../../../Solution/engine/domain/merge/mergeReferral";
import { helpPath } from "../../../../../Solution/engine/domain/referral/referralPatch";
import type { LinkMemory } from "../../../../../Solution/engine/domain/link/Link";
import type { Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import { ownId, microsoftsId, notes, rules, referralOf, start, agreed } from "../../support/dealOfTwo";

describe("given a value that both referrals hold since, and another one here", () => {
  const there = { notes: "typed on both referrals" };
  const both = [referralOf(there, microsoftsId, '"2"'), referralOf(there, ownId, '"2"')];

  test.each([
    ["Microsoft's referral is seen first", both],
    ["the own referral is seen first", [...both].reverse()],
  ])("when %s, then one conflict is told, of the own referral", (_order, seen) => {
    const merge = seen.reduce(
      (merged, referral) => mergeReferral(merged, referral, rules),
      start({ notes: "typed here" }),
    );

    expect(merge.state.memory.differences[notes]).toMatchObject({ there: there.notes, side: "own" });
    expect(new Set(merge.conflicts.map(({ key }) => key)).size).toBe(1);
    expect(merge.conflicts.every(({ decision }) => decision === null)).toBe(true);
  });
});

describe("given other values on the two referrals, and the agreed one here", () => {
  const [early, late] = ["2026-11-22T20:00:00.000Z", "2026-11-22T20:30:00.000Z"];
  const typed = (id: string, text: string, updatedOn: string): Referral => {
    const referral = referralOf({ notes: text }, id, '"2"');
    return { ...referral, state: { ...referral.state, updatedOn } };
  };

  test.each([
    ["the own referral was changed later", late, early, "own"],
    ["both were changed in the same moment", late, late, "own"],
    ["Microsoft's was changed later", early, late, "Microsoft's"],
  ])(
    "when %s, then nobody has to decide: the later one counts, and the other one is kept",
    (_when, own, theirs, wins) => {
      const seen = [typed(microsoftsId, "Microsoft's", theirs), typed(ownId, "own", own)];

      const merge = seen.reduce((merged, referral) => mergeReferral(merged, referral, rules), start({}));

      expect(merge.opportunity.notes).toBe(wins);
      expect(merge.state.memory.differences).toEqual({});
      expect(merge.state.memory.values[notes]).toBe("own");
      expect(merge.conflicts.map(({ there, decision }) => [there, decision?.kind])).toEqual([
        [wins === "own" ? "Microsoft's" : "own", "keptTheValueOfDynamics365"],
      ]);
    },
  );

  test("when another one was typed here, then a seller decides", () => {
    const seen = [typed(microsoftsId, "Microsoft's", early), typed(ownId, "own", late)];

    const merge = seen.reduce((merged, referral) => mergeReferral(merged, referral, rules), start({ notes: "here" }));

    expect(merge.opportunity.notes).toBe("here");
    expect(merge.state.memory.differences[notes]).toMatchObject({ here: "here", there: "own", side: "own" });
  });
});

describe("given the help that Microsoft's referral names", () => {
  const helping = (assistanceRequestCode: string): Referral => {
    const referral = referralOf({}, microsoftsId, '"2"');
    return { ...referral, content: { ...referral.content, inviteContext: { assistanceRequestCode } } };
  };
  const tell = (memory: Partial<LinkMemory>, code: string): readonly string[] =>
    mergeReferral(start({}, memory), helping(code), rules).facts.map(({ words }) => words);
  const told = "Microsoft’s help in this deal: Proof of concept/Demo.";

  test("when nobody asked for any, for Microsoft joined by itself, then it is told", () =>
    expect(tell({}, "ProofOfConceptOrDemo")).toEqual([told]));

  test("when another one was asked for, then it is told once", () => {
    const asked = { values: { ...agreed, [helpPath]: "QuotesOrLicensing" } };
    expect(tell(asked, "ProofOfConceptOrDemo")).toEqual([told]);
    const merge = mergeReferral(start({}, asked), helping("ProofOfConceptOrDemo"), rules);
    expect(tell(merge.state.memory, "ProofOfConceptOrDemo")).toEqual([]);
  });

  test.each(["QuotesOrLicensing", "Unknown", ""])(
    "when it is %p where quotes were asked for, then there is no news",
    (code) => expect(tell({ values: { ...agreed, [helpPath]: "QuotesOrLicensing" } }, code)).toEqual([]),
  );

  test("when this connector does not know the code, then it is told as it is", () =>
    expect(tell({}, "AgentReview")).toEqual(["Microsoft’s help in this deal: AgentReview."]));
});
