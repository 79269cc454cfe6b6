import type { Environment } from '../../contract/environment';
import type { Chat, ProductSearch, ShopContext } from '../context';
import type { Assistant } from './assistant';
import { Conversations } from './conversations';
import { LocalAssistant } from './local-assistant';
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
    log,
    metrics,
  });
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
