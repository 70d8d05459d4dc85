import fc from "fast-check";
import { failureKind } from "../../../../../Solution/engine/domain/failure/failureKinds";
import { customApis } from "../../../../../Solution/engine/domain/schema";
import { toOwnReferral } from "../../../../../Solution/engine/domain/referral/referralBodies";
import type { Json, JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import type { EngineAnswer } from "../../../../../Solution/engine/flows/EngineAnswer";
import type { SyncPreview } from "../../../../../Solution/engine/flows/sync/previewSync";
import { World } from "../../support/World";

const agent = "77777777-7777-4777-8777-777777777777";
const help = "generalOrOther";

const said = (answer: EngineAnswer): JsonObject => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as JsonObject;
};
const refusal = (answer: EngineAnswer): string => ("error" in answer ? answer.error.code : "no error");

/** A world whose caller is an agent that an administrator has named. */
const supervised = (...given: ConstructorParameters<typeof World>): World => {
  const world = new World(...given);
  world.settings = { ...world.settings, callersThatNeedPreview: [agent] };
  return world;
};

const dealOf = ({ opportunity }: World): JsonObject => ({ OpportunityId: { $t: "guid", v: opportunity.id } });

const preview = async (world: World, asked: JsonObject = {}): Promise<SyncPreview> =>
  said(await world.ask(customApis.previewChange, { ...dealOf(world), ...asked })) as unknown as SyncPreview;

const share = (world: World, Digest?: string): Promise<EngineAnswer> =>
  world.ask(customApis.syncOpportunity, { ...dealOf(world), ...(Digest === undefined ? {} : { Digest }) });

/** A deal that Microsoft offers, and its opportunity. */
const offered = async (): Promise<World> => {
  const world = supervised();
  const content = toOwnReferral(world.opportunity, world.settings.fieldMap);
  world.partnerCenter.offer({ ...content, externalReferenceId: "", createdDateTime: world.now });
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  return world;
};

/** Bodies and operations of a preview, without the engagement, which the first answer brings. */
const piecesOf = ({ writes }: SyncPreview): Json[] =>
  writes.flatMap(({ method, body }) => (method === "PATCH" ? (body as readonly Json[]) : [body]));

const withoutEngagement = (piece: Json): Json =>
  Object.fromEntries(Object.entries(piece as JsonObject).filter(([name]) => name !== "engagementId"));

test("given an approved preview of a deal that is not shared, then sync comes on and what was shown is sent, word for word", async () => {
  const world = supervised({ help, isVisible: true }, { isSyncOn: false });
  const shown = await preview(world);
  world.pass(3_600_000);

  const answer = said(await share(world, shown.digest));

  expect(answer).toMatchObject({ writes: 2 });
  expect(world.partnerCenter.written.map(withoutEngagement)).toEqual(piecesOf(shown).map(withoutEngagement));
  expect(shown.writes.map(({ method }) => method)).toEqual(["POST", "POST"]);
  expect(world.rows.record.isSyncOn).toBe(true);
});

test("given an edit after the preview, then nothing is written anywhere, and a new preview may be approved", async () => {
  const world = supervised();
  const shown = await preview(world);
  world.edit({ notes: "typed after the approval" });
  const before = JSON.stringify(world.rows);

  expect(refusal(await share(world, shown.digest))).toBe("request.previewOutdated");
  expect(world.partnerCenter.calls).toEqual([]);
  expect(JSON.stringify(world.rows)).toBe(before);

  expect(refusal(await share(world, (await preview(world)).digest))).toBe("no error");
  expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: "typed after the approval" } }]);
});

