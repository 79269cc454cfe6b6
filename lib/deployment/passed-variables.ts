import type { Variable } from '../../app-image/contract/environment';
import type { ParsedFields } from './schema';

/** Whether the image gets a variable of the contract. Without `container.variables` it gets all of them. */
export function getsVariable({ container: { variables } }: ParsedFields, name: Variable): boolean {
  return variables === undefined || Object.values(variables).includes(name);
}
