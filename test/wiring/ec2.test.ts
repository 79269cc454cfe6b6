import economy from '../../deployments/economy';
import flaskExample from '../../deployments/flask-example';
import { parseDeployment, type DeploymentInput } from '../../lib/deployment';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';
import { bundledShop } from './bundled-shop';
import { names, secretOf } from './local-names';
import { startedContainer, type StartedContainer } from './resolve-environment';

/* The same as for Fargate, see fargate.test.ts, with the whole economy deployment. */

function started(deployment: DeploymentInput): StartedContainer {
  const app = testApp();
  buildShop(app, parseDeployment(deployment));
  return startedContainer(app.synth().stacks, 'app', names, secretOf);
}

describe('the economy shop on EC2', () => bundledShop(started(economy)));

test('the same shop is started on EC2 as on Fargate but for the address of its own Chroma', () => {
  const onInstances = started(economy);
  const onFargate = started({
    ...economy,
    targets: { fargate: { tasks: { min: 1, max: 2 } } },
    live: 'fargate',
  });
  const chroma = (target: string) => ({ CHROMA_URL: `http://chroma.${target}.economy.internal:8000` });
  expect(onInstances.plain).toMatchObject(chroma('ec2'));
  expect({ ...onInstances, plain: { ...onInstances.plain, ...chroma('fargate') } }).toEqual(onFargate);
});

test('the Flask shop is started on EC2 as on Fargate, with no other change than targets and live', () => {
  expect(started({ ...flaskExample, targets: { ec2: {} }, live: 'ec2' })).toEqual(started(flaskExample));
});
