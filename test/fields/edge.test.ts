import { tryChanges } from './try-changes';

tryChanges('edge');
