import { protectionsOff } from '../../../lib/destroy/protections';
import { smallShop, stackWith, takeDownOf } from './stacks';

const stepsFor = (...stacks: Parameters<typeof stackWith>[]) =>
  protectionsOff(
    smallShop,
    stacks.map((each) => stackWith(...each)),
  );

const unprotecting = (name: string) => takeDownOf(name).steps.filter(({ id }) => id.startsWith('unprotect-'));

test('a shop is unprotected by one switch, that of the database', () => {
  const [only, ...others] = unprotecting('production');
  expect(others).toEqual([]);
  expect(only?.commands.join()).toMatch(
    /^aws rds modify-db-instance --db-instance-identifier "\$\(physical data \w+\)" --no-deletion-protection --apply-immediately /,
  );
});

test('the switch is before every deletion', () => {
  for (const name of ['production', 'mvp-express', 'economy'])
    expect(takeDownOf(name).steps.map(({ id }) => id.split('-')[0])).toEqual([
      'unprotect',
      'delete',
      'delete',
      'delete',
      'delete',
      'delete',
    ]);
});

test('a file that opts out of deletion protection needs no switch', () => {
  expect(unprotecting('dev')).toEqual([]);
});

describe('each protection of a template is switched off, and on again by what undoes it', () => {
  test.each<[protection: string, steps: ReturnType<typeof stepsFor>, off: string, on: string]>([
    [
      'a database',
      stepsFor([{ Db: { Type: 'AWS::RDS::DBInstance', Properties: { DeletionProtection: true } } }]),
      '"$(physical data Db)" --no-deletion-protection',
      '"$(physical data Db)" --deletion-protection',
    ],
    [
      'a database that a custom resource protects',
      stepsFor([
        {
          Db: { Type: 'AWS::RDS::DBInstance' },
          Switch: {
            Type: 'Custom::DeletionProtection',
            Properties: { Protected: 'true', HoldsDatabase: 'true', DatabaseInstance: { Ref: 'Db' } },
          },
        },
      ]),
      '"$(physical data Db)" --no-deletion-protection',
      '"$(physical data Db)" --deletion-protection',
    ],
    [
      'a load balancer',
      stepsFor([
        {
          Balancer: {
            Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
            Properties: { LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }] },
          },
        },
      ]),
      'Value=false',
      'Value=true',
    ],
    [
      'a stack',
      stepsFor([{}, { terminationProtection: true }]),
      '--stack-name shop-data --no-enable-termination-protection',
      '--stack-name shop-data --enable-termination-protection',
    ],
  ])('%s', (_, steps, off, on) => {
    expect(steps).toHaveLength(1);
    expect(steps[0]?.commands.join()).toContain(off);
    expect(steps[0]?.undo.commands.join()).toContain(on);
  });

  test('without a protection there is nothing to switch', () => {
    expect(
      stepsFor([
        {
          Db: { Type: 'AWS::RDS::DBInstance', Properties: { DeletionProtection: false } },
          Balancer: {
            Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
            Properties: { LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'false' }] },
          },
          Switch: {
            Type: 'Custom::DeletionProtection',
            Properties: { Protected: 'false', HoldsDatabase: 'true', DatabaseInstance: { Ref: 'Db' } },
          },
        },
      ]),
    ).toEqual([]);
  });
});

test('a protection in another region is switched off there', () => {
  const [step] = stepsFor([{}, { terminationProtection: true, region: 'us-east-1' }]);
  expect(step?.commands).toEqual([
    '( export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1; aws cloudformation update-termination-protection --stack-name shop-data --no-enable-termination-protection )',
  ]);
});
