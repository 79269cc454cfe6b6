/** A message of SNS as CloudWatch sends it: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
export const alarmMessage = {
  MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
  Subject: 'ALARM: "shop-operations-edge-server-errors" in EU (Ireland)',
  Timestamp: '2026-11-25T10:12:13.999Z',
  Message: JSON.stringify({
    AlarmName: 'shop-operations-edge-server-errors',
    AlarmDescription:
      'PAGE. More than 5 % of the answers are errors. First look: which route fails. Runbook: docs/runbook.md#edge-server-errors',
    AWSAccountId: '111122223333',
    AlarmConfigurationUpdatedTimestamp: '2026-11-20T08:00:00.000+0000',
    NewStateValue: 'ALARM',
    NewStateReason: 'Threshold Crossed: 2 datapoints were greater than the threshold (5.0).',
    StateChangeTime: '2026-11-25T10:12:13.456+0000',
    Region: 'EU (Ireland)',
    AlarmArn: 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:shop-operations-edge-server-errors',
    OldStateValue: 'OK',
    OKActions: [],
    AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:topic'],
    Trigger: { MetricName: '5xxErrorRate' },
  }),
};

/** AWS Budgets writes text for people. */
export const budgetMessage = {
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  Subject: 'AWS Budgets: operations-budget has exceeded your alert threshold',
  Timestamp: '2026-11-25T11:00:00.000Z',
  Message: 'Dear AWS Customer,\nYou requested that we alert you when the actual cost exceeds $120.00.',
};
