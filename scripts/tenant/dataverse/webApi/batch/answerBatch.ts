import { randomUUID } from "node:crypto";
import type { ApiRequest, ApiResponse } from "../http/ApiRequest";
import { protocolRefusals } from "../protocolRefusals";
import type { WebApiContext } from "../WebApiContext";
import type { BatchPart } from "./BatchPart";
import { parseBatch } from "./parseBatch";
import { runChangeSet } from "./runChangeSet";
import { writeBatch, writeChangeSet, writePart } from "./writeBatch";

type Answer = (request: ApiRequest) => Promise<ApiResponse>;

interface PartAnswer {
  text: string;
  /** Status of the refusal, when it is one. */
  failure?: number;
}

async function answerPart({ transactions }: WebApiContext, part: BatchPart, answer: Answer): Promise<PartAnswer> {
  if (part.kind === "changeSet") {
    const outcome = await runChangeSet(transactions, part.requests, answer);
    if (outcome.kind === "done") return { text: writeChangeSet(randomUUID(), outcome.parts) };
    return { text: writePart({ response: outcome.response }), failure: outcome.response.status };
  }
  if (/^\$batch/.test(part.request.path)) throw protocolRefusals.batch("A batch cannot have a batch in it.");
  const response = await answer(part.request);
  const text = writePart({ response });
  return response.status >= 400 ? { text, failure: response.status } : { text };
}

/** Runs the parts of a batch one after another. The first refusal ends it, unless the client prefers to go on. */
export async function answerBatch(context: WebApiContext, request: ApiRequest, answer: Answer): Promise<ApiResponse> {
  const parts = parseBatch(request);
  const texts: string[] = [];
  for (const part of parts) {
    const { text, failure } = await answerPart(context, part, answer);
    texts.push(text);
    if (failure !== undefined && !context.preferences.continuesOnError) {
      return writeBatch(randomUUID(), texts, failure);
    }
  }
  return writeBatch(randomUUID(), texts, 200);
}
