import { setTimeout } from 'node:timers/promises';
import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { z } from 'zod';
import { customResource, type Work } from '../lambda/custom-resource';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html */
const groupName = 'CloudFront-VPCOrigins-Service-SG';
const pauseMs = 10_000;

const properties = z.object({ VpcId: z.string() });
const client = new EC2Client({});

/** Waits for the security group that CloudFront makes with the first VPC origin of a VPC. */
export function findSecurityGroup(pause: (milliseconds: number) => Promise<unknown>): Work {
  return async (event, timeLeft) => {
    if (event.RequestType === 'Delete') return;
    const { VpcId } = properties.parse(event.ResourceProperties);
    for (;;) {
      const { SecurityGroups = [] } = await client.send(
        new DescribeSecurityGroupsCommand({
          Filters: [
            { Name: 'vpc-id', Values: [VpcId] },
            { Name: 'group-name', Values: [groupName] },
          ],
        }),
      );
      const groupId = SecurityGroups[0]?.GroupId;
      if (groupId) return { GroupId: groupId };
      // One more pause and look-up must fit.
      if (timeLeft() < 2 * pauseMs) break;
      await pause(pauseMs);
    }
    throw new Error(`${VpcId} has no security group ${groupName}, which CloudFront makes with a VPC origin`);
  };
}

export const handler = customResource(findSecurityGroup(setTimeout));
