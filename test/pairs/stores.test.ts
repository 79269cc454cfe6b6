import { tryPairs } from './try-pairs';

tryPairs('stores');
