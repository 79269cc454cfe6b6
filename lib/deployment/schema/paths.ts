import { posix } from 'node:path';
import { z } from 'zod';
import type { Explanation } from './explanation';

/** Letters, digits and what RFC 3986 lets stand in a path as it is, or `%` and two digits. */
const segment = "(?:[\\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+";
const urlForm = new RegExp(`^/(?!/)(?:${segment}/)*(?:${segment})?$`);
const dotSegment = /(^|\/)\.\.?(\/|$)/;

function isUrlPath(path: string): boolean {
  return path.length <= 1024 && urlForm.test(path) && !dotSegment.test(path);
}

/** `health` → `/health`, `/health?x=1#y` → `/health`, `https://shop.example.com/health` → `/health`. */
function explainUrlPath(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const [path = ''] = value
    .trim()
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split(/[?#]/);
  const meant = posix.normalize(`/${path}`);
  return isUrlPath(meant) && (path !== '' || value.startsWith('/')) ? { instead: `'${meant}'` } : undefined;
}

/**
 * The path of a URL: at most 1,024 characters, without query, fragment, space, `.` or `..`. A load
 * balancer's health check takes no more.
 */
export const urlPath = (example: string) =>
  z
    .string()
    .refine(isUrlPath)
    .meta({
      title: 'the path of a URL: it starts with / and has no query, fragment, space, . or ..',
      examples: [example],
      explain: explainUrlPath,
    });

const directoryForm = /^(?:\/(?!\.\.?(?:\/|$))[\w.@+-]+)+$/;

/** Directories of the kernel, the system and ECS Exec. What stands below the first kind is theirs as well. */
const systemDirectories = {
  withAllBelow: [
    ...['/proc', '/sys', '/dev', '/boot', '/etc', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'],
    ...['/usr/bin', '/usr/sbin', '/usr/lib', '/usr/lib64', '/usr/local/bin', '/usr/local/sbin'],
    ...['/usr/local/lib', '/managed-agents', '/var/lib/amazon', '/var/log/amazon'],
  ],
  alone: ['/usr', '/usr/local', '/var', '/var/lib'],
};

function isSystemDirectory(path: string): boolean {
  const { withAllBelow, alone } = systemDirectories;
  return alone.includes(path) || withAllBelow.some((top) => path === top || path.startsWith(`${top}/`));
}

function mayBeWritable(path: string): boolean {
  return directoryForm.test(path) && !isSystemDirectory(path);
}

/** `tmp` → `/tmp`, `/tmp/` → `/tmp`, `/a/../tmp` → `/tmp`; a system directory is not proposed. */
function explainDirectory(value: unknown): Explanation | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const meant = posix.normalize(`/${value.trim()}`).replace(/(.)\/$/, '$1');
  if (mayBeWritable(meant)) return { instead: `'${meant}'` };
  if (meant !== '/' && !isSystemDirectory(meant)) return undefined;
  return {
    rule: `must not be ${meant === '/' ? 'the root' : `the system directory ${meant}`}: an empty directory in its place hides what the image needs there`,
    instead: "a directory of the application, such as '/tmp' or '/app/cache'",
  };
}

/** A directory that the application may write to: absolute, normalized, not the root, not a system directory. */
export const writableDirectory = z
  .string()
  .refine(mayBeWritable)
  .meta({
    title: 'the path of a directory: it starts with / and has no ., .., // or / at its end',
    examples: ['/tmp'],
    explain: explainDirectory,
  });
