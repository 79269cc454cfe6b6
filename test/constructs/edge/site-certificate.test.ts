import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SiteCertificate } from '../../../constructs/edge/site-certificate';
import { testApp } from '../../setup/stack-tests';
import { ownDomain } from './test-edge';

const existingArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd-0123-4567-89ab-0123456789ab';
const certificateStack = () => new Stack(testApp(), 'certificates', { env: { region: 'us-east-1' } });

test('a new certificate covers every name of the site, proven in its zone', () => {
  const stack = certificateStack();
  new SiteCertificate(stack, 'Certificate', { domain: ownDomain });
  Template.fromStack(stack).hasResourceProperties('AWS::CertificateManager::Certificate', {
    DomainName: 'shop.example.com',
    SubjectAlternativeNames: ['www.shop.example.com'],
    ValidationMethod: 'DNS',
    DomainValidationOptions: [
      { DomainName: 'shop.example.com', HostedZoneId: ownDomain.hostedZoneId },
      { DomainName: 'www.shop.example.com', HostedZoneId: ownDomain.hostedZoneId },
    ],
  });
});

test('a certificate that exists is used, and none is made', () => {
  const stack = certificateStack();
  const { certificate } = new SiteCertificate(stack, 'Certificate', { domain: ownDomain, existingArn });
  expect(certificate.certificateArn).toBe(existingArn);
  Template.fromStack(stack).resourceCountIs('AWS::CertificateManager::Certificate', 0);
});

test('a domain with neither zone nor certificate is refused, with what to write', () => {
  const domain = { name: 'shop.example.com', aliases: [] };
  expect(() => new SiteCertificate(certificateStack(), 'Certificate', { domain })).toThrow(
    /shop\.example\.com has neither hostedZoneId nor a certificate.*Write hostedZoneId/,
  );
});
