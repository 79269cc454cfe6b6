import { z } from 'zod';
import type { Explanation } from './explanation';
import { text } from './shapes';

/** Characters that every service takes; EC2 alone takes more. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const characters = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]`;
/** RDS reserves its own prefix as well. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html */
const reserved = '(?:[aA][wW][sS]|[rR][dD][sS]):';
const form = (longest: number) => new RegExp(`^(?!${reserved})${characters}{1,${longest}}$`, 'u');
const inWords = (longest: number) =>
  `1 to ${longest} letters, digits, spaces and any of _ . : / = + - @, not starting with aws: or rds:`;

/** Capacity providers of ECS take no tag without a value. */
function explainValue(value: unknown): Explanation | undefined {
  return value === ''
    ? {
        rule: 'must have a value, as some services take no empty one',
        instead: "a value such as 'yes', or no such tag",
      }
    : undefined;
}

export const tags = z
  .record(text(form(128), inWords(128), 'team'), text(form(256), inWords(256), 'shop', explainValue))
  .default({});
