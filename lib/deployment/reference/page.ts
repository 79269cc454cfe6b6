import { allFields, type Field } from '../report/fields';
import { fields } from '../schema';
import { fieldComments } from './comments';
import { exampleTexts } from './example-text';
import { otherImageSection } from './other-image';
import { leftOut, renderSection, sectionsOf, tableOf, type Section, type Sources } from './section';

/** docs/deployment-file.md: every field with what it takes, its default, its comment and an example. */
export function referencePage(): string {
  const sources: Sources = { comments: fieldComments(), examples: exampleTexts() };
  const sections = sectionsOf(allFields(fields));
  return [
    '# The deployment file',
    '',
    '<!-- Written by `npm run docs` from lib/deployment. A change to this page is lost. -->',
    '',
    'One typed file describes one environment. `deployments/NAME.ts` exports it:',
    '',
    '```ts',
    "import { defineDeployment } from '../lib/deployment';",
    '',
    'export default defineDeployment({',
    ...indented(sources.examples.get('smallest') ?? ''),
    '});',
    '```',
    '',
    opening,
    '',
    ...index(sections, sources),
    '',
    rules,
    '',
    ...otherImageSection(),
    '',
    ...sections.flatMap((section) => renderSection(section, sources)),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

const opening = `These four fields are required. Every other field has a default. \`npm run plan -- NAME\` and
\`npx cdk synth -c deployment=NAME\` read the file. Both also take a path to a .ts or .js file.

The compiler checks names and types while you write. The rules between fields are checked when the file
is loaded. One report shows every problem: the field, the value found, the rule, and what to write instead.
The report never shows a secret.

Prices are in USD for us-east-1.

## Index

| topic | about |
| --- | --- |
| [Switching a protection off](#switching-a-protection-off) | needs a reason |
| [Two targets at the same time](#two-targets-at-the-same-time) | during a move |
| [Another image](#another-image) | what an image that is not the bundled shop gets, and what it cannot have yet |
`;

/** Every section with its first sentence and what holds without it. */
function index(sections: readonly Section[], sources: Sources): string[] {
  const all = sections.flatMap((section) => [section, ...section.subsections]);
  return tableOf(
    ['field', 'what it is', 'when it is left out'],
    all.map(({ field }) => [
      `[\`${field.path}\`](#${anchor(field)})`,
      firstSentence(sources.comments.get(field.path)?.text ?? ''),
      leftOut(field, sources.comments.get(field.path)),
    ]),
  );
}

/** As GitHub makes an anchor of a heading. */
const anchor = ({ path }: Field) => path.toLowerCase().replace(/[^\w -]/g, '');

/** Up to the first full stop or semicolon before a space; not the stop in `$0.065` or `db.t4g.small`. */
const firstSentence = (text: string) => /^.*?[.;](?= |$)/.exec(text)?.[0].replace(/;$/, '.') ?? text;

const indented = (text: string) => text.split('\n').map((line) => (line === '' ? line : `  ${line}`));

const rules = `## Switching a protection off

A protection is switched off with a reason, so that a reviewer sees both. Where a table says
\`{ enabled: false, optOutReason }\`, write for instance:

\`\`\`ts
edge: { cdn: { enabled: false, optOutReason: 'a partner has a CDN in front' } },
\`\`\`

## Two targets at the same time

\`targets\` may name two targets. Both use the same database, cache and buckets. \`live\` says which one
CloudFront sends requests to. Rules that count tasks count the tasks of both. With \`vectors: 'chroma'\` both
targets must be \`fargate\` or \`ec2\`. [Moving](migration.md) describes the steps.
`;
