import { tryPairs } from './try-pairs';

tryPairs('alarms');
