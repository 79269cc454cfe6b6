import flaskExample from '../../deployments/flask-example';
import mvp from '../../deployments/mvp';
import mvpExpress from '../../deployments/mvp-express';
import { parseDeployment, type DeploymentInput } from '../../lib/deployment';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';
import { bundledShop } from './bundled-shop';
import { names, secretOf } from './local-names';
import { appRunnerContainer, startedContainer, type StartedContainer } from './resolve-environment';

/* The same as for Fargate, see fargate.test.ts, with the whole deployment of each MVP. */

function started(deployment: DeploymentInput, container: string): StartedContainer {
  const app = testApp();
  buildShop(app, parseDeployment(deployment));
  return startedContainer(app.synth().stacks, container, names, secretOf);
}

describe('the MVP on App Runner', () => bundledShop(started(mvp, appRunnerContainer)));

describe('the jobs of the MVP on App Runner', () => {
  test('are given what the server is given', () => {
    expect(started(mvp, 'app')).toEqual(started(mvp, appRunnerContainer));
  });
});

describe('the MVP on ECS Express', () => bundledShop(started(mvpExpress, 'Main')));

describe('the Flask shop, with no other change than targets and live', () => {
  const onFargate = started(flaskExample, 'app');

  test('is started on ECS Express as on Fargate', () => {
    const moved = started({ ...flaskExample, targets: { express: {} }, live: 'express' }, 'Main');
    expect(moved).toEqual(onFargate);
  });

  test('starts on App Runner as on Fargate; App Runner sets the same port', () => {
    const moved = started(
      { ...flaskExample, targets: { apprunner: {} }, live: 'apprunner' },
      appRunnerContainer,
    );
    expect(moved).toEqual({ ...onFargate, plain: { ...onFargate.plain, PORT: '5000' } });
  });
});
