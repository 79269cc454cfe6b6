// Preloaded: makes this Node say that it is an older one.
var version = process.env.PRETENDED_NODE;
Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: version }) });
