import type { Wording } from './shapes';

/** `WEB_DB_URL`: what people call a variable, rather than a value it has. */
const variableLike = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const digits = /\d/g;

/** Whether a text is a variable's name; one with many digits may be a secret. */
export function isVariableName(text: string): boolean {
  return variableLike.test(text) && (text.match(digits) ?? []).length <= 3;
}

/** `container.variables` written the other way round: contract variables as names, the image's names as values. */
export function explainSwappedMap(contract: readonly string[]): NonNullable<Wording['explain']> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    const isSwapped = ([name, variable]: [string, unknown]) =>
      contract.includes(name) &&
      typeof variable === 'string' &&
      isVariableName(variable) &&
      !contract.includes(variable);
    if (!entries.some(isSwapped)) return undefined;
    const meant = entries.map((entry) =>
      isSwapped(entry) ? `${String(entry[1])}: '${entry[0]}'` : `${entry[0]}: ${shown(entry[1], contract)}`,
    );
    return {
      rule: "must be { NAME_THE_IMAGE_READS: 'CONTRACT_VARIABLE' }; this map is the other way round",
      instead: `variables: { ${meant.join(', ')} }`,
    };
  };
}

/** A value that is no contract variable is not repeated: it may be a secret. */
function shown(value: unknown, contract: readonly string[]): string {
  return typeof value === 'string' && contract.includes(value) ? `'${value}'` : "'CONTRACT_VARIABLE'";
}
