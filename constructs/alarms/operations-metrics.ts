/** Namespace of the metrics that the Operations stack makes itself. */
export const operationsNamespace = 'InsightShop/Operations';
