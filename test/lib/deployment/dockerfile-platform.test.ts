import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDeployment, warningsFor } from '../../../lib/deployment';
import { smallest } from './rule-cases';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dockerfile-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Warnings about the Dockerfile of an image that is built for some targets. */
function warned(dockerfile: string, targets: object = { fargate: {} }): string[] {
  writeFileSync(join(directory, 'Dockerfile'), dockerfile);
  const file = {
    ...smallest,
    image: { directory },
    targets,
    live: Object.keys(targets)[0],
    vectors: 'embedded',
  };
  return warningsFor(parseDeployment(file))
    .filter(({ path }) => path === 'image.dockerfile')
    .map(({ message }) => message);
}

test('an image whose last stage is for another processor would not start', () => {
  expect(warned('FROM --platform=linux/amd64 node:24\n')).toEqual([
    expect.stringMatching(/is for linux\/amd64, and Fargate runs linux\/arm64.*exec format error/),
  ]);
  expect(warned('from --platform=linux/arm64/v8 node:24', { apprunner: {} })).toEqual([
    expect.stringMatching(/App Runner runs linux\/amd64/),
  ]);
});

test('of two targets the one with the other processor is named', () => {
  expect(warned('FROM --platform=linux/arm64 node:24', { fargate: {}, apprunner: {} })).toEqual([
    expect.stringContaining('App Runner runs linux/amd64'),
  ]);
});

test.each([
  ['no platform', 'FROM node:24'],
  ['the platform of the target', 'FROM --platform=linux/arm64 node:24'],
  ['the platform of the build', 'FROM --platform=$TARGETPLATFORM node:24'],
  ['an earlier stage only', 'FROM --platform=linux/amd64 node:24 AS build\nRUN make\nFROM node:24\n'],
])('%s is right', (_, dockerfile) => {
  expect(warned(dockerfile)).toEqual([]);
});
