import { tryChanges } from './try-changes';

tryChanges('stores');
