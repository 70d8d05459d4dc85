/** The expressions in a text of a flow: the whole of `@f()`, and each `@{f()}` inside of other words. Unclosed ones end with the text. */
export function expressionsIn(text: string): string[] {
  if (/^@[^@{]/.test(text)) return [text.slice(1)];
  const found: string[] = [];
  for (let at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", at)) {
    if (text[at - 1] === "@") {
      at += 2;
      continue;
    }
    const end = endOf(text, at + 2);
    found.push(text.slice(at + 2, end));
    at = end;
  }
  return found;
}

function endOf(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "'") isQuoted = !isQuoted;
    else if (!isQuoted && char === "{") depth++;
    else if (!isQuoted && char === "}" && depth-- === 0) return at;
  }
  return text.length;
}

const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Whether brackets and quotes of an expression come in pairs. Two quotes inside of quotes stand for one. */
export function isBalanced(expression: string): boolean {
  const open: string[] = [];
  let isQuoted = false;
  for (const char of expression) {
    if (char === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (Object.values(pairs).includes(char)) open.push(char);
    else if (pairs[char] !== undefined && open.pop() !== pairs[char]) return false;
  }
  return open.length === 0 && !isQuoted;
}

/** Names of the actions whose results an expression takes. */
export const actionsNamedIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(?:body|outputs|actions|actionBody|actionOutputs)\('([^']+)'\)/g)].map(
    ([, name = ""]) => name,
  );
