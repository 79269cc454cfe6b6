import { testRules } from '../rule-cases';

const small = { max: 2 };

testRules('sizes', [
  {
    rule: 'Fargate takes fixed pairs of CPU and memory',
    passes: { targets: { fargate: { cpu: 1024, memoryMiB: 8192 } } },
    fails: { targets: { fargate: { cpu: 256, memoryMiB: 4096 } } },
    at: 'targets.fargate.memoryMiB',
    because: /256.*512, 1024, 2048 MiB/,
    instead: /memoryMiB: 2048/,
  },
  {
    rule: 'the largest Fargate task has 16 vCPU and 32 to 120 GiB',
    passes: { targets: { fargate: { cpu: 16_384, memoryMiB: 122_880 } } },
    fails: { targets: { fargate: { cpu: 16_384, memoryMiB: 30_720 } } },
    at: 'targets.fargate.memoryMiB',
    because: /32768 to 122880 in steps of 8192/,
    instead: /memoryMiB: 32768/,
  },
  {
    rule: "a default that does not go with the file's own CPU is a problem too",
    passes: { targets: { fargate: { cpu: 512 } } },
    fails: { targets: { fargate: { cpu: 2048 } } },
    at: 'targets.fargate.memoryMiB',
    because: /4096 to 16384/,
    instead: /memoryMiB: 4096/,
  },
  {
    rule: 'the Chroma task on Fargate is a Fargate pair as well',
    passes: { targets: { fargate: { chroma: { cpu: 512, memoryMiB: 4096 } } } },
    fails: { targets: { fargate: { chroma: { memoryMiB: 4096 } } } },
    at: 'targets.fargate.chroma.memoryMiB',
    because: /cpu: 256/,
    instead: /another cpu/,
  },
  {
    rule: 'Express runs on Fargate and takes its pairs',
    passes: { targets: { express: { cpu: 512 } }, live: 'express', vectors: 'embedded' },
    fails: { targets: { express: { cpu: 1024 } }, live: 'express', vectors: 'embedded' },
    at: 'targets.express.memoryMiB',
    because: /2048 to 8192/,
    instead: /memoryMiB: 2048/,
  },
  {
    rule: 'App Runner has pairs of its own',
    passes: { targets: { apprunner: { cpu: 512, memoryMiB: 1024 } }, live: 'apprunner', vectors: 'embedded' },
    fails: { targets: { apprunner: { cpu: 512, memoryMiB: 2048 } }, live: 'apprunner', vectors: 'embedded' },
    at: 'targets.apprunner.memoryMiB',
    because: /App Runner has 1024 MiB/,
    instead: /memoryMiB: 1024/,
  },
  {
    rule: 'tasks and Chroma fit the memory of the instances',
    passes: { targets: { ec2: { tasks: small } }, live: 'ec2' },
    fails: { targets: { ec2: { tasks: small, memoryMiB: 1024 } }, live: 'ec2' },
    at: 'targets.ec2.tasks.max',
    because: /2 tasks and Chroma ask for .* 4096 MiB/,
    instead: /t4g\.large/,
  },
  {
    rule: 'tasks fit the CPU of the instances',
    passes: { targets: { ec2: { instances: 2, cpu: 1024, tasks: small } }, live: 'ec2' },
    fails: { targets: { ec2: { cpu: 1024, tasks: small } }, live: 'ec2' },
    at: 'targets.ec2.tasks.max',
    because: /2304 CPU units/,
    instead: /fewer or smaller tasks/,
  },
]);
