import { createColumnReader } from "./adapters/dataverse/columns/createColumnReader";
import { createColumns } from "./adapters/dataverse/columns/createColumns";
import { createAlertStore } from "./adapters/dataverse/createAlertStore";
import { createCustomize } from "./adapters/dataverse/createCustomize";
import { createDataverseAuditLog } from "./adapters/dataverse/createDataverseAuditLog";
import { createCurrentUser } from "./adapters/dataverse/createCurrentUser";
import { createDataverseConflicts } from "./adapters/dataverse/createDataverseConflicts";
import { createDataverseLeads } from "./adapters/dataverse/createDataverseLeads";
import { createDataverseLinks } from "./adapters/dataverse/createDataverseLinks";
import { createDataverseMaintenance } from "./adapters/dataverse/createDataverseMaintenance";
import { createDataverseMessages } from "./adapters/dataverse/createDataverseMessages";
import { createDataverseOpportunities } from "./adapters/dataverse/createDataverseOpportunities";
import { createFieldMaps } from "./adapters/dataverse/createFieldMaps";
import { createHealthStore } from "./adapters/dataverse/createHealthStore";
import { createInsightStore } from "./adapters/dataverse/createInsightStore";
import { createMappedFetch } from "./adapters/dataverse/createMappedFetch";
import { createRegistrationStore } from "./adapters/dataverse/createRegistrationStore";
import { createUserLookup } from "./adapters/dataverse/createUserLookup";
import { createInboundStore } from "./adapters/dataverse/inbound/createInboundStore";
import { createMatchStore } from "./adapters/dataverse/inbound/createMatchStore";
import { stopAfterRefusal } from "./adapters/dataverse/stopAfterRefusal";
import { createHost, type HostFunction } from "./adapters/host/Host";
import { createHostPorts } from "./adapters/host/createHostPorts";
import { createHostSettings } from "./adapters/host/createHostSettings";
import { createSendHttp } from "./adapters/host/createSendHttp";
import { createMemo } from "./adapters/host/Memo";
import { createCallBudget } from "./adapters/partnerCenter/createCallBudget";
import { createPartnerCenter } from "./adapters/partnerCenter/createPartnerCenter";
import { createPartnerCenterCaller, type CallPartnerCenter } from "./adapters/partnerCenter/createPartnerCenterCaller";
import { createProbe } from "./adapters/partnerCenter/createProbe";
import { createWebhooks } from "./adapters/partnerCenter/createWebhooks";
import { createIdentityProvider } from "./adapters/signIn/createIdentityProvider";
import { createRefreshTokenRotation } from "./adapters/signIn/createRefreshTokenRotation";
import { createSignInStore } from "./adapters/signIn/createSignInStore";
import { createTokenSource } from "./adapters/signIn/createTokenSource";
import { createEventLog } from "./adapters/webhook/createEventLog";
import { createEventSignature } from "./adapters/webhook/createEventSignature";
import { callShareOf } from "./domain/maintenance/callShareOf";
import type { CallShare } from "./domain/maintenance/refuseCall";
import type { Audience } from "./domain/signIn/Audience";
import type { SyncSettings } from "./domain/sync/SyncSettings";
import { answerRequest } from "./flows/answerRequest";
import { refuse } from "./flows/EngineAnswer";
import type { EngineRequest } from "./flows/EngineRequest";
import type { EnginePorts } from "./flows/EnginePorts";
import type { TokenSource } from "./ports/TokenSource";
import { TransactionLost } from "./ports/TransactionLost";

declare const __host: HostFunction;

/** Every port over the bridge of the plug-in host, for one request, and what is stored at its end. */
interface Composition {
  ports: EnginePorts;
  keep: () => Promise<void>;
}

/** The composition root. */
const compose = (request: EngineRequest): Composition => {
  const { now, budgetMs, correlationId, userId, isInTransaction } = request;
  const host = isInTransaction ? stopAfterRefusal(createHost(__host)) : createHost(__host);
  const { clock, ids, digest, trace } = createHostPorts(host);
  const memo = createMemo(host, clock);
  const budget = createCallBudget(host, memo, clock);
  const fieldMaps = createFieldMaps(host, memo);
  const send = createSendHttp(host, clock, now, budgetMs);
  const people = createUserLookup(host, memo);
  const customize = createCustomize(host);
  const readColumns = createColumnReader(host, memo, clock);
  const mappedFetch = createMappedFetch(host, memo);
  const rotations = createRefreshTokenRotation({ host, memo, clock, isInTransaction });
  const identity = (settings: SyncSettings) => createIdentityProvider({ host, clock, send, settings });
  const tokens = (settings: SyncSettings): TokenSource =>
    createTokenSource({ host, memo, identity: identity(settings), rotations, settings });
  const caller = (settings: SyncSettings, audience: Audience, share: CallShare): CallPartnerCenter => {
    const shared = { send, ids, clock, memo, budget, correlationId };
    return createPartnerCenterCaller({ ...shared, tokens: tokens(settings), audience, share, settings });
  };
  const ownShare = callShareOf(request.messageName);
  const ports: EnginePorts = {
    records: {
      opportunity: createDataverseOpportunities(host, people, mappedFetch, customize, readColumns),
      lead: createDataverseLeads(host, people, customize, readColumns),
    },
    links: createDataverseLinks(host),
    conflicts: createDataverseConflicts(host),
    auditLog: createDataverseAuditLog(host),
    messages: createDataverseMessages(host),
    maintenance: createDataverseMaintenance(host),
    calls: budget,
    partnerCenter: (settings, share = ownShare) => createPartnerCenter(caller(settings, "referrals", share)),
    webhooks: (settings) => createWebhooks(caller(settings, "webhooks", ownShare)),
    registration: createRegistrationStore(host),
    identity,
    tokens,
    signIns: createSignInStore(host),
    healthStore: createHealthStore(host),
    alerts: createAlertStore(host),
    probe: (settings) => createProbe(caller(settings, "referrals", ownShare)),
    columns: createColumns(readColumns),
    inbound: createInboundStore(host, customize, readColumns, userId),
    insights: createInsightStore(host),
    matches: createMatchStore(host),
    events: createEventLog(host, memo),
    eventSignature: createEventSignature({ host, memo, clock, send }),
    currentUser: createCurrentUser(host, userId),
    settings: createHostSettings(host, memo, () => fieldMaps.remembered()),
    fieldMaps,
    clock,
    ids,
    digest,
    trace,
  };
  const keep = (): Promise<void> => budget.keep().then(() => rotations.keep());
  return { ports, keep };
};

const handle = async (requestJson: string): Promise<string> => {
  const request = JSON.parse(requestJson) as EngineRequest;
  const { ports, keep } = compose(request);
  try {
    const answer = await answerRequest(ports, request);
    await keep();
    return JSON.stringify(answer);
  } catch (lost) {
    if (!(lost instanceof TransactionLost)) throw lost;
    await ports.trace.note(`${lost.failure.code}: ${lost.failure.cause}`);
    return JSON.stringify(refuse(lost.failure, request));
  }
};

/** The entry that the plug-in host calls; host API 1. */
Object.assign(globalThis, { CoSellEngine: { hostApi: 1, handle } });
