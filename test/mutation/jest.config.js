/*
 * Stryker's jest: one project, no build, and only the tests that mirror the mutated folder, which
 * mutate.js names in MUTATED_FOLDER. mutate.js builds before Stryker starts.
 */
const { join } = require('node:path');
const { projects } = require('../../jest.config.js');

const folder = process.env.MUTATED_FOLDER;
if (!folder) throw new Error('MUTATED_FOLDER is empty. Start Stryker with `npm run mutate -- FOLDER`.');
const isShop = folder.startsWith('app-image');

const project = projects.find(({ displayName }) => displayName === (isShop ? 'shop' : 'infrastructure'));
const rootDir = join(__dirname, '..', '..');

/** @type {import('jest').Config} */
module.exports = {
  ...project,
  rootDir,
  testPathIgnorePatterns: [],
  // Stryker puts its own environment around this one, and resolves its path without jest.
  testEnvironment: project.testEnvironment.replace('<rootDir>', rootDir),
  // A test of the shop may replace a module, so each file keeps modules of its own.
  testMatch: isShop
    ? [`<rootDir>/test/${folder}/*.test.{ts,tsx}`]
    : ['<rootDir>/test/mutation/mirrored-tests.js'],
};
