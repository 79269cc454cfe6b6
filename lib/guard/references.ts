/** A value of another stack, as `Fn::GetStackOutput` names it. */
export interface OutputReference {
  readonly stackName: string;
  readonly output: string;
}

/** Every `Fn::GetStackOutput` inside a part of a template. */
export function outputReferences(part: unknown): OutputReference[] {
  return objectsIn(part).flatMap((value) => {
    const reference = value['Fn::GetStackOutput'];
    if (!isObject(reference)) return [];
    return [{ stackName: String(reference.StackName), output: String(reference.OutputName) }];
  });
}

/** Logical ids that a part of a template refers to with `Ref`, `Fn::GetAtt` or `Fn::Sub`. */
export function localReferences(part: unknown): string[] {
  return objectsIn(part).flatMap((value) => {
    if (typeof value.Ref === 'string') return [value.Ref];
    const attribute = value['Fn::GetAtt'];
    if (Array.isArray(attribute)) return [String(attribute[0])];
    if (typeof attribute === 'string') return [attribute.split('.')[0] ?? attribute];
    const text: unknown = Array.isArray(value['Fn::Sub']) ? value['Fn::Sub'][0] : value['Fn::Sub'];
    return typeof text === 'string' ? [...text.matchAll(/\$\{([^.}!]+)/g)].map(([, name = '']) => name) : [];
  });
}

/**
 * The same part with a mark at each output for which `isChanged` holds. Two templates differ at the
 * mark, so that a comparison of one stack sees what another stack changes.
 */
export function markChangedOutputs(
  part: unknown,
  isChanged: (reference: OutputReference) => boolean,
): unknown {
  if (Array.isArray(part)) return part.map((item) => markChangedOutputs(item, isChanged));
  if (!isObject(part)) return part;
  const [reference] = 'Fn::GetStackOutput' in part ? outputReferences(part) : [];
  if (reference && isChanged(reference)) return { ...part, changed: true };
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, markChangedOutputs(value, isChanged)]),
  );
}

function objectsIn(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(objectsIn);
  if (!isObject(part)) return [];
  return [part, ...Object.values(part).flatMap(objectsIn)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
