import { readDeployment, type DeploymentInput, type TargetName } from '../../lib/deployment';
import { beginMove } from '../../lib/move/begin-move';
import type { Move } from '../../lib/move/move';

export interface MovingCase {
  readonly name: string;
  readonly source: string;
  readonly to: TargetName;
  /** What differs from the file in deployments/. */
  readonly besides?: Partial<DeploymentInput>;
  readonly vectors?: 'chroma';
}

export const movingCases: readonly MovingCase[] = [
  { name: 'App Runner to Fargate', source: 'mvp', to: 'fargate' },
  {
    name: 'Express to Fargate, and the vectors to Chroma',
    source: 'mvp-express',
    to: 'fargate',
    vectors: 'chroma',
  },
  { name: 'EC2 to Fargate', source: 'economy', to: 'fargate' },
  {
    name: 'Fargate to EC2, in another region and without internet',
    source: 'production',
    to: 'ec2',
    besides: { aws: { region: 'eu-west-1' }, network: { egress: 'endpoints' } },
  },
  { name: 'Fargate with Chroma to Express', source: 'production', to: 'express' },
  {
    name: 'Express with two tasks to EC2, which needs a larger database',
    source: 'mvp-express',
    to: 'ec2',
    besides: { targets: { express: { tasks: { min: 2, max: 2 } } }, cache: {} },
  },
];

export function moveOf({ source, to, besides, vectors }: MovingCase): Move {
  const { file, stated } = readDeployment(source);
  return beginMove({ file, stated: { ...stated, ...besides } }, { to, source, vectors });
}
