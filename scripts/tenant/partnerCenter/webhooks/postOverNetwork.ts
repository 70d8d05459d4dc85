import type { PostNotification } from "./PostNotification";

/** POST without following redirects. */
export const postOverNetwork: PostNotification = async ({ url, headers, body, timeoutMs }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    return { kind: "answered", status: response.status };
  } catch (error) {
    if (signal.aborted) return { kind: "failed", problem: `No answer within ${timeoutMs} ms.` };
    // What fetch throws says little; its cause names the trouble.
    const { message, cause } = error as { message: string; cause?: { message?: string } };
    return { kind: "failed", problem: cause?.message ?? message };
  }
};
