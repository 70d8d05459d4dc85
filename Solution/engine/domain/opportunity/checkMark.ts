/** Marks the connector can put before an opportunity's name. */
export const checkMarks = { synced: "✔", failed: "✖" } as const;

export type CheckMark = keyof typeof checkMarks;

const leadingMarks = /^(?:[✔✖]\s*)+/;

/** Characters the topic of an opportunity takes. */
const maxNameChars = 300;

export const withoutCheckMark = (name: string): string => name.replace(leadingMarks, "").trim();

/** The name with exactly one mark, however many it had; unmarked where there is no room. */
export const withCheckMark = (name: string, mark: CheckMark): string => {
  const bare = withoutCheckMark(name);
  const marked = `${checkMarks[mark]} ${bare}`;
  return marked.length > maxNameChars ? bare : marked;
};
