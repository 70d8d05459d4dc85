/** Source of GUIDs. */
export interface Ids {
  /** A new lower-case GUID; no two are ever the same. */
  next(): Promise<string>;
}
