/** One line above the form. `lastsMs` takes it away again; without it the line stays until the next one. */
export interface Notice {
  level: "INFO" | "WARNING" | "ERROR";
  text: string;
  lastsMs?: number;
}

/** The connector has one line of its own above the form: what it says last replaces what it said before. */
export interface Notices {
  show(notice: Notice): void;
  clear(): void;
}

/** {@link Notices} on a form. `id` keeps the lines of different speakers apart. */
export const createNotices = (form: Xrm.FormContext, id: string): Notices => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    form.ui.clearFormNotification(id);
  };
  return {
    clear,
    show: ({ level, text, lastsMs }) => {
      clear();
      form.ui.setFormNotification(text, level, id);
      if (lastsMs !== undefined) timer = setTimeout(clear, lastsMs);
    },
  };
};
