import { checkAudit } from "../../Solution/engine/domain/health/checkAudit";
import { checkCalls } from "../../Solution/engine/domain/health/checkCalls";
import { checkCatalogue } from "../../Solution/engine/domain/health/checkCatalogue";
import { checkCustomizeApi } from "../../Solution/engine/domain/health/checkCustomizeApi";
import { checkJobs, type UnfinishedJob } from "../../Solution/engine/domain/health/checkJobs";
import { checkLastEvent } from "../../Solution/engine/domain/health/checkLastEvent";
import { checkMaintenance } from "../../Solution/engine/domain/health/checkMaintenance";
import { checkMessages } from "../../Solution/engine/domain/health/checkMessages";
import { checkMfa } from "../../Solution/engine/domain/health/checkMfa";
import { checkColumns } from "../../Solution/engine/domain/health/checkColumns";
import { checkSettings } from "../../Solution/engine/domain/health/checkSettings";
import { checkStoredSignIn } from "../../Solution/engine/domain/health/checkStoredSignIn";
import { checkSwitches } from "../../Solution/engine/domain/health/checkSwitches";
import { checkTaxonomy } from "../../Solution/engine/domain/health/checkTaxonomy";
import { checkWebhook } from "../../Solution/engine/domain/health/checkWebhook";
import { failedCheck, type HealthCheck } from "../../Solution/engine/domain/health/HealthCheck";
import { compareRegistration } from "../../Solution/engine/domain/registration/RegistrationCheck";
import { neededEvents, type Registration } from "../../Solution/engine/domain/registration/Registration";
import { readVariables } from "../../Solution/engine/domain/settings/readVariables";
import { environmentVariables as variables } from "../../Solution/engine/domain/schema";
import type { SyncSettings } from "../../Solution/engine/domain/sync/SyncSettings";
import { addMs, type Instant } from "../../Solution/engine/domain/values/instant";

const now: Instant = "2027-01-15T12:00:00.000Z";
const hourMs = 3_600_000;
const ago = (hours: number): Instant => addMs(now, -hours * hourMs);

const ids = { [variables.partnerCenterTenantId.schemaName]: "a", [variables.partnerCenterClientId.schemaName]: "b" };

/** Settings of a company that has given these variables a value. */
const withVariables = (values: Readonly<Record<string, string>>): SyncSettings => ({
  ...readVariables(values),
  fieldMap: [],
  constants: {},
});

const here: Registration = { endpoint: "https://here.example/a", events: [...neededEvents] };
const elsewhere: Registration = { ...here, endpoint: "https://elsewhere.example/b" };
const traces = { lastRunOn: ago(0), lastSweepOn: ago(0), connectedOn: ago(48) };
const nothingParked = { seller: 0, administrator: 0, microsoft: 0, nobody: 0 };
const job = (state: UnfinishedJob["state"]): UnfinishedJob => ({ state, reason: "The reason that Dataverse gives." });
const trail = { linkId: "a", record: "Fabrikam rollout", sequence: 7, kind: "altered" } as const;

/** Every way in which a line of the server's self-test fails by itself, by the very functions that judge it; figures are examples. */
export const failingChecks = (): readonly HealthCheck[] =>
  [
    checkSettings(withVariables({})),
    checkSettings(withVariables({ ...ids, [variables.partnerCenterCloudProfile.schemaName]: "Moon" })),
    checkSettings(withVariables({ ...ids, [variables.outboundEnabled.schemaName]: "maybe" })),
    failedCheck("secret", "connection.settingsMissing"),
    checkStoredSignIn(null, now),
    checkStoredSignIn({ isSignedIn: true, signedInAs: "co-sell@contoso.com", signInEndsOn: ago(1) }, now),
    checkStoredSignIn({ isSignedIn: true, signedInAs: "co-sell@contoso.com", signInEndsOn: ago(-72) }, now),
    failedCheck("referralsToken", "token.revoked"),
    failedCheck("webhooksToken", "token.scopeWrong"),
    failedCheck("referrals", "partnerCenter.accessDenied"),
    checkMfa(false),
    checkWebhook(compareRegistration(here, elsewhere)),
    checkWebhook(compareRegistration(here, null)),
    checkWebhook(compareRegistration(null, elsewhere)),
    checkWebhook(compareRegistration(null, null)),
    checkWebhook(compareRegistration(here, { ...here, events: neededEvents.slice(1) })),
    checkLastEvent(null, true, now),
    checkLastEvent(ago(20 * 24), true, now),
    checkMaintenance({ ...traces, lastRunOn: ago(2) }, true, now),
    checkMaintenance({ ...traces, lastSweepOn: null }, true, now),
    checkMaintenance({ ...traces, lastSweepOn: ago(3) }, true, now),
    checkMaintenance({ ...traces, lastSweepOn: ago(30) }, true, now),
    checkMessages({ waiting: 3, firstDueOn: ago(1), parked: nothingParked }, now),
    checkMessages({ waiting: 0, firstDueOn: null, parked: { ...nothingParked, seller: 2, administrator: 1 } }, now),
    checkJobs([job("failed")]),
    checkJobs([job("notBegun")]),
    checkAudit({ problems: [trail], shownOtherwise: [], passedOn: now }, now),
    checkAudit({ problems: [], shownOtherwise: [trail.record], passedOn: now }, now),
    checkCalls(null, 10_000),
    checkCalls(8_500, 10_000),
    checkCalls(10_000, 10_000),
    checkColumns(["new_value"], withVariables({ [variables.dealValueFieldName.schemaName]: "new_value" })),
    checkCustomizeApi("new_Customize", false),
    checkCatalogue(0),
    checkSwitches(withVariables({ [variables.outboundEnabled.schemaName]: "no" })),
    checkTaxonomy("2099-01-01T00:00:00.000Z"),
  ].filter(({ state }) => state !== "ok");
