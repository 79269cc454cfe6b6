import { tryPairs } from './try-pairs';

tryPairs('container');
