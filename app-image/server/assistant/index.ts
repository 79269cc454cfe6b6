import type { Logger } from 'pino';
import type { Environment } from '../../contract/environment';
import type { Chat, ProductSearch, ShopContext } from '../context';
import type { Assistant } from './assistant';
import { Conversations } from './conversations';
import { LocalAssistant } from './local-assistant';
import { answerCost, type AnswerCost } from './model-prices';
import { ShopChat } from './shop-chat';
import { TokenLedger } from './token-ledger';

/** The assistant that the environment selects, with all parts of a conversation. */
export async function createChat(
  { environment, database, store, log, metrics }: ShopContext,
  search: ProductSearch,
): Promise<Chat> {
  const model = environment.AI_MODEL_ID ?? 'local';
  return new ShopChat({
    assistant: await createAssistant(environment),
    search,
    conversations: new Conversations(store),
    ledger: new TokenLedger(database, model, environment.AI_MONTHLY_TOKEN_BUDGET),
    cost: costOf(environment, log),
    log,
    metrics,
  });
}

/** Undefined without a model, and for a model whose price is not known; then the start-up log says so. */
function costOf({ AI_PROVIDER, AI_MODEL_ID, METRICS }: Environment, log: Logger): AnswerCost | undefined {
  if (AI_PROVIDER === 'local' || !AI_MODEL_ID) return undefined;
  const cost = answerCost(AI_MODEL_ID);
  if (!cost && METRICS)
    log.warn({ model: AI_MODEL_ID }, 'the price of this model is not known: there is no metric ChatCostUsd');
  return cost;
}

async function createAssistant(environment: Environment): Promise<Assistant> {
  if (environment.AI_PROVIDER === 'local' || !environment.AI_MODEL_ID) return new LocalAssistant();
  const [{ BedrockAssistant }, { connectBedrock }] = await Promise.all([
    import('./bedrock-assistant.js'),
    import('../embeddings/bedrock.js'),
  ]);
  return new BedrockAssistant(connectBedrock(environment, { attempts: 1 }), {
    modelId: environment.AI_MODEL_ID,
    guardrail: environment.AI_GUARDRAIL,
  });
}
