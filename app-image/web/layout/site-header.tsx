import { Link } from 'wouter';
import { SearchField } from '../catalogue/search-field';
import { itemsIn, useCart } from '../cart/use-cart';
import { useChat } from '../chat/chat-context';
import { pages } from '../navigation/addresses';
import { useSession } from '../session/session-context';
import { Icon } from './icon';

export function SiteHeader() {
  const chat = useChat();
  const session = useSession();
  const member = session.status === 'member';
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link className="brand" href={pages.catalogue}>
          Insight<span>Shop</span>
        </Link>
        <SearchField />
        <div className="site-actions">
          <button type="button" className="action" onClick={() => chat.openWith(chat.draft)}>
            <Icon name="spark" />
            <span className="action-word">Ask</span>
          </button>
          <Link className="action" href={member ? pages.account : pages.signIn}>
            <Icon name="person" />
            <span className="action-word">{member ? 'Account' : 'Sign in'}</span>
          </Link>
          <CartLink />
        </div>
      </div>
    </header>
  );
}

function CartLink() {
  const { data: cart } = useCart();
  const items = itemsIn(cart);
  return (
    <Link className="action" href={pages.cart}>
      <Icon name="cart" />
      <span className="action-word">Cart</span>
      {items > 0 && (
        <span className="action-count">
          <span className="visually-hidden">, number of items: </span>
          {items}
        </span>
      )}
    </Link>
  );
}
