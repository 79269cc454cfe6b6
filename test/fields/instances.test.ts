import { tryChanges } from './try-changes';

tryChanges('instances');
