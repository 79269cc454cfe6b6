/** What the construct and its function both know about the metrics of events. */

/** Namespace of the metrics that the Operations stack makes itself. */
export const operationsNamespace = 'InsightShop/Operations';

/** Dimension with the deployment's name. */
export const deploymentDimension = 'Deployment';
