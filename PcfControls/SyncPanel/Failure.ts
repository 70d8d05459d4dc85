/** Why the last sync came to nothing, in words for a seller. */
export interface Failure {
  words: string;
  fix: string;
  owner: "seller" | "administrator" | "microsoft" | "nobody";
}
