/** The person whom this request runs for. */
export interface CurrentUser {
  /** As colleagues know the person; never empty. */
  name(): Promise<string>;
}
