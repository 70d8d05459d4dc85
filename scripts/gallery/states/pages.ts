import type { FailureCode } from "../../../Solution/engine/domain/failure/failureKinds";
import {
  failedCheck,
  healthTitles,
  notTried,
  ok,
  type HealthCheck,
  type HealthCheckName,
} from "../../../Solution/engine/domain/health/HealthCheck";
import {
  choices,
  cloudFlows,
  columns,
  connectionReferences,
  customApis,
  environmentVariables,
  securityRoles,
  tables,
  webResources,
} from "../../../Solution/engine/domain/schema";
import type { GalleryPage, PageState } from "./ControlState";
import type { Row } from "./deal";

const hourMs = 3_600_000;
const { connection } = columns;

/** What the self-test answers where everything works, but for these lines. */
const health = (differing: readonly HealthCheck[]): Row => ({
  Response: JSON.stringify({
    checks: (Object.keys(healthTitles) as HealthCheckName[]).map(
      (name) => differing.find((check) => check.name === name) ?? ok(name, "It works."),
    ),
  }),
});

const settings: readonly Row[] = Object.values(environmentVariables).map(({ schemaName }) => ({
  schemaname: schemaName,
  environmentvariabledefinitionid: schemaName,
  environmentvariabledefinition_environmentvariablevalue: schemaName.endsWith("ClientId")
    ? [{ environmentvariablevalueid: schemaName, value: "5f0c6a5e-3a7e-4a86-9d2f-0a55c2f2b6c1" }]
    : [],
}));

/** How many people have each role. */
const membersOf = (count: number): readonly Row[] =>
  Object.values(securityRoles).flatMap((role) => Array.from({ length: count }, () => ({ "role.name": role })));

/** Where the page of setup reads that everything is as it should be. */
const healthyAnswers: PageState["answers"] = {
  [customApis.checkHealth]: health([]),
  environmentvariabledefinitions: settings,
  workflows: Object.values(cloudFlows).map(({ id }) => ({ workflowid: id, statecode: 1 })),
  connectionreferences: Object.values(connectionReferences).map(({ logicalName }) => ({
    connectionreferencelogicalname: logicalName,
    connectionid: logicalName,
  })),
  systemusers: membersOf(2),
  sdkmessageprocessingsteps: [],
  solutions: [],
  [tables.message.entitySetName]: [],
  [tables.connection.entitySetName]: [{ [connection.webhookEvents]: "referral-created, referral-updated" }],
  [tables.conflict.entitySetName]: [{ count: 0 }],
};

const failed = (name: HealthCheckName, code: FailureCode): HealthCheck => failedCheck(name, code);

/** Lines that the sign-in stands behind. */
const withoutSignIn = (code: FailureCode): readonly HealthCheck[] => [
  failed("signIn", code),
  notTried("referralsToken", "signIn"),
  notTried("webhooksToken", "signIn"),
  notTried("referrals", "signIn"),
  notTried("registration", "signIn"),
];

const cause = (code: FailureCode, state: number, count: number, since: number): Row => ({
  code,
  state,
  count,
  since: new Date(since).toISOString(),
});

const createSetupStates = (now: number): PageState[] => {
  const state = (id: string, title: string, answers: PageState["answers"] = {}): PageState => ({
    id,
    title,
    address: webResources.setup,
    answers: { ...healthyAnswers, ...answers },
  });
  const { parked, waiting } = choices.messageState;
  return [
    state("healthy", "Everything works"),
    state("after-import", "After the import", {
      [customApis.checkHealth]: health([
        failed("settings", "connection.settingsMissing"),
        failed("secret", "token.secretMissing"),
        ...withoutSignIn("connection.notSignedIn"),
      ]),
      workflows: Object.values(cloudFlows).map(({ id }) => ({ workflowid: id, statecode: 0 })),
      connectionreferences: Object.values(connectionReferences).map(({ logicalName }) => ({
        connectionreferencelogicalname: logicalName,
      })),
      systemusers: [],
      [tables.connection.entitySetName]: [],
    }),
    state("work-waits", "Work that waits", {
      [customApis.checkHealth]: health([failed("messages", "token.expired")]),
      [tables.message.entitySetName]: [
        cause("token.expired", parked, 312, now - 20 * hourMs),
        cause("partnerCenter.invalidRequest", parked, 2, now - 50 * hourMs),
        cause("partnerCenter.throttled", waiting, 14, now - hourMs / 3),
      ],
      [tables.conflict.entitySetName]: [{ count: 3 }],
    }),
    state("sign-in-ended", "The sign-in has ended", {
      [customApis.checkHealth]: health(withoutSignIn("token.expired")),
    }),
    state("operator", "Seen by an operator: one step waits for an administrator", {
      [customApis.checkHealth]: "forbidden",
      systemusers: [],
    }),
    state("alerts-off", "Every flow but alerts is on", {
      workflows: Object.values(cloudFlows).map(({ id }) => ({
        workflowid: id,
        statecode: id === cloudFlows.coSellAlerts.id ? 0 : 1,
      })),
    }),
    state("loading", "Loading", { [customApis.checkHealth]: null }),
  ];
};

export const createSetupPage = (now: number): GalleryPage => ({
  kind: "page",
  id: "SetupPage",
  title: "Setup and health",
  states: createSetupStates(now),
});

const reasonState = (id: string, title: string, request?: { kind: string; about: string }): PageState => ({
  id,
  title,
  address: `${webResources.reason}${request ? `?data=${encodeURIComponent(JSON.stringify({ key: "gallery", ...request }))}` : ""}`,
  answers: {},
});

export const createReasonPage = (): GalleryPage => ({
  kind: "page",
  id: "ReasonPage",
  title: "Reason for declining or losing",
  states: [
    reasonState("decline", "Decline", { kind: "decline", about: "Fleet renewal" }),
    reasonState("close-lost", "Close as lost", { kind: "closeLost", about: "Fleet renewal" }),
    reasonState("alone", "Opened by itself"),
  ],
});
