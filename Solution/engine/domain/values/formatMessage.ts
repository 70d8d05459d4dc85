export type WordDetails = Readonly<Record<string, string>>;

/** Puts details into the `{name}` places of a sentence. Throws when one is not given: a seller must not meet a brace. */
export const formatMessage = (words: string, details: WordDetails): string =>
  words.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const detail = details[name];
    if (detail === undefined) throw new Error(`"${words}" needs the detail ${name}.`);
    return detail;
  });
