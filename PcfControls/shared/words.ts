/** Looks a text up in the control's resx file and fills its places `{0}`, `{1}`. */
export type Words = (key: string, ...values: (string | number)[]) => string;

/** Words from the platform's resources; a key that the file lacks shows as itself, as the platform does. */
export const toWords =
  (resources: { getString: (key: string) => string }): Words =>
  (key, ...values) =>
    values.reduce<string>(
      (text, value, place) => text.replace(`{${place}}`, () => String(value)),
      resources.getString(key),
    );
