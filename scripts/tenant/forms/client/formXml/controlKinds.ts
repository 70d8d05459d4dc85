export type ControlKind =
  | "text"
  | "memo"
  | "number"
  | "money"
  | "choice"
  | "choices"
  | "yesNo"
  | "dateTime"
  | "lookup"
  | "url"
  | "email"
  | "subgrid"
  /** A code component without a plain control's class id. */
  | "custom"
  | "notSupported";

/** Class ids of FormXml. Source: the FormXml schema of the Dynamics 365 SDK. */
const kindByClassId: Record<string, ControlKind> = {
  "4273edbd-ac1d-40d3-9fb2-095c621b552d": "text",
  "e0dece4b-6fc8-4a8f-a065-082708572369": "memo",
  "ada2203e-b4cd-49be-9ddf-234642b43b52": "email",
  "71716b6c-711e-476c-8ab8-5d11542bfb47": "url",
  "c6d124ca-7eda-4a60-aea9-7fb8d318b68f": "number",
  "c3efe0c3-0ec6-42be-8349-cbd9079dfd8e": "number",
  "0d2c745a-e5a8-4c8f-ba63-c6d3bb604660": "number",
  "533b9e00-756b-4312-95a0-dc888637ac78": "money",
  "3ef39988-22bb-4f0b-bbbe-64b5a3748aee": "choice",
  "5d68b988-0661-4db2-bc3e-17598ad3be6c": "choice",
  "4aa28ab7-9c13-4f57-a73d-ad894d048b5f": "choices",
  "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed": "yesNo",
  "b0c6723a-8503-4fd7-bb28-c8a06ac933c2": "yesNo",
  "5b773807-9fb2-42db-97c3-7a91eff8adff": "dateTime",
  "270bd3db-d9af-4782-9025-509e298dec0a": "lookup",
  "e7a81278-8635-4d9e-8d4d-59480b391c5b": "subgrid",
  "f9a8a302-114e-466a-b582-6771b2ae0d92": "custom",
};

/** What a class id (without braces, any case) means; `notSupported` for one the tenant does not draw. */
export const controlKindOf = (classId: string): ControlKind => kindByClassId[classId.toLowerCase()] ?? "notSupported";
