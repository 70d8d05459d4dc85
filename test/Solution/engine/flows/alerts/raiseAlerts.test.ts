import {
  choices,
  columns,
  customApis,
  environmentVariables,
  tables,
} from "../../../../../Solution/engine/domain/schema";
import { addMs, printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { DataverseRow } from "../../../../../Solution/engine/adapters/dataverse/DataverseRow";
import type { AlertReport } from "../../../../../Solution/engine/flows/alerts/answerRaiseAlerts";
import { aliased, SignInWorld } from "../signIn/SignInWorld";

const minuteMs = 60_000;
const people = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"] as const;
const connectionTable = tables.connection.logicalName;

let world: SignInWorld;
let operators: readonly string[];
/** Parked messages by failure code. */
let parked: Readonly<Record<string, number>>;

beforeEach(async () => {
  world = new SignInWorld();
  operators = people;
  parked = {};
  const { query } = world.host;
  const toRow = (attributes: DataverseRow["attributes"]): DataverseRow => ({ $t: "entity", table: "any", attributes });
  world.host.query = (fetchXml) => {
    if (fetchXml.includes('<entity name="systemuser"'))
      return operators.map((id) => toRow({ systemuserid: { $t: "guid", v: id } }));
    if (!fetchXml.includes('alias="code"')) return query(fetchXml);
    return Object.entries(parked).map(([code, count]) => toRow({ code: aliased(code), number: aliased(count) }));
  };
  await world.signIn();
  await world.ask(customApis.registerWebhook, { Endpoint: "https://flows.example/hook", Overwrite: false });
  const justNow = { $t: "dt", v: addMs(printInstant(world.host.nowMs), -minuteMs) };
  world.host.set(connectionTable, { cosell_lasteventon: justNow, cosell_lastsweepon: justNow });
});

const look = (): Promise<AlertReport> => world.ask<AlertReport>(customApis.raiseAlerts, {});

const notifications = (): DataverseRow["attributes"][] =>
  world.host.calls.flatMap(({ op, args }) => {
    const entity = args["entity"] as DataverseRow | undefined;
    return op === "org.create" && entity?.table === "appnotification" ? [entity.attributes] : [];
  });

/** Looks at now, and at whether it has settled ten minutes later. */
const lookTwice = async (): Promise<AlertReport> => {
  await look();
  world.pass(10 * minuteMs);
  return look();
};

test("a connector in health tells nobody anything", async () => {
  expect(await lookTwice()).toEqual({ raised: [], standing: [], people: 0 });
  expect(notifications()).toEqual([]);
});

test("work that stopped is told once by its cause, to everybody who watches over the connector, and says what to do", async () => {
  parked = { "customize.unknown": 3 };

  expect((await look()).raised).toEqual([]);
  world.pass(10 * minuteMs);
  expect(await look()).toMatchObject({ people: 2, raised: [{ cause: "parked customize.unknown" }] });
  world.pass(10 * minuteMs);
  parked = { "customize.unknown": 7 };
  expect((await look()).raised).toEqual([]);

  const told = notifications();
  expect(told.map(({ ownerid }) => ownerid)).toEqual(people.map((id) => ({ $t: "ref", table: "systemuser", id })));
  expect(told[0]).toMatchObject({
    title: "Co-sell: 3 changes stopped and wait",
    body: expect.stringMatching(/Customize API.*Replay it then in Sync Messages\.$/) as string,
    icontype: { $t: "opt", v: 100000002 },
  });
  expect(told[0]?.["data"]).toMatch(/"url":"\?pagetype=webresource&webresourceName=cosell_\/setup\/setup\.html"/);
});

test("what was repaired and breaks again the next day is told again", async () => {
  parked = { "token.expired": 1 };
  await lookTwice();
  parked = {};
  await look();
  world.pass(24 * 60 * minuteMs);
  await look();
  parked = { "token.expired": 1 };
  expect((await lookTwice()).raised.map(({ cause }) => cause)).toContain("parked token.expired");
});

test.each<[what: string, cause: string, isProblem: boolean, breakIt: () => void]>([
  [
    "nobody is signed in",
    "signIn",
    true,
    () => world.host.set(connectionTable, { [columns.connection.refreshToken]: null }),
  ],
  [
    "the sign-in is about to expire",
    "signIn",
    false,
    () =>
      world.host.set(connectionTable, {
        [columns.connection.refreshTokenExpiresOn]: { $t: "dt", v: addMs(printInstant(world.host.nowMs), 86_400_000) },
      }),
  ],
  [
    "another environment receives the notifications",
    "registration",
    true,
    () =>
      world.host.set(connectionTable, {
        [columns.connection.webhookState]: { $t: "opt", v: choices.webhookState.registeredElsewhere },
      }),
  ],
  [
    "nothing was heard for weeks, though registered",
    "lastEvent",
    false,
    () =>
      world.host.set(connectionTable, {
        cosell_lasteventon: { $t: "dt", v: addMs(printInstant(world.host.nowMs), -20 * 86_400_000) },
      }),
  ],
  [
    "maintenance has not run for days",
    "maintenance",
    true,
    () =>
      world.host.set(connectionTable, {
        cosell_lastsweepon: { $t: "dt", v: addMs(printInstant(world.host.nowMs), -2 * 86_400_000) },
      }),
  ],
  [
    "calls are used up",
    "calls",
    true,
    () => void (world.host.env[environmentVariables.dailyCallBudget.schemaName] = "1"),
  ],
  [
    "a setting means nothing",
    "settings",
    false,
    () => void (world.host.env[environmentVariables.conflictPolicy.schemaName] = "nonsense"),
  ],
  [
    "work waits though it is long due",
    "messages",
    true,
    () => {
      const due = { $t: "dt", v: addMs(printInstant(world.host.nowMs), -60 * minuteMs) };
      const waiting = { $t: "opt", v: choices.messageState.waiting };
      world.messages = [{ state: aliased(waiting), number: aliased(2), first: aliased(due) }];
    },
  ],
])("people are told when %s", async (_what, cause, isProblem, breakIt) => {
  await world.sync();
  breakIt();

  expect((await lookTwice()).raised).toContainEqual(expect.objectContaining({ cause, isProblem }));
});

test("where nobody watches over the connector, it is told to whoever does so later", async () => {
  operators = [];
  parked = { "token.expired": 1 };
  expect(await lookTwice()).toMatchObject({ raised: [], people: 0 });

  operators = [people[0]];

  expect(await look()).toMatchObject({ raised: [{ cause: "parked token.expired" }], people: 1 });
});

test("before anybody signed in, everything is still to be set up and nobody is disturbed", async () => {
  world = new SignInWorld();
  world.host.rows.splice(0);

  expect(await lookTwice()).toEqual({ raised: [], standing: [], people: 0 });
});

test("a look calls nobody at Microsoft", async () => {
  world.host.httpCalls.length = 0;
  await lookTwice();
  expect(world.host.httpCalls).toEqual([]);
});
