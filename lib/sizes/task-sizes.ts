/** Memory in MiB that goes with a CPU size. */
interface MemoryRange {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const fargate: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: steps({ least: 1024, most: 4096, step: 1024 }),
  1024: steps({ least: 2048, most: 8192, step: 1024 }),
  2048: steps({ least: 4096, most: 16_384, step: 1024 }),
  4096: steps({ least: 8192, most: 30_720, step: 1024 }),
  8192: steps({ least: 16_384, most: 61_440, step: 4096 }),
  16_384: steps({ least: 32_768, most: 122_880, step: 8192 }),
};

/** https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html#architecture.vcpu-memory */
const apprunner: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024],
  512: [1024],
  1024: [2048, 3072, 4096],
  2048: [4096, 6144],
  4096: [8192, 10_240, 12_288],
};

/** Memory sizes in MiB, ascending, that a service takes with so many CPU units; none for a CPU size it does not have. */
export function memorySizes(service: 'fargate' | 'apprunner', cpu: number): readonly number[] {
  return { fargate, apprunner }[service][cpu] ?? [];
}

function steps({ least, most, step }: MemoryRange): number[] {
  return Array.from({ length: (most - least) / step + 1 }, (_, index) => least + index * step);
}
