/** The technical log of the platform; administrators read it, sellers never do. */
export interface Trace {
  /** Never fails; the text may be cut. Must not hold tokens. */
  note(text: string): Promise<void>;
}
