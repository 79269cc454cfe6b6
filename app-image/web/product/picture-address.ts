/** Hash of each picture's content by name; build-web.ts puts the object here. */
declare const pictureHashes: Readonly<Record<string, string>>;

/** The address of a product's picture; undefined when this build has no picture of that name. */
export function pictureAddress(name: string): string | undefined {
  if (!Object.hasOwn(pictureHashes, name)) return undefined;
  return `/assets/pictures/${name}-${pictureHashes[name]}.svg`;
}
