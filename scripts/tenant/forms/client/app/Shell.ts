import { Signal } from "../page/Signal";
import type { RecordAddress } from "./addresses";

export interface ShellDialog {
  kind: "alert" | "confirm" | "error";
  title: string;
  text: string;
  /** Behind a disclosure: what only support needs. */
  details?: string;
  confirmLabel: string;
  cancelLabel: string;
  close: (isConfirmed: boolean) => void;
}

export interface GlobalNotification {
  id: string;
  message: string;
  /** 1 success, 2 error, 3 warning, 4 information. */
  level: 1 | 2 | 3 | 4;
  isCloseable: boolean;
  action?: { label: string; run: () => void };
}

/** A record opened beside the page it was asked from. */
export interface RecordPanel {
  address: RecordAddress;
  /** With the record when it was saved. */
  close: (saved: SavedRecord | null) => void;
}

/** A web resource over the page. */
export interface PageDialog {
  address: string;
  title: string;
  /** CSS lengths; as large as there is room where they are missing. */
  width?: string;
  height?: string;
  close: () => void;
}

/** A row to be chosen among those of some tables. */
export interface RowPicker {
  tables: readonly string[];
  /** With the row that was chosen; null when cancelled. */
  close: (chosen: SavedRecord | null) => void;
}

export interface SavedRecord {
  entityType: string;
  id: string;
  name: string;
}

type DialogTexts = Partial<Omit<ShellDialog, "kind" | "close">> & { text: string };

/** What lies over the page: dialogs, the wait message and notifications of the whole app. */
export class Shell {
  readonly changed = new Signal();
  dialogs: readonly ShellDialog[] = [];
  progress: string | null = null;
  notifications: readonly GlobalNotification[] = [];
  panels: readonly RecordPanel[] = [];
  pages: readonly PageDialog[] = [];
  pickers: readonly RowPicker[] = [];
  private notificationCount = 0;

  alert(texts: DialogTexts): Promise<boolean> {
    return this.ask("alert", { title: "", ...texts });
  }

  confirm(texts: DialogTexts): Promise<boolean> {
    return this.ask("confirm", { title: "", ...texts });
  }

  error(texts: DialogTexts): Promise<boolean> {
    return this.ask("error", { title: "Something went wrong", ...texts });
  }

  /** Opens a record in a panel over the page; done when the panel is closed. The saved record, or none. */
  openPanel(address: RecordAddress): Promise<SavedRecord[]> {
    return new Promise((resolve) => {
      const panel: RecordPanel = {
        address,
        close: (saved) => {
          this.panels = this.panels.filter((each) => each !== panel);
          this.changed.emit();
          resolve(saved ? [saved] : []);
        },
      };
      this.panels = [...this.panels, panel];
      this.changed.emit();
    });
  }

  /** Opens a web resource over the page; done when it is closed. */
  openPage(page: Omit<PageDialog, "close">): Promise<void> {
    return new Promise((resolve) => {
      const dialog: PageDialog = {
        ...page,
        close: () => {
          this.pages = this.pages.filter((each) => each !== dialog);
          this.changed.emit();
          resolve();
        },
      };
      this.pages = [...this.pages, dialog];
      this.changed.emit();
    });
  }

  /** Asks for a row; none when cancelled. */
  chooseRow(tables: readonly string[]): Promise<SavedRecord[]> {
    return new Promise((resolve) => {
      const picker: RowPicker = {
        tables,
        close: (chosen) => {
          this.pickers = this.pickers.filter((each) => each !== picker);
          this.changed.emit();
          resolve(chosen ? [chosen] : []);
        },
      };
      this.pickers = [...this.pickers, picker];
      this.changed.emit();
    });
  }

  showProgress(message: string | null): void {
    this.progress = message;
    this.changed.emit();
  }

  addNotification(notification: Omit<GlobalNotification, "id">): string {
    this.notificationCount += 1;
    const id = `notification-${this.notificationCount}`;
    this.notifications = [...this.notifications, { ...notification, id }];
    this.changed.emit();
    return id;
  }

  clearNotification(id: string): void {
    this.notifications = this.notifications.filter((each) => each.id !== id);
    this.changed.emit();
  }

  /** True when confirmed; false when cancelled or closed. */
  private ask(kind: ShellDialog["kind"], texts: DialogTexts & { title: string }): Promise<boolean> {
    return new Promise((resolve) => {
      const close = (isConfirmed: boolean): void => {
        this.dialogs = this.dialogs.filter((each) => each !== dialog);
        this.changed.emit();
        resolve(isConfirmed);
      };
      const dialog: ShellDialog = { kind, confirmLabel: "OK", cancelLabel: "Cancel", ...texts, close };
      this.dialogs = [...this.dialogs, dialog];
      this.changed.emit();
    });
  }
}
