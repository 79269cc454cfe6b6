import type { Deployment } from '../deployment';
import type { PlannedStack } from '../plan/assembly';
import { protectionsOff } from './protections';
import type { Remnant } from './remnant';
import { remnantsOf } from './remnants';
import { removalsOf } from './removals';
import { inRegion } from './shell';
import type { Check } from '../steps/check';
import type { DestroyStep } from './step';

/** Everything that the end of a deployment takes. */
export interface TakeDown {
  readonly deployment: Deployment;
  /** In the order in which they are deleted. */
  readonly stacks: readonly PlannedStack[];
  readonly remnants: readonly Remnant[];
  /** What to do or to know before the first command. */
  readonly before: readonly Check[];
  readonly steps: readonly DestroyStep[];
  /** What must hold after the last command. */
  readonly after: readonly Check[];
  /** Removes what stays. */
  readonly removals: readonly DestroyStep[];
}

/**
 * How a deployment is taken down, as its templates say.
 *
 * @param source what `--context deployment=` takes
 * @param planned in the order in which they deploy
 */
export function takeDown(deployment: Deployment, source: string, planned: readonly PlannedStack[]): TakeDown {
  const stacks = planned.toReversed();
  const remnants = remnantsOf(planned);
  return {
    deployment,
    stacks,
    remnants,
    before: [...dnsFirst(deployment), stacksInAccount(deployment, stacks, 'before')],
    steps: [
      ...protectionsOff(deployment, stacks),
      ...stacks.map((stack) => deletion(stack, source, remnants)),
    ],
    after: [stacksInAccount(deployment, stacks, 'after')],
    removals: removalsOf(deployment, remnants),
  };
}

function deletion(stack: PlannedStack, source: string, remnants: readonly Remnant[]): DestroyStep {
  const { id, name, region, template } = stack;
  const left = remnants.filter((remnant) => remnant.stack === id).length;
  const { effect, takes, comesBack } = detailsOf(stack);
  return {
    id: `delete-${id}`,
    title: `Delete the stack ${name} in ${region}`,
    why: [
      ...effect,
      `It has ${Object.keys(template.Resources).length} resources, and leaves ${left === 0 ? 'nothing' : `${left} of what stays`}.`,
    ].join(' '),
    commands: [`npx cdk destroy ${id} --exclusively --force --context deployment=${source}`],
    takes,
    undo: {
      text: `It is deployed again, ${comesBack}. Deploy the stacks of the next steps before it, if they are deleted.`,
      commands: [`npx cdk deploy ${id} --exclusively --context deployment=${source}`],
    },
  };
}

interface Details {
  /** What customers and operators notice. */
  readonly effect: readonly string[];
  readonly takes: string;
  /** What a new stack has not from the one before. */
  readonly comesBack: string;
}

function detailsOf({ template }: PlannedStack): Details {
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
  if (types.has('AWS::RDS::DBInstance')) {
    return {
      effect: ['RDS makes the final snapshot.'],
      takes: '15 to 45 minutes: for the snapshot, and until Lambda gives back its network interfaces',
      comesBack: 'with an empty database and new secrets; docs/destroy.md says how the data comes back',
    };
  }
  if (types.has('AWS::CloudFront::Distribution')) {
    return {
      effect: ['Customers get no answer from here on.'],
      takes: '5 to 15 minutes, as CloudFront disables the distribution everywhere first',
      comesBack: 'with a new distribution, which has another cloudfront.net name',
    };
  }
  if (types.has('AWS::SNS::Topic')) {
    return {
      effect: ['No alarm is sent from here on, so that the next steps send none.'],
      takes: 'a few minutes',
      comesBack: 'as it was; each e-mail address has to confirm again',
    };
  }
  const waitsForCloudFront = types.has('AWS::CloudFront::VpcOrigin');
  return {
    effect: [],
    takes: waitsForCloudFront ? '10 to 20 minutes, most of them for the VPC origin' : 'a few minutes',
    comesBack: 'as it was',
  };
}

/** Records that lead to a distribution that is gone can be taken over by another distribution. */
function dnsFirst({ domain }: Deployment): Check[] {
  if (!domain || domain.hostedZoneId) return [];
  return [
    {
      what: `the DNS records of ${[domain.name, ...domain.aliases].join(' and ')}, which no stack has, are removed`,
      commands: [],
      expect: 'no record that leads to the shop',
    },
  ];
}

/** A target that the file no longer has may still have its stack. */
function stacksInAccount(
  deployment: Deployment,
  stacks: readonly PlannedStack[],
  when: 'before' | 'after',
): Check {
  const names = `${deployment.name}-`;
  const regions = [...new Set(stacks.map(({ region }) => region))];
  return {
    what:
      when === 'before'
        ? 'the account has no other stack of this deployment, such as one of an earlier target; delete such a stack first'
        : 'no stack is left',
    commands: regions.map((region) =>
      inRegion(
        region,
        deployment,
        `aws cloudformation describe-stacks --query "Stacks[?starts_with(StackName, '${names}')].StackName" --output text`,
      ),
    ),
    expect: when === 'before' ? stacks.map(({ name }) => name).join(', ') : 'nothing',
    matches: when === 'before' ? `^((${stacks.map(({ name }) => name).join('|')})\\s*)+$` : '^$',
  };
}
