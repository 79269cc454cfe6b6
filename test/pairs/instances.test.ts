import { tryPairs } from './try-pairs';

tryPairs('instances');
