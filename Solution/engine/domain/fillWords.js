/** Puts details into the `{name}` places of a sentence. Throws when one is not given: a seller must not meet a brace. */
export const fillWords = (words, details) => words.replace(/\{(\w+)\}/g, (_place, name) => {
    const detail = details[name];
    if (detail === undefined)
        throw new Error(`"${words}" needs the detail ${name}.`);
    return detail;
});
