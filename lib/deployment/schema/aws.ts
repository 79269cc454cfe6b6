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
     * Names of 2 or 3 availability zones. Without them CloudFormation takes two of the region at deploy time,
     * as synth makes no look-up.
     * @default - two zones
     */
    zones: z.array(zone).min(1).max(3).optional(),
  })
  .meta({ sample: "{ region: 'eu-west-1' }" });

export type AwsSettings = z.output<typeof aws>;
