import { literal } from '../deployment/report/describe';
import type { ComparedSettings } from './compared-settings';
import { keepBetween } from './keep';
import type { Risk, RiskKind } from './risk';

/** One deployment, or what to do before one. */
export interface Step {
  /** What to change, or to check, first. */
  readonly say: string;
  readonly commands: readonly string[];
}

export interface StepsRequest {
  /** Value of `--context deployment=`. */
  readonly context: string;
  /** Fields of the deployed version. @default - not recorded */
  readonly before?: ComparedSettings;
  /** Fields of this version. */
  readonly after?: ComparedSettings;
}

type Steps = (risks: readonly Risk[], request: StepsRequest) => Step[] | undefined;

const deploy = ({ context }: StepsRequest, stacks = '--all') =>
  `npx cdk deploy ${stacks} --context deployment=${context}`;
const thisFile = (request: StepsRequest): Step => ({
  say: 'Deploy this file.',
  commands: [deploy(request)],
});

/**
 * Deployments, in order, that make a change safe.
 *
 * @returns undefined when a risk is of a kind that no order of deployments makes safe
 */
export function stepsFor(risks: readonly Risk[], request: StepsRequest): Step[] | undefined {
  const kinds = new Set(risks.map(({ kind }) => kind));
  const way = ways.find(({ forKinds }) => [...kinds].every((kind) => forKinds.includes(kind)));
  return way?.steps(risks, request);
}

/** A part that the deployed version uses stays for one more deployment, and goes in the next one. */
const keepFirst: Steps = (risks, request) => {
  const { before, after } = request;
  if (!before || !after) return readersFirst(risks, request);
  const keep = keepBetween(before, after);
  const onOneListener =
    (after.targets.fargate?.rollout ?? 'rolling') !== 'rolling' &&
    risks.some(({ kind }) => kind === 'listener-in-use' || kind === 'certificate-in-use');
  if (!keep && !onOneListener) return undefined;
  const changes = [
    ...(keep ? [`keep: ${literal(keep)}`] : []),
    ...(onOneListener ? ["targets.fargate.rollout: 'rolling'"] : []),
  ];
  return [
    ...(onOneListener ? [rollingFirst(request)] : []),
    {
      say: `State in this file: ${changes.join(', and ')}. Then deploy it.`,
      commands: [deploy(request)],
    },
    { say: 'Undo the changes of the step before in this file. Then deploy it.', commands: [deploy(request)] },
  ];
};

/** Any other rollout moves traffic on one listener only, so it cannot serve the old and the new way at once. */
const rollingFirst = (request: StepsRequest): Step => ({
  say: "State targets.fargate.rollout: 'rolling' in the file of the deployed version, compare it with `shop plan --against`, and deploy it.",
  commands: [deploy(request)],
});

/** Without the fields of the deployed version: the stacks that use the part are deployed alone, before the part goes. */
const readersFirst: Steps = (risks, request) => {
  if (!risks.every(({ readers = [] }) => readers.length > 0)) return undefined;
  const readers = [...new Set(risks.flatMap((risk) => risk.readers ?? []))];
  return [
    ...readers.map((stack) => ({
      say: `Deploy ${stack} alone, so that it stops using the part.`,
      commands: [deploy(request, `${stack} --exclusively`)],
    })),
    thisFile(request),
  ];
};

const imageAnswersBoth: Steps = (_, request) => [
  {
    say: 'Deploy an image that answers both health check paths, with container.healthPath as it is deployed.',
    commands: [deploy(request)],
  },
  {
    say: 'Deploy this file, with the new container.healthPath and the same image.',
    commands: [deploy(request)],
  },
];

const firstGroupHasTraffic: Steps = (risks, request) => [
  {
    say: 'Check that the first target group of the rule has weight 100. If it has 0, deploy one more release of the deployed version, which moves the traffic back to it.',
    commands: risks.map(
      ({ stack, resources: [rule = ''] }) =>
        `aws elbv2 describe-rules --rule-arns "$(aws cloudformation describe-stack-resource --stack-name ${stackName(request, stack)} --logical-resource-id ${rule} --query StackResourceDetail.PhysicalResourceId --output text)" --query "Rules[0].Actions[0].ForwardConfig.TargetGroups"`,
    ),
  },
  thisFile(request),
];

const stackName = ({ after }: StepsRequest, stack: string) => `${after?.name ?? 'NAME'}-${stack}`;

const failoverApart: Steps = (_, request) => [
  {
    say: "State multiAz: 'without-failover' for the cache in this file. Then deploy it.",
    commands: [deploy(request)],
  },
  thisFile(request),
];

const trafficMovesFirst: Steps = (_, { context, after }) => {
  if (!after) return undefined;
  return [
    {
      say: 'Keep the old target in the file until the traffic has moved. This command prints each step.',
      commands: [`npm run shop -- move ${context} --to ${Object.keys(after.targets)[0] ?? 'fargate'}`],
    },
  ];
};

const ways: readonly { readonly forKinds: readonly RiskKind[]; readonly steps: Steps }[] = [
  { forKinds: ['health-path-changes'], steps: imageAnswersBoth },
  { forKinds: ['rule-in-rollout'], steps: firstGroupHasTraffic },
  { forKinds: ['failover-changes'], steps: failoverApart },
  { forKinds: ['stack-left'], steps: trafficMovesFirst },
  {
    forKinds: [
      'certificate-in-use',
      'listener-in-use',
      'origin-in-use',
      'output-in-use',
      'store-in-use',
      'target-group-shared',
    ],
    steps: keepFirst,
  },
];
