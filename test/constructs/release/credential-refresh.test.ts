import { Template } from 'aws-cdk-lib/assertions';
import { refreshEvery } from '../../../constructs/release/credential-refresh';
import { fargateShop } from '../../setup/fargate';
import { statementsOf } from '../../setup/templates';

const template = Template.fromStack(fargateShop().fargate);

test('tasks are renewed every week when the login is rotated every month', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(7 days)' });
});

test.each([1, 2, 7, 13, 14, 15, 30, 365])(
  'with a rotation every %d days, tasks are renewed more than twice between two rotations',
  (rotationDays) => {
    expect(refreshEvery(rotationDays).toHours() * 2).toBeLessThan(rotationDays * 24);
  },
);

test('the schedule may renew the tasks of the application and nothing else', () => {
  const [service] = Object.keys(
    template.findResources('AWS::ECS::Service', {
      Properties: { DeploymentConfiguration: { MaximumPercent: 200 } },
    }),
  );
  const statements = statementsOf(template).filter(({ Action }) =>
    String(Action).includes('ecs:UpdateService'),
  );
  expect(statements).toEqual([{ Action: 'ecs:UpdateService', Effect: 'Allow', Resource: { Ref: service } }]);
});
