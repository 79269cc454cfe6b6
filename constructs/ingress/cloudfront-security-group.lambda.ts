import { setTimeout } from 'node:timers/promises';
import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource, physicalIdOf, type Outcome } from '../lambda/custom-resource';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html */
const groupName = 'CloudFront-VPCOrigins-Service-SG';

const properties = z.object({ VpcId: z.string() });
const client = new EC2Client({});

/** Waits, four minutes at most, for the security group that CloudFront makes with the first VPC origin of a VPC. */
export function findSecurityGroup(
  pause: () => Promise<unknown>,
): (event: CloudFormationCustomResourceEvent) => Promise<Outcome> {
  return async (event) => {
    if (event.RequestType === 'Delete') return { physicalId: physicalIdOf(event) };
    const { VpcId } = properties.parse(event.ResourceProperties);
    for (let attempt = 0; attempt < 24; attempt++) {
      const { SecurityGroups = [] } = await client.send(
        new DescribeSecurityGroupsCommand({
          Filters: [
            { Name: 'vpc-id', Values: [VpcId] },
            { Name: 'group-name', Values: [groupName] },
          ],
        }),
      );
      const groupId = SecurityGroups[0]?.GroupId;
      if (groupId) return { physicalId: groupId, data: { GroupId: groupId } };
      await pause();
    }
    throw new Error(`${VpcId} has no security group ${groupName}, which CloudFront makes with a VPC origin`);
  };
}

export const handler = customResource(findSecurityGroup(() => setTimeout(10_000)));
