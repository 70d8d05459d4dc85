import type { HttpAnswer, HttpCall } from "./FakeHost";

export const referralId = "44444444-4444-4444-8444-444444444444";
export const engagementId = "55555555-5555-4555-8555-555555555555";

let tokens = 0;

/** A Partner Center and a token endpoint that take everything. */
export const answerPartnerCenter = ({ url, method }: HttpCall): HttpAnswer => {
  if (url.includes("/oauth2/"))
    return {
      status: 200,
      body: { access_token: `access-${(tokens += 1)}`, refresh_token: "refresh-2", expires_in: 3600 },
    };
  if (method === "GET") return { status: 200, body: { value: [] } };
  if (method === "PATCH") return { status: 204, headers: { etag: '"tag-2"' } };
  return {
    status: 201,
    headers: { etag: '"tag-1"' },
    body: { id: referralId, engagementId, organizationId: "contoso", status: "Active", substatus: "Accepted" },
  };
};
