import { z } from 'zod';
import { region, text, zone } from './shapes';

export const aws = z.strictObject({
  /** Twelve digits. @default - the account of the credentials at deploy time */
  account: text(/^\d{12}$/, 'twelve digits in quotes', '123456789012').optional(),
  /** Region code such as `eu-west-1`. */
  region,
  /**
   * Availability zones by name, two or three. State them to be sure where things stand; otherwise
   * CloudFormation picks at deploy time, as no look-up is made at synth.
   * @default - two zones
   */
  zones: z.array(zone).min(1).max(3).optional(),
});

export type AwsSettings = z.output<typeof aws>;
