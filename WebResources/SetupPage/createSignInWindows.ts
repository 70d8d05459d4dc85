import { signInChannel, type SignedInMessage } from "../SignedInPage/SignedInMessage";
import type { SignInWindows } from "./signIn";

const size = "popup,width=520,height=720";
const lookEveryMs = 500;

/**
 * {@link SignInWindows} of the browser. The answer comes over a channel of this origin: Microsoft's pages may cut the tie between a
 * window and its opener, and then a window also says that it is closed while it is not.
 */
export const createSignInWindows = (): SignInWindows => ({
  open: () => window.open("", "cosell-sign-in", size),
  waitForAnswer: (isOver) =>
    new Promise((resolve) => {
      const channel = new BroadcastChannel(signInChannel);
      const end = (answer: SignedInMessage | null): void => {
        clearInterval(timer);
        channel.close();
        resolve(answer);
      };
      // The page closes itself right after it has posted, and what it posted may come a moment later.
      const timer = setInterval(() => {
        if (isOver()) setTimeout(() => end(null), lookEveryMs);
      }, lookEveryMs);
      channel.onmessage = ({ data }: MessageEvent<SignedInMessage>) => end(data);
    }),
});
