import type { SandboxAnswer } from "./SandboxAnswer";
import type { SandboxRequest } from "./SandboxRequest";

type Answer = (request: SandboxRequest) => Promise<SandboxAnswer>;

/** Runs `tick` again and again from the first request on, so that only a sandbox that serves has a timer. */
export function createTicker(
  tick: () => Promise<unknown>,
  everyMs: number,
): { startBefore(answer: Answer): Answer; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  return {
    startBefore: (answer) => (request) => {
      timer ??= setInterval(() => void tick(), everyMs).unref();
      return answer(request);
    },
    stop() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
