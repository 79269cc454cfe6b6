import { isFirstOfHour, takeSteps, type CanarySettings } from './run';

/**
 * What Synthetics runs. It uses nothing of the runtime's own library, whose name has changed once already: a run
 * passes when this function returns, and fails when it throws.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_WritingCanary_Nodejs.html
 */
export async function handler(): Promise<void> {
  await takeSteps(settingsFrom(process.env, Date.now()), (result) => console.info(JSON.stringify(result)));
}

export function settingsFrom(environment: NodeJS.ProcessEnv, now: number): CanarySettings {
  const { URL_OF_SHOP = '', APPLICATION, HEALTH_PATH = '/', CHAT, INTERVAL_MINUTES } = environment;
  return {
    url: URL_OF_SHOP,
    application: APPLICATION === 'other' ? 'other' : 'bundled',
    healthPath: HEALTH_PATH,
    chat: CHAT === 'yes' && isFirstOfHour(now, Number(INTERVAL_MINUTES)),
  };
}
