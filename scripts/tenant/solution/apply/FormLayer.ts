/** What one solution says about a form. */
export interface FormLayer {
  solution: string;
  /** Lower layers come first. */
  order: number;
  /** A whole `<form>`, or a diff to the layers below. */
  formXml: string;
}
