import type { FailureOwner } from "../../../Solution/engine/domain/failure/FailureKind";
import type { Reply, RequestFailure } from "../SetupClient";
import { strings } from "../strings";

/** What a check is about; checks of one cause stand together. */
export type CheckGroup = "access" | "flows" | "people" | "data" | "work";

/** One line of the self-test, whether the server or this page looked. */
export interface SetupCheck {
  /** Stands for the check in code and in tests. */
  name: string;
  title: string;
  group: CheckGroup;
  state: "ok" | "warning" | "problem";
  words: string;
  /** What to do; empty where nothing is. */
  fix: string;
  owner: FailureOwner;
  /** Why nobody looked: the check says nothing of how things are. */
  unread?: "forbidden" | "failed";
}

type About = Pick<SetupCheck, "name" | "title" | "group">;

export const passed = (about: About, words: string): SetupCheck => ({
  ...about,
  state: "ok",
  words,
  fix: "",
  owner: "nobody",
});

export const warned = (about: About, words: string, fix: string): SetupCheck => ({
  ...about,
  state: "warning",
  words,
  fix,
  owner: "administrator",
});

export const failed = (about: About, words: string, fix: string): SetupCheck => ({
  ...warned(about, words, fix),
  state: "problem",
});

/** What could not be looked at. */
export const unread = (about: About, { words, isForbidden }: RequestFailure): SetupCheck => ({
  ...warned(about, words, strings.checks.unreadFix),
  unread: isForbidden ? "forbidden" : "failed",
});

/** A check of what was read; what could not be read is a line of its own. */
export const checkOf = <Value>(about: About, read: Reply<Value>, judge: (value: Value) => SetupCheck): SetupCheck =>
  read.kind === "done" ? judge(read.value) : unread(about, read);
