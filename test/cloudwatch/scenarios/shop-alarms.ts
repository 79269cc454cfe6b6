import { metricAlarmNames, compositeNames, type AlarmName } from '../../../lib/alarms/registry';
import { ofType, shopOf } from '../../setup/every-deployment';
import { metricAlarmProperties, periodsOf } from '../properties';
import type { CloudFormationTemplate, Templates } from '../template';

const alarmTypes = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** An alarm of a deployment as it stands in a template. */
export interface ShopAlarm {
  readonly name: AlarmName;
  /** AlarmName in the template. */
  readonly alarmName: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The alarms of every stack of a deployment. Throws for one that the registry does not have. */
export function alarmsOfShop(deployment: string): readonly ShopAlarm[] {
  const shop = shopOf(deployment);
  return alarmTypes
    .flatMap((type) => ofType(shop, type))
    .map(({ Properties: properties }) => {
      const alarmName = String(properties.AlarmName);
      const name = [...metricAlarmNames, ...compositeNames]
        .filter((each) => alarmName.endsWith(`-${each}`))
        .sort((one, other) => other.length - one.length)[0];
      if (!name) throw new Error(`The alarm ${alarmName} of ${deployment} is not in the registry.`);
      return { name, alarmName, properties };
    });
}

/** The templates of a deployment by stack name, with all its alarms or with some. */
export function templatesOf(
  deployment: string,
  wanted: (alarmName: string) => boolean = () => true,
): Templates {
  const { templates, deployment: settings } = shopOf(deployment);
  return Object.fromEntries(
    [...templates].map(([stack, template]) => [`${settings.name}-${stack}`, withAlarms(template, wanted)]),
  );
}

function withAlarms(template: CloudFormationTemplate, wanted: (alarmName: string) => boolean) {
  const { Resources = {}, Outputs } = template;
  const kept = Object.entries(Resources).filter(([, { Type, Properties }]) => {
    const alarmName = (Properties as { AlarmName?: unknown } | undefined)?.AlarmName;
    return alarmTypes.includes(Type) && wanted(String(alarmName));
  });
  return { Resources: Object.fromEntries(kept), Outputs };
}

/** How far back an alarm reads, in minutes: its periods, and the two further ones of the model. */
export function minutesRead({ alarmName, properties }: ShopAlarm): number {
  if ('AlarmRule' in properties) return 0;
  const { EvaluationPeriods, Period, Metrics = [] } = metricAlarmProperties(alarmName, properties);
  const period = Period ?? [...periodsOf(Metrics)][0] ?? 0;
  return ((EvaluationPeriods + 2) * period) / 60;
}
