import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

describe('C17: migrations', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
  }, 60_000);
  afterAll(() => service.remove());
  const open = () => openDatabase(readEnvironment(postgresVariables(service)), silent);

  test('several processes that start at once apply each migration once', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, open));
    const applied = await Promise.all(databases.map((database) => database.migrate()));
    expect(applied.filter((count) => count > 0)).toHaveLength(1);
    expect(await databases[0]?.migrate()).toBe(0);
    await Promise.all(databases.map((database) => database.close()));
  });
});
