import { testRules } from '../rule-cases';

testRules('sizes', [
  {
    rule: 'Fargate takes fixed pairs of CPU and memory',
    passes: { targets: { fargate: { cpu: 1024, memoryMiB: 8192 } } },
    fails: { targets: { fargate: { cpu: 256, memoryMiB: 4096 } } },
    at: 'targets.fargate.memoryMiB',
    because: 'must fit cpu: 256, for which Fargate has 512, 1024, 2048 MiB',
    instead: 'memoryMiB: 2048, or another cpu',
  },
  {
    rule: 'the largest Fargate task has 16 vCPU and 32 to 120 GiB',
    passes: { targets: { fargate: { cpu: 16_384, memoryMiB: 122_880 } } },
    fails: { targets: { fargate: { cpu: 16_384, memoryMiB: 30_720 } } },
    at: 'targets.fargate.memoryMiB',
    because: 'must fit cpu: 16384, for which Fargate has 32768 to 122880 in steps of 8192 MiB',
    instead: 'memoryMiB: 32768, or another cpu',
  },
  {
    rule: "a default that does not go with the file's own CPU is a problem too",
    passes: { targets: { fargate: { cpu: 512 } } },
    fails: { targets: { fargate: { cpu: 2048 } } },
    at: 'targets.fargate.memoryMiB',
    because: 'must fit cpu: 2048, for which Fargate has 4096 to 16384 in steps of 1024 MiB',
    instead: 'memoryMiB: 4096, or another cpu',
  },
  {
    rule: 'the Chroma task on Fargate is a Fargate pair as well',
    passes: { targets: { fargate: { chroma: { cpu: 512, memoryMiB: 4096 } } } },
    fails: { targets: { fargate: { chroma: { memoryMiB: 4096 } } } },
    at: 'targets.fargate.chroma.memoryMiB',
    because: 'must fit cpu: 256, for which Fargate has 512, 1024, 2048 MiB',
    instead: 'memoryMiB: 2048, or another cpu',
  },
  {
    rule: 'Express runs on Fargate and takes its pairs',
    passes: { targets: { express: { cpu: 512 } }, live: 'express', vectors: 'embedded' },
    fails: { targets: { express: { cpu: 1024 } }, live: 'express', vectors: 'embedded' },
    at: 'targets.express.memoryMiB',
    because: 'must fit cpu: 1024, for which Fargate has 2048 to 8192 in steps of 1024 MiB',
    instead: 'memoryMiB: 2048, or another cpu',
  },
  {
    rule: 'App Runner has pairs of its own',
    passes: { targets: { apprunner: { cpu: 512, memoryMiB: 1024 } }, live: 'apprunner', vectors: 'embedded' },
    fails: { targets: { apprunner: { cpu: 512, memoryMiB: 2048 } }, live: 'apprunner', vectors: 'embedded' },
    at: 'targets.apprunner.memoryMiB',
    because: 'must fit cpu: 512, for which App Runner has 1024 MiB',
    instead: 'memoryMiB: 1024, or another cpu',
  },
]);
