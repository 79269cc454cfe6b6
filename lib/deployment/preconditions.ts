import { isPublicRange, dockerBridge, peerRanges, vpcRange } from './rules/addresses';
import { registration, siteNames } from './rules/domain-names';
import { overlap, parseCidr } from './rules/ipv4';
import type { Deployment } from './schema';
import type { Warning } from './warning';

/* What must hold outside the deployment. Synth makes no look-up, so it cannot check this. */

type Precondition = (deployment: Deployment) => Warning[];

const accountOf = (arn: string) => arn.split(':')[4];

/** Whether CloudFront reaches a target inside the VPC. */
function usesVpcOrigin({ edge, targets }: Deployment): boolean {
  const behindOurs = targets.fargate !== undefined || targets.ec2 !== undefined;
  return (
    edge.cdn === true && (targets.express !== undefined || (behindOurs && edge.loadBalancer === 'internal'))
  );
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html */
const internetGateway: Precondition = (deployment) => {
  const { existingVpc } = deployment.network;
  if (!existingVpc || !usesVpcOrigin(deployment)) return [];
  return [
    {
      path: 'network.existingVpc',
      message: `An internet gateway must be attached to ${existingVpc.id}: CloudFront makes no VPC origin without one, although no route to it is needed. Check with aws ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values=${existingVpc.id}.`,
    },
  ];
};

/** https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-namespaces.html, https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html */
const dnsHostNames: Precondition = ({ network: { existingVpc }, vectors }) =>
  existingVpc && vectors === 'chroma'
    ? [
        {
          path: 'network.existingVpc',
          message: `DNS resolution and DNS host names must be on in ${existingVpc.id}, or no task finds the Chroma server and its file system. Check with aws ec2 describe-vpc-attribute --vpc-id ${existingVpc.id} --attribute enableDnsHostnames, and with enableDnsSupport.`,
        },
      ]
    : [];

const publicRange: Precondition = (deployment) => {
  const { path, cidr } = vpcRange(deployment);
  if (!isPublicRange(cidr)) return [];
  return [
    {
      path,
      message: `${cidr} has public addresses. Hosts on the internet with these addresses cannot be reached from the VPC; a private range such as 10.0.0.0/16 avoids that.`,
    },
  ];
};

const peersOfDockerHosts: Precondition = (deployment) => {
  if (!deployment.targets.ec2) return [];
  return peerRanges(deployment)
    .filter(({ cidr }) => overlap(parseCidr(dockerBridge), parseCidr(cidr)))
    .map(({ path, cidr }) => ({
      path,
      message: `Tasks on ec2 cannot reach the addresses of ${cidr} that are in ${dockerBridge}, the range of Docker's bridge on the instances. Tasks on fargate can.`,
    }));
};

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
const secretsOfOtherAccounts: Precondition = ({ aws: { account }, container: { secrets } }) =>
  Object.entries(secrets).flatMap(([name, source]) =>
    account === undefined || !('arn' in source) || accountOf(source.arn) === account
      ? []
      : [
          {
            path: `container.secrets.${name}`,
            message: `The secret is in the account ${accountOf(source.arn)}. Its policy must allow secretsmanager:GetSecretValue, and the policy of its key kms:Decrypt, to the account ${account}.`,
          },
        ],
  );

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html */
const repositoryOfAnotherAccount: Precondition = ({ aws: { account }, image }) => {
  if (account === undefined || image === 'bundled' || !('repository' in image)) return [];
  if (!image.repository.startsWith('arn:') || accountOf(image.repository) === account) return [];
  return [
    {
      path: 'image.repository',
      message: `The repository is in the account ${accountOf(image.repository)}. Its policy must allow the account ${account} to pull: ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.`,
    },
  ];
};

/** Names of one certificate by the default quota. https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
const usualNames = 10;

const quotaOfCertificate: Precondition = ({ domain }) => {
  const names = 1 + (domain?.aliases.length ?? 0);
  if (domain?.hostedZoneId === undefined || names <= usualNames) return [];
  return [
    {
      path: 'domain.aliases',
      message: `The default quota of ACM is ${usualNames} names in a certificate, and this one needs ${names}. Request a higher quota in us-east-1 and in the deployment's region first, or bring a certificate with certificateArn.`,
    },
  ];
};

/** A top-level domain that the list does not have may be new, or mistyped. */
const knownTopLevel: Precondition = ({ domain }) =>
  domain === undefined
    ? []
    : siteNames(domain)
        .filter(({ name }) => !registration(name).isListed)
        .map(({ path, name }) => ({
          path,
          message: `.${name.split('.').at(-1)} is not in the public suffix list. If it is no public top-level domain, no certificate can be made for ${name}.`,
        }));

const preconditions: readonly Precondition[] = [
  internetGateway,
  dnsHostNames,
  publicRange,
  peersOfDockerHosts,
  secretsOfOtherAccounts,
  repositoryOfAnotherAccount,
  quotaOfCertificate,
  knownTopLevel,
];

/** What the operator has to check or arrange outside the deployment. */
export function preconditionsOf(deployment: Deployment): Warning[] {
  return preconditions.flatMap((check) => check(deployment));
}
