import { createDataverseAuditLog } from "./adapters/createDataverseAuditLog";
import { createDataverseLinks } from "./adapters/createDataverseLinks";
import { createDataverseMessages } from "./adapters/createDataverseMessages";
import { createDataverseOpportunities } from "./adapters/createDataverseOpportunities";
import { createPeople } from "./adapters/createPeople";
import { createHost, type HostFunction } from "./adapters/Host";
import { createHostPorts } from "./adapters/createHostPorts";
import { createHostSettings } from "./adapters/createHostSettings";
import { createSendHttp } from "./adapters/createSendHttp";
import { createMemo } from "./adapters/Memo";
import { createPartnerCenter } from "./adapters/createPartnerCenter";
import { createPartnerCenterCaller } from "./adapters/createPartnerCenterCaller";
import { createTokenSource } from "./adapters/createTokenSource";
import { answerRequest, type EngineRequest } from "./flows/answerRequest";
import type { SyncPorts } from "./flows/SyncPorts";

declare const __host: HostFunction;

/** The composition root: every port over the bridge of the plug-in host, for one request. */
const createPorts = ({ now, budgetMs, correlationId }: EngineRequest): SyncPorts => {
  const host = createHost(__host);
  const { clock, ids, digest, trace } = createHostPorts(host);
  const memo = createMemo(host, clock);
  const send = createSendHttp(host, clock, now, budgetMs);
  return {
    opportunities: createDataverseOpportunities(host, createPeople(host, memo)),
    links: createDataverseLinks(host),
    auditLog: createDataverseAuditLog(host),
    messages: createDataverseMessages(host),
    partnerCenter: (settings) => {
      const tokens = createTokenSource({ host, memo, clock, send, settings });
      const call = createPartnerCenterCaller({ send, tokens, ids, clock, memo, settings, correlationId });
      return createPartnerCenter(call);
    },
    settings: createHostSettings(host, memo),
    clock,
    ids,
    digest,
    trace,
  };
};

const handle = async (requestJson: string): Promise<string> => {
  const request = JSON.parse(requestJson) as EngineRequest;
  return JSON.stringify(await answerRequest(createPorts(request), request));
};

/** The entry that the plug-in host calls; host API 1. */
Object.assign(globalThis, { CoSellEngine: { hostApi: 1, handle } });
