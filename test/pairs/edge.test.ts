import { tryPairs } from './try-pairs';

tryPairs('edge');
