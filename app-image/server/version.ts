// By name, so that the bundle holds this one field of the file.
export { version } from '../package.json';