test.each<[string, string, JsonObject, JsonObject]>([
  ["accepting", customApis.respondToReferral, { Answer: "accept" }, { Answer: "accept" }],
  ["declining", customApis.respondToReferral, { Answer: "decline", Reason: "x" }, { Answer: "decline", Reason: "x" }],
  ["winning", customApis.closeReferral, { Answer: "won" }, { Outcome: "won" }],
])("%s is carried out as approved, and refused with the digest of anything else", async (_what, api, asked, given) => {
  const world = await offered();
  const shown = await preview(world, asked);
  const other = await preview(world, { Answer: "lost", Reason: "another" });
  expect(other.digest).not.toBe(shown.digest);

  expect(refusal(await world.ask(api, { ...dealOf(world), ...given, Digest: other.digest }))).toBe(
    "request.previewOutdated",
  );
  expect(world.partnerCenter.written).toEqual([]);

  const answer = said(await world.ask(api, { ...dealOf(world), ...given, Digest: shown.digest }));
  expect(answer).toMatchObject({ answered: "sent" });
  expect(world.partnerCenter.written).toEqual(expect.arrayContaining(piecesOf(shown)));
});

test("a caller that needs a preview writes nothing without one, and reads what it likes", async () => {
  const world = supervised();
  const reading: readonly string[] = [
    customApis.previewSync,
    customApis.previewChange,
    customApis.checkHealth,
    customApis.checkMapping,
    customApis.getKeySalesInfo,
    customApis.getRecordDetails,
    customApis.getRecordSummary,
  ];
  const writing = Object.values(customApis).filter((api) => !reading.includes(api));

  for (const api of writing)
    expect([api, refusal(await world.ask(api, dealOf(world)))]).toEqual([api, "request.previewNeeded"]);
  expect(world.partnerCenter.calls).toEqual([]);
  expect(failureKind("request.previewNeeded").fix).toContain("Call Preview Change");
  for (const api of [customApis.previewSync, customApis.getKeySalesInfo])
    expect(refusal(await world.ask(api, dealOf(world)))).toBe("no error");

  world.settings = { ...world.settings, callersThatNeedPreview: ["88888888-8888-4888-8888-888888888888"] };
  expect(refusal(await share(world))).toBe("no error");
});

/*
 * The law: whatever happens between preview, approval and the write, and while it is written, nothing leaves that the approved
 * preview has not shown.
 */
test("whatever people edit on either side meanwhile, no more is sent than was approved", async () => {
  const edit = fc.record({
    when: fc.constantFrom("before", "between", "during"),
    where: fc.constantFrom("here", "there"),
    field: fc.constantFrom("notes", "dealValue"),
    value: fc.integer({ min: 1, max: 5 }),
  });
  const reached = { sent: 0, refused: 0, raced: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("ask", "newest", "dynamics365", "partnerCenter"),
      fc.boolean(),
      async (edits, conflictPolicy, isShared) => {
        const world = supervised();
        world.settings = { ...world.settings, conflictPolicy };
        if (isShared) await world.run();
        world.partnerCenter.written.length = 0;
        const perform = ({ where, field, value }: (typeof edits)[number]): void => {
          world.pass(60_000);
          if (where === "here")
            world.edit(field === "notes" ? { notes: `here ${value}` } : { dealValue: String(value) });
          else if (world.partnerCenter.referrals.length > 0)
            world.partnerCenter.editThere(`/details/${field}`, field === "notes" ? `there ${value}` : value);
        };
        const all = (when: string) => edits.filter((one) => one.when === when);
        all("before").forEach(perform);
        const shown = await preview(world);
        all("between").forEach(perform);
        // Colleagues here have runs of their own: what they type while this one runs is theirs to send.
        const during = all("during").filter(({ where }) => where === "there");
        world.pulse = () => {
          const next = during.shift();
          if (next !== undefined) perform(next);
          return Promise.resolve();
        };

        const code = refusal(await share(world, shown.digest));

        const approved = piecesOf(shown).map((piece) => JSON.stringify(withoutEngagement(piece)));
        const written = world.partnerCenter.written.map((piece) => JSON.stringify(withoutEngagement(piece)));
        expect(written.filter((piece) => !approved.includes(piece))).toEqual([]);
        if (code === "request.previewOutdated") expect(written).toEqual([]);
        reached.refused += code === "request.previewOutdated" ? 1 : 0;
        reached.sent += written.length > 0 ? 1 : 0;
        reached.raced += written.length > 0 && all("during").length > 0 ? 1 : 0;
      },
    ),
    { numRuns: 400 },
  );
  expect(Object.entries(reached).filter(([, times]) => times < 10)).toEqual([]);
});
