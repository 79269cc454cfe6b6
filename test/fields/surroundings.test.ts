import { tryChanges } from './try-changes';

tryChanges('surroundings');
