/** Every text of the setup page, in one place. */
export const strings = {
  title: "Setup and health",
  loading: "Looking at everything the connector needs…",
  checkAgain: "Check again",
  checkedAt: (time: string) => `Checked ${time}`,
  overall: {
    done: "Everything is set up and works.",
    open: (count: number) => (count === 1 ? "One step is left." : `${count} steps are left.`),
    trouble: (count: number) =>
      count === 1 ? "Set up, and one thing needs a look." : `Set up, and ${count} things need a look.`,
  },
  owners: {
    seller: "A seller can do this.",
    administrator: "An administrator can do this.",
    microsoft: "Microsoft has to do this.",
    nobody: "",
  },
  requests: {
    forbidden: "Your security roles do not allow this; those of a system administrator do.",
    offline: "Your browser is offline.",
    failed: "The environment did not answer.",
    refused: (message: string) => `The environment refused: ${message}`,
  },
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Your browser does not allow copying. Select the text instead.",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  steps: {
    done: "Done",
    open: "To do",
    registration: {
      title: "Name the app registration",
      intro:
        "The connector signs in through an app registration of your own in Microsoft Entra. Make one, or take one you have:",
      account: "Accounts in this organizational directory only.",
      redirect: "Redirect URI, of type Web:",
      permissions: "API permissions, delegated, with admin consent: user_impersonation of Microsoft Partner Center.",
      secret: "A client secret under Certificates & secrets.",
      tenantId: "Directory (tenant) ID",
      clientId: "Application (client) ID",
      clientSecret: "Client secret",
      secretHint:
        "Stored in a secured column that only system administrators can read. With Azure Key Vault leave it empty, and name the secret in the environment variable instead.",
      secretKept: "A secret is in use. Type a new one only to replace it.",
      notGuid: (label: string) => `${label} is a GUID, such as 11111111-2222-3333-4444-555555555555.`,
    },
    signIn: {
      title: "Sign in to Partner Center",
      intro:
        "Sign in as a service account with multi-factor authentication. It needs the roles Referrals admin and Admin agent in Partner Center. A person who leaves the company takes their sign-in along.",
      button: "Sign in",
      buttonAgain: "Sign in again",
      device: "Use a code instead",
      deviceHint:
        "For browsers that allow no windows. Conditional Access often blocks sign-in by code; then only an administrator of Microsoft Entra can allow it.",
      openPage: "Open Microsoft's sign-in page",
    },
    flows: {
      title: "Turn the cloud flows on",
      intro:
        "They receive Partner Center's notifications, do what is due, and tell operators of trouble. Receiving them needs a licence for premium triggers for the flows' owner.",
      turnOn: (count: number) => (count === 1 ? "Turn it on" : `Turn all ${count} on`),
      openSolution: "Open the solution in Power Apps",
    },
    notifications: {
      title: "Receive Partner Center's notifications",
      intro: "Partner Center knows one address for a whole company, so test and production cannot both listen.",
      byItself:
        "The flow “Co-sell webhook address” registers the address when it is turned on, and looks at it every day. That takes some seconds.",
      known: "The address is known; nothing has to be copied.",
      byHand: "Type the address by hand",
      address: "HTTP URL of the trigger of the flow “Partner Center to Dynamics 365”",
      addressHint:
        "In Power Automate, open the flow's trigger “When an HTTP request is received” and copy its address.",
      register: "Register",
      takeOver: "Take the notifications over",
      takeOverAsk: "Whoever receives them now will not receive them any more.",
    },
    people: {
      title: "Give people their security roles",
      intro:
        "Sellers need Co-sell Seller beside the role they sell with; the user of the flows' connection needs Co-sell Integration.",
      open: "Open this environment in the admin center",
    },
    solutions: {
      title: "List the solutions you sell",
      intro: "Sellers choose from Microsoft Solution Details. Type them, or import an Excel file from the list.",
      open: "Open Microsoft Solution Details",
    },
  },
  signIn: {
    waiting: "Waiting for you on Microsoft's page…",
    closed: "The sign-in window was closed before Microsoft answered.",
    refused: (reason: string) =>
      reason === "" ? "The sign-in was declined on Microsoft's page." : `Microsoft refused the sign-in: ${reason}`,
    again: "Sign in again.",
    code: (code: string, address: string) => `Type the code ${code} at ${address}.`,
  },
  checks: {
    title: "All checks",
    passed: (count: number, all: number) => `${count} of ${all} passed`,
    groups: {
      access: "Sign-in and access",
      flows: "Cloud flows and notifications",
      people: "People",
      data: "Settings and data",
      work: "Work",
    },
    states: { ok: "Passed", warning: "Needs a look", problem: "Does not work" },
    unreadFix: "Open this page as a system administrator, or check again later.",
    importAgain: "Import the solution once more: a part of it is missing.",
    server: {
      title: "Self-test",
      fix: "Check again. If that does not help, look at the plug-in trace log of cosell_CheckHealth.",
    },
    flow: {
      title: (name: string) => `Cloud flow ${name}`,
      on: "It is on.",
      off: "It is off.",
      missing: "It is not in this environment.",
      fix: "Turn it on.",
    },
    connection: {
      title: (name: string) => `Connection reference ${name}`,
      connected: "It has a connection.",
      empty: "It has no connection.",
      missing: "It is not in this environment.",
      fix: (name: string) =>
        `In Power Apps, open the solution Co-sell Connector, Connection references, ${name}, and choose a connection.`,
    },
    steps: {
      title: "Plug-in steps",
      on: "All are enabled.",
      off: (names: readonly string[]) => `Disabled: ${names.join(", ")}.`,
      fix: "Enable them: while they are off, saves are not sent.",
    },
    role: {
      title: (role: string) => `Security role ${role}`,
      some: (count: number) => (count === 1 ? "One user has it." : `${count} users have it.`),
      none: "No enabled user has it.",
      fix: (role: string) => `Give ${role} to those who need it.`,
    },
    conflicts: {
      title: "Conflicts",
      none: "Nothing waits for a decision.",
      some: (count: number) =>
        count === 1 ? "One value waits for a decision." : `${count} values wait for a decision.`,
      fix: "Open Conflicts, or the panel of the deal, and choose a side.",
    },
    version: {
      title: "Version",
      same: (version: string) => (version === "" ? "This page belongs to what is imported." : `Version ${version}.`),
      differs: (imported: string, own: string) => `Version ${imported} is imported; this page is of ${own}.`,
      fix: "Reload this page without the browser's cache. If that does not help, publish all customizations.",
    },
  },
  backfill: {
    title: "What Partner Center held before",
    intro:
      "New referrals come in by themselves. Those from before the connector was set up are brought in once; doing it again does nothing twice.",
    preview: "Preview",
    start: "Bring them in",
    looking: "Looking through Partner Center's referrals…",
    bringing: "Bringing them in. You can leave this page open and do something else…",
    wouldDo: "That would do:",
    did: "Done:",
    nothing: "Nothing: Partner Center holds no referral.",
    results: {
      opportunityMade: "New opportunities",
      leadMade: "New leads",
      synced: "Updated",
      known: "Already here, nothing to change",
      ignored: "Left alone, as settings or their kind say",
      later: "Left to a system job that is on its way, or to the next try",
      failed: "Could not be brought in; see Work that waits",
    },
  },
  work: {
    title: "Work that waits",
    none: "Nothing waits.",
    cause: "Cause",
    count: "Changes",
    since: "Oldest",
    whatToDo: "What to do",
    firstTurn: "Waits for its turn.",
    parked: "Stopped",
    waiting: "Tried again by itself",
    replay: (count: number) => (count === 1 ? "Do it again" : `Do all ${count} again`),
    replaying: (done: number, count: number) => `${done} of ${count} done again…`,
    replayed: (done: number, failed: number) =>
      failed === 0 ? `${done} done.` : `${done} done, ${failed} not: see Sync Messages.`,
  },
} as const;
