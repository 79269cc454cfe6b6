import { testRules } from '../rule-cases';

const region = 'eu-west-1';

testRules('zones', [
  {
    rule: 'Multi-AZ needs two zones',
    passes: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b'] }, database: { multiAz: true } },
    fails: { aws: { region, zones: ['eu-west-1a'] }, database: { multiAz: true } },
    at: 'aws.zones',
    because: /Multi-AZ for database and cache.*need two/,
    instead: /two or three zones/,
  },
  {
    rule: 'without Multi-AZ a load balancer and the subnet group still need two',
    passes: { database: { multiAz: false }, cache: { multiAz: false } },
    fails: {
      aws: { region, zones: ['eu-west-1a'] },
      database: { multiAz: false },
      cache: { multiAz: false },
    },
    at: 'aws.zones',
    because: /subnet group and a load balancer/,
    instead: /no aws\.zones/,
  },
  {
    rule: 'zones belong to the region',
    passes: { aws: { region, zones: ['eu-west-1b', 'eu-west-1c'] } },
    fails: { aws: { region, zones: ['eu-west-1a', 'eu-west-2b'] } },
    at: 'aws.zones[1]',
    because: /region, eu-west-1/,
    instead: /eu-west-1a/,
  },
  {
    rule: 'each zone is named once',
    passes: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] } },
    fails: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1a'] } },
    at: 'aws.zones[2]',
    because: /already/,
    instead: /once/,
  },
]);
