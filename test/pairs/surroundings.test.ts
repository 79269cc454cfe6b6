import { tryPairs } from './try-pairs';

tryPairs('surroundings');
