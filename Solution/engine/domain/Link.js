export const emptyMemory = {
    values: {},
    differences: {},
    own: null,
    microsoft: null,
    microsoftCrmIdentifier: "",
    findings: [],
    attempt: null,
    inFlight: [],
    doubtSince: null,
    hasMark: false,
};
export const emptyLinkState = {
    referralId: null,
    engagementId: null,
    microsoftReferralId: null,
    eTag: null,
    microsoftETag: null,
    memory: emptyMemory,
    status: "notShared",
    failureCode: null,
    auditSequence: 0,
    auditHash: "",
};
/** Reads Last Agreed Values. Throws for text that is no JSON: guessing here would overwrite somebody's values. */
export const parseLinkMemory = (text) => text === "" ? emptyMemory : Object.assign(Object.assign({}, emptyMemory), JSON.parse(text));
export const printLinkMemory = (memory) => JSON.stringify(memory);
