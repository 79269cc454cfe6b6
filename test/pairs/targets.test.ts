import { tryPairs } from './try-pairs';

tryPairs('targets');
