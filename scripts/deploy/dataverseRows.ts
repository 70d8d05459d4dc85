/** A row of `solutions`. */
export interface SolutionRow {
  uniquename: string;
  version: string;
  ismanaged: boolean;
}

/** A row of `asyncoperations`: a system job. */
export interface JobRow {
  statecode: number;
  statuscode: number;
  message: string | null;
  friendlymessage: string | null;
}

/** A row of `importjobs`. */
export interface ImportJobRow {
  progress: number | null;
  /** XML that `readImportLog` reads. */
  data: string | null;
}

/** States and status reasons of `asyncoperations`. */
export const jobStates = { completed: 3, succeeded: 30 } as const;

/** What the action StageSolution answers, as far as deploying reads it. */
export interface StageSolutionResults {
  StageSolutionUploadId: string;
  StageSolutionStatus: "Passed" | "Failed";
  SolutionValidationResults:
    | null
    | readonly {
        SolutionValidationResultType: "Info" | "Warning" | "Error";
        Message: string;
        ErrorCode: number;
        AdditionalInfo: string | null;
      }[];
  MissingDependencies: readonly MissingDependency[] | null;
}

export interface MissingDependency {
  RequiredComponentSchemaName: string | null;
  RequiredComponentDisplayName: string | null;
  RequiredComponentParentSchemaName: string | null;
}
