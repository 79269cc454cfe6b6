import { join } from 'node:path';
import ts from 'typescript';

/** A field's own comment in the schema. */
export interface FieldComment {
  readonly text: string;
  /** What the comment says in `@default`. */
  readonly stated?: string;
}

/** The comments on the fields of `DeploymentInput`, by path; an entry of a record has the path `….NAME`. */
export function fieldComments(): ReadonlyMap<string, FieldComment> {
  const file = join(__dirname, '../schema/index.ts');
  const program = ts.createProgram([file], {
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2023,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const root = module && checker.getExportsOfModule(module).find(({ name }) => name === 'DeploymentInput');
  if (!root) throw new Error(`${file} exports no DeploymentInput`);
  const comments = new Map<string, FieldComment>();
  collect(checker, checker.getDeclaredTypeOfSymbol(root), '', comments);
  return comments;
}

function collect(
  checker: ts.TypeChecker,
  type: ts.Type,
  parent: string,
  comments: Map<string, FieldComment>,
): void {
  for (const kind of type.isUnion() ? type.types : [type]) {
    if (!isFields(checker, kind)) continue;
    for (const property of kind.getProperties()) {
      const path = parent === '' ? property.name : `${parent}.${property.name}`;
      if (!comments.get(path)?.text) comments.set(path, commentOf(checker, property));
      collect(checker, checker.getTypeOfSymbol(property), path, comments);
    }
    const entry = kind.getStringIndexType();
    if (entry) collect(checker, entry, `${parent}.NAME`, comments);
  }
}

function isFields(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(type);
}

function commentOf(checker: ts.TypeChecker, property: ts.Symbol): FieldComment {
  const tag = property.getJsDocTags(checker).find(({ name }) => name === 'default');
  return {
    text: ts.displayPartsToString(property.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim(),
    ...(tag && { stated: ts.displayPartsToString(tag.text).trim() }),
  };
}
