import { createDataverseOpportunities } from "../../../../../Solution/engine/adapters/dataverse/createDataverseOpportunities";
import { createCustomize } from "../../../../../Solution/engine/adapters/dataverse/createCustomize";
import { createFieldMaps } from "../../../../../Solution/engine/adapters/dataverse/createFieldMaps";
import { createMappedFetch } from "../../../../../Solution/engine/adapters/dataverse/createMappedFetch";
import { createUserLookup } from "../../../../../Solution/engine/adapters/dataverse/createUserLookup";
import { createHost } from "../../../../../Solution/engine/adapters/host/Host";
import { createHostPorts } from "../../../../../Solution/engine/adapters/host/createHostPorts";
import { createHostSettings } from "../../../../../Solution/engine/adapters/host/createHostSettings";
import { createMemo } from "../../../../../Solution/engine/adapters/host/Memo";
import type { EnginePorts } from "../../../../../Solution/engine/flows/EnginePorts";
import type { EngineRequest } from "../../../../../Solution/engine/flows/EngineRequest";
import { answerCheckMapping } from "../../../../../Solution/engine/flows/mapping/answerCheckMapping";
import { answerTransferMapping } from "../../../../../Solution/engine/flows/mapping/answerTransferMapping";
import type { MappingCheck } from "../../../../../Solution/engine/flows/mapping/checkMapping";
import type { MappingImport } from "../../../../../Solution/engine/flows/mapping/transferMapping";
import type { MappingHost } from "../../support/MappingHost";

export const toPorts = (mappingHost: MappingHost): EnginePorts => {
  const host = createHost(mappingHost.call);
  const memo = createMemo(host, createHostPorts(host).clock);
  const fieldMaps = createFieldMaps(host, memo);
  const opportunity = createDataverseOpportunities(
    host,
    createUserLookup(host, memo),
    createMappedFetch(host, memo),
    createCustomize(host),
    () => Promise.resolve({}),
  );
  const settings = createHostSettings(host, memo, () => fieldMaps.remembered());
  // Mapping touches nothing else.
  return { fieldMaps, settings, records: { opportunity, lead: opportunity } } as unknown as EnginePorts;
};

type Answer = typeof answerCheckMapping;

export const ask = async <Response>(
  host: MappingHost,
  answer: Answer,
  inputParameters: object = {},
): Promise<Response> => {
  const answered = await answer(toPorts(host), { mode: 0, inputParameters } as EngineRequest);
  if ("error" in answered) throw new Error(answered.error.message);
  return JSON.parse(answered.outputParameters?.["Response"] as string) as Response;
};

/** `cosell_CheckMapping`, with one deal or without. */
export const check = (host: MappingHost, id?: string) =>
  ask<MappingCheck>(host, answerCheckMapping, id === undefined ? {} : { OpportunityId: { $t: "guid", v: id } });

/** Imports rows with `cosell_TransferMapping`. */
export const put = (host: MappingHost, rows: readonly object[], more: object = {}) =>
  ask<MappingImport>(host, answerTransferMapping, {
    Mapping: JSON.stringify({ version: 1, partial: true, rows }),
    ...more,
  });

export const exported = async (host: MappingHost) =>
  (await ask<{ mapping: { rows: { key: string }[] } }>(host, answerTransferMapping)).mapping;

export const rowOf = ({ rows }: MappingCheck, key: string) => rows.find((row) => row.key === key);
