import { z } from 'zod';
import { region, zone } from './places';
import { text } from './shapes';

export const aws = z
  .strictObject({
    /** Account id. State it so that a deployment cannot reach another account. @default - the account of the credentials at deploy time */
    account: text(/^\d{12}$/, '12 digits in quotes', '123456789012').optional(),
    /** Code of a commercial region, such as `eu-west-1`. China, GovCloud and other partitions are not supported. */
    region,
    /**
     * 2 or 3 availability zones: all by name (`us-east-1a`) or all by id (`use1-az4`). An id is the same zone in
     * every account, so ids are checked against [the facts by region](regions.md#zones). Without zones
     * CloudFormation takes the first two of the account at deploy time, as synth makes no look-up.
     * A deployment has them for its whole life.
     * @default - two zones
     */
    zones: z.array(zone).min(1).max(3).optional(),
  })
  .meta({ sample: "{ region: 'eu-west-1' }" });

export type AwsSettings = z.output<typeof aws>;
