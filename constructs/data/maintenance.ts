/*
 * Weekly and daily windows, UTC. They must not overlap: backups come before
 * maintenance, and the cache is maintained after the database.
 */
export const databaseBackupWindow = '01:00-02:00';
export const databaseMaintenanceWindow = 'Sun:02:30-Sun:03:30';
export const cacheSnapshotWindow = '01:00-02:00';
export const cacheMaintenanceWindow = 'sun:04:00-sun:05:00';
