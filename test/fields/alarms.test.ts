import { tryChanges } from './try-changes';

tryChanges('alarms');
