/* The parts of Markdown pages that tests look at. */

export interface Heading {
  readonly level: number;
  readonly title: string;
  /** As GitHub makes it of the title. */
  readonly anchor: string;
}

export function headingsIn(page: string): Heading[] {
  return [...withoutCode(page).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
    anchor: title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  }));
}

/** Targets of the links, those of footnotes and images included. */
export function linksIn(page: string): string[] {
  return [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** What stands in blocks and in words of code. */
export function codeIn(page: string): string[] {
  const blocks = [...page.matchAll(/^```\w*\n([^]*?)^```/gm)].flatMap(([, text = '']) => text.split('\n'));
  const words = [...page.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, text = '']) =>
    text.replaceAll('\n', ' '),
  );
  return [...blocks, ...words];
}

const withoutCode = (page: string) => page.replace(/^```[^]*?^```/gm, '');
