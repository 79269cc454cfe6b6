import { Stack } from 'aws-cdk-lib';
import { loadBalancerCertificate } from '../../../constructs/ingress/load-balancer-certificate';
import { testApp, testDeployment } from '../../setup/stack-tests';

const arnIn = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/1b2c`;

function certificateFor(domain: object): string | undefined {
  const stack = new Stack(testApp(), 'Service', { env: { region: 'eu-west-1', account: '123456789012' } });
  const edge = {
    cdn: { enabled: false, optOutReason: 'a partner has its own in front' },
    loadBalancer: 'public',
  } as const;
  const deployment = testDeployment({ edge, domain: { name: 'shop.example.com', ...domain } });
  return (
    deployment.domain && loadBalancerCertificate(stack, deployment.aws, deployment.domain)?.certificateArn
  );
}

test('without a CDN the certificate of the domain serves at the load balancer, in every region', () => {
  expect(certificateFor({ certificateArn: arnIn('eu-west-1') })).toBe(arnIn('eu-west-1'));
});

test('a certificate of its own comes first', () => {
  const both = { certificateArn: arnIn('us-east-1'), loadBalancerCertificateArn: arnIn('eu-west-1') };
  expect(certificateFor(both)).toBe(arnIn('eu-west-1'));
});
