const data = /<data name="([^"]*)"[^>]*>\s*<value>([\s\S]*?)<\/value>/g;

const unescape = (value: string): string =>
  value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const escape = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const headers = [
  ["resmimetype", "text/microsoft-resx"],
  ["version", "2.0"],
  [
    "reader",
    "System.Resources.ResXResourceReader, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
  ],
  [
    "writer",
    "System.Resources.ResXResourceWriter, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
  ],
] as const;

/** Texts of a string table by key. */
export const readResx = (xml: string): ReadonlyMap<string, string> =>
  new Map([...xml.matchAll(data)].map(([, key = "", value = ""]) => [key, unescape(value)]));

/** A string table of these texts. */
export const writeResx = (texts: ReadonlyMap<string, string>): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<root>",
    ...headers.map(([name, value]) => `  <resheader name="${name}"><value>${value}</value></resheader>`),
    ...[...texts].map(
      ([key, value]) => `  <data name="${key}" xml:space="preserve"><value>${escape(value)}</value></data>`,
    ),
    "</root>",
    "",
  ].join("\n");

/** The same string table in another language; texts that it lacks are left out, and show in English. */
export const translateResx = (xml: string, translations: ReadonlyMap<string, string>): string =>
  writeResx(
    new Map(
      [...readResx(xml)].flatMap(([key, english]) => {
        const translation = translations.get(english);
        return translation === undefined ? [] : [[key, translation] as const];
      }),
    ),
  );
