import { tryChanges } from './try-changes';

tryChanges('container');
