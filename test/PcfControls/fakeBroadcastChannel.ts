/** Channels of one browser: what one posts, the others of the same name hear at once. jsdom has none. */
export const installFakeBroadcastChannel = (): void => {
  const open: FakeChannel[] = [];
  class FakeChannel {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    constructor(readonly name: string) {
      open.push(this);
    }
    postMessage(data: unknown): void {
      for (const other of open) if (other !== this && other.name === this.name) other.onmessage?.({ data });
    }
    close(): void {
      open.splice(open.indexOf(this), 1);
    }
  }
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
};
