import { literal } from '../report/describe';
import { allFields, type Field } from '../report/fields';
import { fields } from '../schema';
import { fieldComments, type FieldComment } from './comments';

const opening = `# The deployment file

One typed file describes one environment. \`deployments/NAME.ts\` exports it:

\`\`\`ts
import { defineDeployment } from '../lib/deployment';

export default defineDeployment({
  name: 'shop',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
});
\`\`\`

These four fields are the smallest file there can be; everything else has a default. \`npm run plan -- NAME\` and \`cdk synth -c deployment=NAME\` read it, and take the path of a .ts or .js file outside the repository as well. The compiler checks fields and values while you write. The rules between fields are checked when the file is loaded, and one report has every problem: the field, the value found, the rule and what to write instead. Secrets are never shown in it.

**Switching a protection off** takes a reason, so that it shows in review. Where a field below says \`{ enabled: false, optOutReason }\`, write for instance \`cdn: { enabled: false, optOutReason: 'a partner has its own in front' }\`.

**Another application** needs no change to its image: \`image\` says where it is and \`container\` what it wants. \`container.variables\` names what it gets of the contract in app-image/contract/environment.ts; left out, it gets all of it under the contract's own names. See deployments/flask-example.ts.

**Two targets side by side** share the database and the other stores. Their tasks add up where a rule counts tasks, and \`vectors: 'chroma'\` needs both to be fargate or ec2.

Prices are USD in us-east-1. This page is written from lib/deployment/schema: change a field or its comment there, then run \`node -r ts-node/register lib/deployment/reference/write.ts\`. A test holds the two together.
`;

/** docs/deployment-file.md: every field with what it takes, its default and its comment. */
export function referencePage(): string {
  const comments = fieldComments();
  const lines = allFields(fields).map((field) => line(field, comments.get(field.path)));
  return [opening, ...lines, ''].join('\n').replace(/\n{3,}/g, '\n\n');
}

function line(field: Field, comment: FieldComment | undefined): string {
  const parts = [sentence(takes(field)), sentence(fallback(field, comment)), inDocs(comment?.text ?? '')];
  const words = parts.filter(Boolean).join(' ');
  const isTopLevel = !field.path.includes('.');
  return isTopLevel ? `\n## ${field.path}\n\n${words}\n` : `- \`${field.path}\`: ${words}`;
}

/** Values are set as code, kinds of text as words. */
const isCode = /['{]|^(one of|true|\d+$|\d+ or)/;

/** A group is told by the fields that follow it, unless there is a choice. */
function takes({ takes, group }: Field): string {
  if (group && !takes.includes(', or ')) return '';
  return isCode.test(takes) ? `\`${takes}\`` : takes;
}

function fallback({ required, fallback: value }: Field, comment: FieldComment | undefined): string {
  if (required) return 'Required';
  if (value !== undefined) return `Default \`${literal(value)}\``;
  const words = comment?.stated?.replace(/^- /, '');
  return words === undefined ? '' : `Default: ${words}`;
}

/** A range stands in what a field takes already. */
function inDocs(text: string): string {
  return text.replace(/ ?Range [^.]*\./, '');
}

function sentence(words: string): string {
  return words === '' || words.endsWith('.') ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
