/** An Opportunity form without a browser: remembers what the script did, and lets a test play the seller and the platform. */

type Handler = (context: Xrm.Events.EventContext) => void;

interface FakeAttribute {
  value: unknown;
  /** Tells the column's type. */
  initial: unknown;
  isDirty: boolean;
  onChange: Handler[];
}

export interface FakeFormOptions {
  id?: string;
  values?: Record<string, unknown>;
  /** Columns whose control is hidden. */
  hidden?: string[];
  /** Columns that stand in the header as well as in the body. */
  inHeader?: string[];
  gridCount?: number;
  hasGrid?: boolean;
  /** What a refresh brings from the server. */
  serverValues?: () => Record<string, unknown>;
  /** What happens between the request of a refresh and its answer. */
  duringRefresh?: () => void | Promise<void>;
}

/** Save modes of the platform by the words that ask for them. */
const modes: Readonly<Record<string, number>> = { save: 1, saveandclose: 2, saveandnew: 59 };

export const panelControlName = "cosell_syncstatus";

export const createFakeForm = (options: FakeFormOptions = {}) => {
  const log: string[] = [];
  const notifications = new Map<string, { level: string; text: string }>();
  const shownTexts: string[] = [];
  const saveHandlers: ((context: Xrm.Events.SaveEventContext) => void)[] = [];
  const postSaveHandlers: Xrm.Events.PostSaveEventHandler[] = [];
  const dataLoadHandlers: (() => void)[] = [];
  const gridLoadHandlers: (() => void)[] = [];
  const panelHandlers = new Map<string, (payload?: unknown) => void>();
  let id = options.id ?? "";
  let gridCount = options.gridCount ?? -1;
  let hasGrid = options.hasGrid ?? true;
  let tabStateHandler: () => void = () => undefined;

  const attributes = new Map<string, FakeAttribute>(
    Object.entries(options.values ?? {}).map(([name, value]) => [
      name,
      { value, initial: value, isDirty: false, onChange: [] },
    ]),
  );
  const tab = {
    setFocus: () => log.push("tab"),
    addTabStateChange: (handler: () => void) => (tabStateHandler = handler),
  };
  const control = (name: string, hasTab = true) => ({
    getName: () => name,
    getVisible: () => !options.hidden?.includes(name),
    getParent: () => (hasTab ? { getParent: () => tab } : undefined),
    setFocus: () => log.push(`focus ${name}`),
    getLabel: () => `Label of ${name}`,
  });
  const grid = {
    ...control("subgrid_solutions"),
    addOnLoad: (handler: () => void) => gridLoadHandlers.push(handler),
    getGrid: () => ({ getTotalRecordCount: () => gridCount }),
  };
  const panel = {
    ...control(panelControlName),
    addEventHandler: (name: string, handler: (payload?: unknown) => void) => panelHandlers.set(name, handler),
  };

  const facades = new Map<string, ReturnType<typeof createFacade>>();
  const createFacade = (name: string, attribute: FakeAttribute) => {
    const header = options.inHeader?.includes(name) ? [control(`header_${name}`, false)] : [];
    return {
      getName: () => name,
      getAttributeType: () =>
        Array.isArray(attribute.initial) ? "lookup" : attribute.initial instanceof Date ? "datetime" : "string",
      getIsDirty: () => attribute.isDirty,
      getValue: () => attribute.value,
      setValue: (value: unknown) => Object.assign(attribute, { value, isDirty: true }),
      addOnChange: (handler: Handler) => attribute.onChange.push(handler),
      removeOnChange: (handler: Handler) => attribute.onChange.splice(attribute.onChange.indexOf(handler), 1),
      controls: { get: () => [...header, control(name)] },
    };
  };
  for (const [name, attribute] of attributes) facades.set(name, createFacade(name, attribute));
  const getAttribute = (name: string) => facades.get(name) ?? null;
  const change = (name: string): void => {
    const context = { getEventSource: () => facades.get(name) } as unknown as Xrm.Events.EventContext;
    for (const handler of [...(attributes.get(name)?.onChange ?? [])]) handler(context);
  };
  const setFromServer = (values: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(values)) Object.assign(attributes.get(name) ?? {}, { value });
    for (const attribute of attributes.values()) attribute.isDirty = false;
    // The platform tells of what came from the server as it tells of what was typed.
    for (const name of Object.keys(values)) change(name);
  };
  const postSave = (isSuccess: boolean): void => {
    const context = { getEventArgs: () => ({ getIsSaveSuccess: () => isSuccess }) };
    for (const handler of postSaveHandlers) handler(context as Xrm.Events.PostSaveEventContext);
  };
  /** As the platform saves: OnSave first, which may prevent it. */
  const save = async (mode = 1): Promise<void> => {
    const prevented: true[] = [];
    const args = {
      getSaveMode: () => mode,
      isDefaultPrevented: () => prevented.length > 0,
      preventDefault: () => void prevented.push(true),
    };
    for (const handler of saveHandlers) handler({ getEventArgs: () => args } as unknown as Xrm.Events.SaveEventContext);
    if (prevented.length > 0) throw new Error("The save was prevented.");
    log.push(mode === 1 ? "save" : `save ${mode}`);
    for (const attribute of attributes.values()) attribute.isDirty = false;
    postSave(true);
  };

  const form = {
    data: {
      getIsDirty: () => [...attributes.values()].some(({ isDirty }) => isDirty),
      refresh: async () => {
        log.push("refresh");
        await options.duringRefresh?.();
        setFromServer(options.serverValues?.() ?? {});
        for (const handler of dataLoadHandlers) handler();
      },
      save: () => save(),
      addOnLoad: (handler: () => void) => dataLoadHandlers.push(handler),
      entity: {
        getId: () => id,
        attributes: { get: () => [...facades.values()] },
        save: (command?: string) => void save(modes[command ?? "save"]).catch(() => undefined),
        addOnSave: (handler: (context: Xrm.Events.SaveEventContext) => void) => saveHandlers.push(handler),
        addOnPostSave: (handler: Xrm.Events.PostSaveEventHandler) => postSaveHandlers.push(handler),
      },
    },
    ui: {
      setFormNotification: (text: string, level: string, key: string) => {
        notifications.set(key, { level, text });
        shownTexts.push(text);
      },
      clearFormNotification: (key: string) => notifications.delete(key),
      tabs: { get: () => tab },
    },
    getAttribute,
    getControl: (name: string) => {
      if (name === "subgrid_solutions") return hasGrid ? grid : null;
      if (name === panelControlName) return panel;
      return attributes.has(name) ? control(name) : null;
    },
  };

  return {
    form: form as unknown as Xrm.FormContext,
    log,
    notifications,
    shownTexts,
    valueOf: (name: string) => attributes.get(name)?.value,
    /** The seller changes a column: the value first, then OnChange, as the platform does. */
    type: (name: string, value: unknown): void => {
      const attribute = attributes.get(name);
      if (!attribute) throw new Error(`${name} is not on the fake form`);
      Object.assign(attribute, { value, isDirty: true });
      change(name);
    },
    /** The seller puts a column back to what is stored, so that it is not dirty any more. */
    goBack: (name: string, value: unknown): void => {
      Object.assign(attributes.get(name) ?? {}, { value, isDirty: false });
      change(name);
    },
    /** The seller saves; what an OnSave handler prevents is not saved. */
    save: (mode?: number) => save(mode).catch(() => undefined),
    failToSave: () => postSave(false),
    firstSave: (newId: string) => {
      id = newId;
      return save();
    },
    loadGrid: (count: number): void => {
      gridCount = count;
      for (const handler of gridLoadHandlers) handler();
    },
    openTab: () => {
      hasGrid = true;
      tabStateHandler();
    },
    raise: (event: string, payload?: unknown) => panelHandlers.get(event)?.(payload),
    isSolutionsGridWatched: () => gridLoadHandlers.length > 0,
  };
};

/** Lets everything that already can happen happen. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
