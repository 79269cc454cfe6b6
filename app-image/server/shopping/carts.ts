import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Cart } from '../../api/shopping';
import { summaryOf } from '../catalogue/database-catalogue';
import type { Database, Orm } from '../database/database';
import { cartItems, carts, products } from '../database/schema';

/** Owner of a cart: an account, or a visitor by cookie. */
export type CartOwner = { readonly accountId: string } | { readonly visitor: string };

export class UnknownProductError extends Error {
  override readonly name = 'UnknownProductError';
}

/** The visitor's cookie has the id of an account's cart. */
export class ForeignCartError extends Error {
  override readonly name = 'ForeignCartError';
}

const mostOfOne = 99;

export class Carts {
  constructor(private readonly database: Database) {}

  of(owner: CartOwner): Promise<Cart> {
    return this.database.read((orm) => read(orm, owner));
  }

  /** Sets how many of a product are in the cart; 0 removes it. Throws `UnknownProductError`. */
  async put(owner: CartOwner, productId: number, quantity: number): Promise<Cart> {
    return this.database.transaction(async (orm) => {
      const [known] = await orm.select({ id: products.id }).from(products).where(eq(products.id, productId));
      if (!known) throw new UnknownProductError();
      const cartId = await cartFor(orm, owner);
      if (quantity === 0)
        await orm
          .delete(cartItems)
          .where(and(eq(cartItems.cartId, cartId), eq(cartItems.productId, productId)));
      else
        await orm
          .insert(cartItems)
          .values({ cartId, productId, quantity })
          .onConflictDoUpdate({ target: [cartItems.cartId, cartItems.productId], set: { quantity } });
      return read(orm, owner);
    });
  }

  async clear(owner: CartOwner): Promise<void> {
    await this.database.transaction((orm) => orm.delete(carts).where(ownedBy(owner)));
  }

  /** At log-in: moves the visitor's cart into the account's. */
  async merge(visitor: string, accountId: string): Promise<void> {
    await this.database.transaction(async (orm) => {
      const own = await orm.select().from(carts).where(ownedBy({ visitor })).for('update');
      if (own.length === 0) return;
      const into = await cartFor(orm, { accountId });
      await orm
        .insert(cartItems)
        .select(
          orm
            .select({
              cartId: sql<string>`${into}::uuid`.as('cart_id'),
              productId: cartItems.productId,
              quantity: cartItems.quantity,
            })
            .from(cartItems)
            .where(eq(cartItems.cartId, visitor)),
        )
        .onConflictDoUpdate({
          target: [cartItems.cartId, cartItems.productId],
          set: { quantity: sql`least(${mostOfOne}, ${cartItems.quantity} + excluded.quantity)` },
        });
      await orm.delete(carts).where(ownedBy({ visitor }));
    });
  }
}

/** The cart's id; the cart is created when missing. Locks it, so that two requests for one cart run one after the other. */
export async function cartFor(orm: Orm, owner: CartOwner): Promise<string> {
  const values = 'accountId' in owner ? { accountId: owner.accountId } : { id: owner.visitor };
  const [cart] = await orm
    .insert(carts)
    .values(values)
    .onConflictDoUpdate({
      target: 'accountId' in owner ? carts.accountId : carts.id,
      set: { updatedAt: sql`now()` },
      setWhere: 'accountId' in owner ? undefined : isNull(carts.accountId),
    })
    .returning({ id: carts.id });
  if (!cart) throw new ForeignCartError();
  return cart.id;
}

/** A visitor's id never opens the cart of an account. */
function ownedBy(owner: CartOwner) {
  return 'accountId' in owner
    ? eq(carts.accountId, owner.accountId)
    : and(eq(carts.id, owner.visitor), isNull(carts.accountId));
}

async function read(orm: Orm, owner: CartOwner): Promise<Cart> {
  const rows = await orm
    .select({ product: products, quantity: cartItems.quantity })
    .from(carts)
    .innerJoin(cartItems, eq(cartItems.cartId, carts.id))
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(ownedBy(owner))
    .orderBy(asc(products.name), asc(products.id));
  return {
    items: rows.map(({ product, quantity }) => ({ product: summaryOf(product), quantity })),
    totalCents: rows.reduce((sum, { product, quantity }) => sum + product.priceCents * quantity, 0),
  };
}
