/** What can be wrong with a row of the map. `{…}` in words is filled with details. */
export interface MappingProblemKind {
  /** Left out: the row does not take part in syncing, a standard row counts as it was delivered. Warning: it does, and see. */
  severity: "leftOut" | "warning";
  words: string;
  fix: string;
}

/** Every problem of a row there is. */
export const mappingProblemKinds = {
  keyMissing: {
    severity: "leftOut",
    words: "The row has no key.",
    fix: "Fill in Mapping Key: the place in Partner Center or, for a constant of new records, the column.",
  },
  placeMissing: {
    severity: "leftOut",
    words: "The row names no place in Partner Center, which only a constant for new records can do without.",
    fix: "Fill in Place in Partner Center, or choose the converter “Constant”.",
  },
  placeTaken: {
    severity: "leftOut",
    words: "The row “{other}” fills {place} already.",
    fix: "Turn one of the two rows off or delete it.",
  },
  placeMalformed: {
    severity: "leftOut",
    words: "“{place}” is no place in a referral.",
    fix: "Write the names of the members from the top, each after a slash, such as /details/notes.",
  },
  placeOwned: {
    severity: "leftOut",
    words: "The connector fills {place} itself.",
    fix: "Choose another place, or delete the row.",
  },
  placeUnknown: {
    severity: "warning",
    words: "{place} is not among the documented places of a referral.",
    fix: "Try it with a test deal: Partner Center may refuse every deal with a place that it does not know.",
  },
  placeReadOnly: {
    severity: "warning",
    words: "Partner Center fills {place} itself, so the row works to Dynamics 365 only.",
    fix: "Set the direction to “To Dynamics 365 only”.",
  },
  placeSentOnly: {
    severity: "leftOut",
    words: "The registration of a won deal goes to Partner Center, so the row works to there only.",
    fix: "Set the direction to “To Partner Center only”.",
  },
  registrationIncomplete: {
    severity: "warning",
    words: "No won deal is registered, because no row fills {places}.",
    fix: "Add a row for each of these places; a constant will do where the value is the same in every deal.",
  },
  placeFixed: {
    severity: "warning",
    words:
      "Partner Center takes {place} only when the deal is shared for the first time; later changes stay in Dynamics 365.",
    fix: "Nothing needs to be done.",
  },
  rowFixed: {
    severity: "leftOut",
    words: "The connector needs this row as it was delivered; only its conflict policy can be changed.",
    fix: "Set the other columns back, or delete the row and run the check again to have it made anew.",
  },
  columnFixed: {
    severity: "leftOut",
    words: "This value is put together from several columns, so its column and converter cannot be changed.",
    fix: "Empty Column in Dynamics 365 and set the converter to “{converter}”.",
  },
  columnMissing: {
    severity: "leftOut",
    words: "The row names no column of Dynamics 365.",
    fix: "Fill in Column in Dynamics 365, such as new_tier or account.new_tier.",
  },
  columnMalformed: {
    severity: "leftOut",
    words: "“{column}” is no column of the opportunity, its account or its contact.",
    fix: "Write the logical name, such as new_tier, account.new_tier or contact.new_role.",
  },
  columnUnknown: {
    severity: "leftOut",
    words: "There is no column {column} in Dynamics 365.",
    fix: "Correct the logical name, or create the column.",
  },
  columnOwned: {
    severity: "leftOut",
    words: "The connector keeps {column} for itself.",
    fix: "Choose another column.",
  },
  columnTaken: {
    severity: "leftOut",
    words: "The row “{other}” brings its value into {column} already.",
    fix: "Set the direction of one of the two rows to “To Partner Center only”.",
  },
  columnOfOtherTable: {
    severity: "warning",
    words:
      "A value of Partner Center reaches {column} only when the connector makes the record, since others share it.",
    fix: "Set the direction to “To Partner Center only” if that is what you want.",
  },
  columnTypeWrong: {
    severity: "warning",
    words: "{column} holds {found}, which the converter “{converter}” does not take.",
    fix: "Choose a converter that fits, or another column.",
  },
  columnIsLookup: {
    severity: "warning",
    words: "{column} is a lookup: its name is sent, and nothing can be brought back into it.",
    fix: "Make a text column that holds the code, let a workflow or business rule keep it equal, and name that column here.",
  },
  currencyIsLookup: {
    severity: "leftOut",
    words: "The currency of a deal is a lookup, and Partner Center wants its ISO code.",
    fix: "Write {setting} with its braces, with the direction “To Partner Center only”.",
  },
  labelsOneWay: {
    severity: "warning",
    words: "The option table names labels of the choice {column}; only numbers can be brought back into it.",
    fix: 'Write the number of each option instead, such as "731500001", or set the direction to “To Partner Center only”.',
  },
  directionMissing: {
    severity: "leftOut",
    words: "No direction is chosen, or one that this version does not know.",
    fix: "Choose a direction.",
  },
  directionImpossible: {
    severity: "leftOut",
    words: "The converter “{converter}” works to Partner Center only.",
    fix: "Set the direction to “To Partner Center only”.",
  },
  converterMissing: {
    severity: "leftOut",
    words: "No converter is chosen, or one that this version does not know.",
    fix: "Choose a converter.",
  },
  converterReserved: {
    severity: "leftOut",
    words: "The converter “{converter}” belongs to a row of the standard map.",
    fix: "Choose another converter.",
  },
  converterWrong: {
    severity: "leftOut",
    words: "{place} holds {expected}, and the converter “{converter}” makes something else.",
    fix: "Choose a converter that fits, or another place.",
  },
  optionTableWrong: {
    severity: "leftOut",
    words: "The option table is not a JSON object of plain values.",
    fix: "Write it like {example}.",
  },
  constantMissing: {
    severity: "leftOut",
    words: "The constant is empty, or does not fit {place}.",
    fix: "Type it in Converter Detail.",
  },
  numberTypeUnknown: {
    severity: "warning",
    words: "“{detail}” is no type of a number column, so decimal is assumed.",
    fix: "Write money, decimal, whole or float in Converter Detail, or leave it empty.",
  },
  templateWrong: {
    severity: "leftOut",
    words: "The template cannot be read at character {at}: {reason}.",
    fix: "Write columns in braces, such as {example}.",
  },
  conditionWrong: {
    severity: "leftOut",
    words: "The condition cannot be read at character {at}: {reason}.",
    fix: "Write it like new_tier = Gold and description is not empty.",
  },
  valueUnknown: {
    severity: "warning",
    words:
      "The converter “{converter}” knows nothing for “{value}” in {column}, so the field is left alone in this deal.",
    fix: "Correct the value; for a choice, add a line to Converter Detail.",
  },
  accountMatchUnknown: {
    severity: "warning",
    words: "“{part}” in the setting Customer account match means nothing.",
    fix: "Write any of: name and postal code, DUNS, domain; the most important first.",
  },
} as const satisfies Readonly<Record<string, MappingProblemKind>>;

export type MappingProblemCode = keyof typeof mappingProblemKinds;
