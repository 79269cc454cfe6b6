import { tryChanges } from './try-changes';

tryChanges('targets');
