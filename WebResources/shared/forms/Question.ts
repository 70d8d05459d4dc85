/** Words of a yes/no question. */
export interface Question {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
}
